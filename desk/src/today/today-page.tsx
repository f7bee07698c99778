import { Link } from "@tanstack/react-router";
import { AMENITIES } from "../../../shared/amenities/amenity";
import type { TaskItem } from "../../../shared/trust/report-answer";
import { Failed } from "../parts/failed";
import { instantWords } from "../stations/row-words";
import { useDeskRows } from "../stations/use-desk-rows";
import { FirstSteps } from "./first-steps";
import { useOpenTasks, useTodayCounts } from "./today-list";

/** What has to be done before one goes home. Each number opens its rows. */
export function TodayPage() {
  const { rows, isLoading, error } = useDeskRows();
  const counts = useTodayCounts();
  const tasks = useOpenTasks();
  if (error !== null && rows.length === 0) return <Failed error={error} />;
  return (
    <div className="page">
      <h1>今天</h1>
      {isLoading ? <p className="quiet">正在看…</p> : null}
      <ul className="doors">
        {counts.map(({ view, label, count }) => (
          <li key={view}>
            <Link to="/stations" search={{ view }} className={count === 0 ? "door is-done" : "door"}>
              <strong>{count}</strong>
              <span>{label}</span>
            </Link>
          </li>
        ))}
      </ul>
      {isLoading ? null : <FirstSteps counts={counts} stations={rows.length} />}
      <h2>上报，先到期的在前</h2>
      {tasks.isError ? <Failed error={tasks.error} reset={() => void tasks.refetch()} /> : null}
      {tasks.data?.tasks.length === 0 ? <p className="quiet">没有等着处理的上报。</p> : null}
      <ol className="due-list">
        {(tasks.data?.tasks ?? []).map((task) => (
          <li key={task.id} className={task.overdue ? "wrong" : undefined}>
            <span className="due">{dueWords(task)}</span>
            <span>
              {task.stationName}：{taskWords(task)}
              {task.reports > 1 ? `(${task.reports} 人)` : ""}
            </span>
            <Link to="/stations" search={{ q: task.stationName, open: task.stationId }}>
              去看这个站
            </Link>
          </li>
        ))}
      </ol>
    </div>
  );
}

const KIND_WORDS: Partial<Record<TaskItem["kind"], string>> = {
  door_closed: "有人说门关着",
  amenity_broken: "有东西坏了",
};

function taskWords({ kind, amenity }: TaskItem): string {
  if (amenity !== null) return `${AMENITIES[amenity].label}坏了`;
  return KIND_WORDS[kind] ?? "有人说不对";
}

function dueWords({ dueAt, overdue }: TaskItem): string {
  if (dueAt === null) return "";
  return overdue ? `${instantWords(dueAt)} 就该办了` : `${instantWords(dueAt)} 前`;
}
