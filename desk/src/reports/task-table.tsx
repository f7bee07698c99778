import { Link } from "@tanstack/react-router";
import { dateWords } from "../../../shared/stations/hours-words";
import type { TaskItem } from "../../../shared/trust/report-answer";
import { TASK_STATE_NAMES } from "../../../shared/trust/task-state-names";
import { instantWords } from "../stations/row-words";
import { ageWords, matterWords } from "./report-words";

interface TaskTableProps {
  tasks: readonly TaskItem[];
  /** EpochMs. */
  now: number;
  chosen: ReadonlySet<string>;
  onChoose: (ids: readonly string[], isChosen: boolean) => void;
}

/** The tasks as rows, each with who sees to it and how old it is. */
export function TaskTable({ tasks, now, chosen, onChoose }: TaskTableProps) {
  const all = tasks.map(({ id }) => id);
  return (
    <table className="rows">
      <thead>
        <tr>
          <th scope="col">
            <input
              type="checkbox"
              aria-label="全选这些"
              checked={all.every((id) => chosen.has(id))}
              onChange={({ target }) => onChoose(all, target.checked)}
            />
          </th>
          <th scope="col">驿站</th>
          <th scope="col">什么事</th>
          <th scope="col">说了什么</th>
          <th scope="col">多久了</th>
          <th scope="col">最迟</th>
          <th scope="col">谁在办</th>
          <th scope="col">进展</th>
        </tr>
      </thead>
      <tbody>
        {tasks.map((task) => (
          <TaskRow key={task.id} task={task} now={now} isChosen={chosen.has(task.id)} onChoose={onChoose} />
        ))}
      </tbody>
    </table>
  );
}

function TaskRow({
  task,
  now,
  isChosen,
  onChoose,
}: {
  task: TaskItem;
  now: number;
  isChosen: boolean;
  onChoose: TaskTableProps["onChoose"];
}) {
  const { id, stationId, stationName, reports, notes, uncheckedNotes, dueAt, overdue, assignee, state, done } = task;
  const said = [...notes, ...uncheckedNotes.map((note) => `${note}(没通过检查，只有工会看得到)`)];
  return (
    <tr className={isChosen ? "is-checked" : undefined}>
      <td>
        <input
          type="checkbox"
          aria-label={`选${stationName}：${matterWords(task)}`}
          checked={isChosen}
          onChange={({ target }) => onChoose([id], target.checked)}
        />
      </td>
      <td>
        <Link to="/stations" search={{ q: stationName, open: stationId }}>
          {stationName}
        </Link>
      </td>
      <td>
        {matterWords(task)}
        {reports > 1 ? ` · ${reports} 次` : ""}
      </td>
      <td className="said">{said.join("；")}</td>
      <td>{ageWords(task, now)}</td>
      <td className={overdue ? "wrong" : undefined}>
        {dueAt === null ? "" : `${overdue ? "! 超期 " : ""}${instantWords(dueAt)}`}
      </td>
      <td>{assignee === null ? <span className="quiet">还没定</span> : assignee.name}</td>
      <td>
        {TASK_STATE_NAMES[state]}
        {done === null ? "" : `：${done}`}
        {task.waitsUntil === null ? null : <div className="tone-soon">◐ 等配件，{dateWords(task.waitsUntil)}到</div>}
        {task.remindedAt === null ? null : <div className="quiet">{instantWords(task.remindedAt)} 催过</div>}
      </td>
    </tr>
  );
}
