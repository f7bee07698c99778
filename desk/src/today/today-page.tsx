import { Link } from "@tanstack/react-router";
import { wishNumber } from "../../../shared/wishes/wish-number";
import { Failed } from "../parts/failed";
import { PlaceLink } from "../parts/place-link";
import { instantWords } from "../stations/row-words";
import { useDeskRows } from "../stations/use-desk-rows";
import { FirstSteps } from "./first-steps";
import { OwnWork } from "./own-work";
import { taskWords } from "./task-words";
import { isDueToday, useOpenTasks, useOpenWishes, useTodayCounts } from "./today-list";

/** What has to be done before one goes home. Each number opens its rows. */
export function TodayPage() {
  const { rows, asOf, isLoading, error } = useDeskRows();
  const counts = useTodayCounts();
  const wishes = useOpenWishes();
  const photos = rows.reduce((sum, { photosWaiting }) => sum + photosWaiting, 0);
  const due = (wishes.data?.wishes ?? []).filter((wish) => isDueToday(wish, asOf)).length;
  if (error !== null && rows.length === 0) return <Failed error={error} />;
  return (
    <div className="page">
      <h1>今天</h1>
      {isLoading ? <p className="quiet">正在看…</p> : null}
      <ul className="doors">
        <Door to="/wishes" count={due} label="心愿今天到期" />
        <Door to="/photos" count={photos} label="照片等着看" />
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
      <OwnWork />
      <h2>先到期的在前</h2>
      <DueList />
    </div>
  );
}

function Door({ to, count, label }: { to: string; count: number; label: string }) {
  return (
    <li>
      <PlaceLink to={to} className={count === 0 ? "door is-done" : "door"}>
        <strong>{count}</strong>
        <span>{label}</span>
      </PlaceLink>
    </li>
  );
}

interface DueLine {
  id: string;
  dueAt: string;
  isOverdue: boolean;
  words: string;
  to: string;
  action: string;
}

/** Reports and wishes in one list, with one thing to do about each. */
function DueList() {
  const tasks = useOpenTasks();
  const wishes = useOpenWishes();
  const lines: DueLine[] = [
    ...(tasks.data?.tasks ?? []).flatMap(({ dueAt, ...task }): DueLine[] =>
      dueAt === null
        ? []
        : [
            {
              id: task.id,
              dueAt,
              isOverdue: task.overdue,
              words: `${task.stationName}：${taskWords(task)}${task.reports > 1 ? `(${task.reports} 人)` : ""}`,
              to: `/reports?station=${task.stationId}`,
              action: "去处理",
            },
          ],
    ),
    ...(wishes.data?.wishes ?? []).flatMap(({ id, due, isOverdue, categoryLabel, station }): DueLine[] =>
      due === null
        ? []
        : [
            {
              id,
              dueAt: due,
              isOverdue,
              words: `心愿 ${wishNumber(id)}：${categoryLabel}，${station.name}`,
              to: `/wishes?open=${id}`,
              action: "去看这个心愿",
            },
          ],
    ),
  ].sort((one, other) => Date.parse(one.dueAt) - Date.parse(other.dueAt));
  const failed = [tasks, wishes].find(({ isError }) => isError);
  const isEmpty = lines.length === 0 && tasks.isSuccess && wishes.isSuccess;
  return (
    <>
      {failed === undefined ? null : <Failed error={failed.error} reset={() => void failed.refetch()} />}
      {isEmpty ? <p className="quiet">没有等着办的。</p> : null}
      <ol className="due-list">
        {lines.map(({ id, dueAt, isOverdue, words, to, action }) => (
          <li key={id} className={isOverdue ? "wrong" : undefined}>
            <span className="due">{isOverdue ? `${instantWords(dueAt)} 就该办了` : `${instantWords(dueAt)} 前`}</span>
            <span>{words}</span>
            <PlaceLink to={to}>{action}</PlaceLink>
          </li>
        ))}
      </ol>
    </>
  );
}
