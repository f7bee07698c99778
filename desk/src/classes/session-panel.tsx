import { useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import type { RosterEntry, SessionItem } from "../../../shared/classes/class-answer";
import { callApi } from "../http/api";
import { failureWords } from "../http/failure";
import { Failed } from "../parts/failed";
import { dayOfInstant, dayWords, timeOfInstant } from "./week-days";

const STATE_WORDS: Partial<Record<RosterEntry["state"], string>> = {
  confirmed: "报了名",
  waitlisted: "在排队",
  offered: "轮到了，还没点",
  attended: "✓ 来了",
  absent: "✕ 没来",
};

/** One session beside the calendar: who is coming, and who came. */
export function SessionPanel({
  id,
  onMove,
  onClose,
}: {
  id: string;
  onMove: (session: SessionItem) => void;
  onClose: () => void;
}) {
  const { message } = App.useApp();
  const queries = useQueryClient();
  const key = ["roster", id];
  const roster = useQuery({ queryKey: key, queryFn: () => callApi("GET /classes/:id/roster", { id }) });
  const checkIn = async (bookingId: string) => {
    try {
      await callApi("POST /classes/:id/roster/:bookingId/check-in", { id, bookingId });
    } catch (error) {
      message.error(failureWords(error));
    }
    await queries.invalidateQueries({ queryKey: key });
  };
  const { session, entries = [] } = roster.data ?? {};
  const came = entries.filter(({ checkedInAt }) => checkedInAt !== null).length;
  return (
    <aside className="panel" aria-label="一节课">
      <Button type="text" className="panel-close" aria-label="关上这一栏" onClick={onClose}>
        ×
      </Button>
      {roster.isError ? <Failed error={roster.error} reset={() => void roster.refetch()} /> : null}
      {session === undefined ? (
        <p className="quiet">{roster.isPending ? "正在取…" : ""}</p>
      ) : (
        <>
          <h2>{session.title}</h2>
          <p>
            {dayWords(dayOfInstant(session.startsAt))} {timeOfInstant(session.startsAt)}–{timeOfInstant(session.endsAt)}
            <br />
            {session.venue.name}
            {session.venue.room === null ? "" : ` ${session.venue.room}`}
          </p>
          {session.state === "cancelled" ? (
            <p className="wrong">✕ 取消了：{session.cancelledReason}</p>
          ) : (
            <Button onClick={() => onMove(session)}>调课…</Button>
          )}
          <h3>
            到课 {came} / 报名 {session.capacity - session.seatsLeft} / 名额 {session.capacity}
          </h3>
        </>
      )}
      {roster.isSuccess && entries.length === 0 ? <p className="quiet">还没有人报名。</p> : null}
      <ol className="roster">
        {entries.map((entry) => (
          <li key={entry.bookingId}>
            <span>
              {entry.number} 号 {entry.calledBy}
            </span>
            <span className="quiet">{entry.checkedInAt === null ? (STATE_WORDS[entry.state] ?? "") : "✓ 来了"}</span>
            {entry.state === "confirmed" && entry.checkedInAt === null ? (
              <Button size="small" aria-label={`${entry.calledBy} 来了`} onClick={() => void checkIn(entry.bookingId)}>
                来了
              </Button>
            ) : null}
          </li>
        ))}
      </ol>
    </aside>
  );
}
