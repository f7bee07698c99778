import { App, Input } from "antd";
import { useState } from "react";
import type { SessionItem } from "../../../shared/classes/class-answer";
import { beijingInstant } from "../../../shared/common/time";
import { callApi } from "../http/api";
import { failureWords } from "../http/failure";
import { AskDialog } from "../parts/ask-dialog";
import type { Target } from "./timetable-grid";
import { dayOfInstant, dayWords, timeOfInstant } from "./week-days";

interface MoveSessionDialogProps {
  session: SessionItem;
  target: Target;
  venues: readonly { id: string; name: string }[];
  onClose: () => void;
  onMoved: (words: string) => void;
}

/** Asks before a session is moved: what it was, what it will be, and who is told. */
export function MoveSessionDialog({ session, target, venues, onClose, onMoved }: MoveSessionDialogProps) {
  const { message } = App.useApp();
  const [date, setDate] = useState(target.date);
  const [time, setTime] = useState(timeOfInstant(session.startsAt));
  const [venueId, setVenueId] = useState(target.venueId);
  const nameOf = (id: string) => venues.find((venue) => venue.id === id)?.name ?? session.venue.name;
  const before = placeWords(dayOfInstant(session.startsAt), timeOfInstant(session.startsAt), session.venue.name);
  const isWhole = date !== "" && /^\d{2}:\d{2}$/.test(time);
  const after = isWhole ? placeWords(date, time, nameOf(venueId)) : "";
  const move = async () => {
    const startsAt = new Date(beijingInstant(date, time)).toISOString();
    try {
      // The room is one of the hall it was in.
      const place = venueId === session.venue.id ? {} : { venueId, room: null };
      await callApi("POST /classes/:id/move", { id: session.id, startsAt, ...place });
      onMoved(`「${session.title}」改到${after}`);
    } catch (error) {
      message.error(failureWords(error));
    }
  };
  return (
    <AskDialog
      title={`调课：${session.title}`}
      okText="就这么调，告诉他们"
      okButtonProps={{ disabled: !isWhole || after === before }}
      onOk={() => void move()}
      onCancel={onClose}
    >
      <p>
        {before} → <strong>{after}</strong>
      </p>
      <p>{toldWords(session)}</p>
      <div className="field">
        <label htmlFor="move-date">哪天</label>
        <Input id="move-date" type="date" value={date} onChange={({ target: field }) => setDate(field.value)} />
      </div>
      <div className="field">
        <label htmlFor="move-time">几点开始</label>
        <Input id="move-time" type="time" value={time} onChange={({ target: field }) => setTime(field.value)} />
      </div>
      <div className="field">
        <label htmlFor="move-venue">在哪里</label>
        <select id="move-venue" value={venueId} onChange={({ target: field }) => setVenueId(field.value)}>
          {venues.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </div>
    </AskDialog>
  );
}

function placeWords(date: string, time: string, venue: string): string {
  return `${dayWords(date)} ${time} ${venue}`;
}

/** Who learns of it: they keep their seats. */
function toldWords({ capacity, seatsLeft, waitlistLength }: SessionItem): string {
  const booked = capacity - seatsLeft;
  if (booked + waitlistLength === 0) return "还没有人报名，不用告诉谁。";
  const waiting = waitlistLength > 0 ? `、排队的 ${waitlistLength} 人` : "";
  return `报了名的 ${booked} 人${waiting}名额都留着，同意收提醒的会在微信里收到新的时间、地点。`;
}
