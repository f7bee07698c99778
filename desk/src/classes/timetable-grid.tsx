import { type DragEvent, useState } from "react";
import type { SessionItem } from "../../../shared/classes/class-answer";
import { dayAfter, dayOfInstant, dayWords, timeOfInstant } from "./week-days";

/** Where a session is to go: a day, and a hall. */
export interface Target {
  date: string;
  venueId: string;
}

interface WeekGridProps {
  days: readonly string[];
  venues: readonly { id: string; name: string }[];
  sessions: readonly SessionItem[];
  /** EpochMs. */
  now: number;
  onOpen: (session: SessionItem) => void;
  onMove: (session: SessionItem, target: Target) => void;
}

/** A row for each hall, a column for each day. A session is dragged, or moved by Shift and the arrows. */
export function WeekGrid({ days, venues, sessions, now, onOpen, onMove }: WeekGridProps) {
  const [dragged, setDragged] = useState<SessionItem | null>(null);
  return (
    <table className="week">
      <thead>
        <tr>
          <th scope="col">场馆</th>
          {days.map((day) => (
            <th key={day} scope="col">
              {dayWords(day)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {venues.map(({ id, name }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            {days.map((date) => (
              <Cell
                key={date}
                label={`${name}，${dayWords(date)}`}
                isTarget={dragged !== null}
                onDrop={() => {
                  if (dragged !== null) onMove(dragged, { date, venueId: id });
                  setDragged(null);
                }}
              >
                {sessions
                  .filter((one) => one.venue.id === id && dayOfInstant(one.startsAt) === date)
                  .map((one) => (
                    <SessionChip
                      key={one.id}
                      session={one}
                      mayMove={one.state === "scheduled" && Date.parse(one.startsAt) > now}
                      onOpen={() => onOpen(one)}
                      onDrag={setDragged}
                      onShift={(toDays, toVenues) => {
                        const index = venues.findIndex((venue) => venue.id === id) + toVenues;
                        const venueId = venues[Math.min(Math.max(index, 0), venues.length - 1)]?.id ?? id;
                        onMove(one, { date: dayAfter(date, toDays), venueId });
                      }}
                    />
                  ))}
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({
  label,
  isTarget,
  onDrop,
  children,
}: {
  label: string;
  isTarget: boolean;
  onDrop: () => void;
  children: React.ReactNode;
}) {
  const [isOver, setOver] = useState(false);
  const over = (event: DragEvent) => {
    if (!isTarget) return;
    event.preventDefault();
    setOver(true);
  };
  return (
    <td
      aria-label={label}
      className={isOver ? "is-over" : undefined}
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onDrop();
      }}
    >
      {children}
    </td>
  );
}

const SHIFTS: Readonly<Record<string, readonly [days: number, venues: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

function SessionChip({
  session,
  mayMove,
  onOpen,
  onDrag,
  onShift,
}: {
  session: SessionItem;
  mayMove: boolean;
  onOpen: () => void;
  onDrag: (session: SessionItem | null) => void;
  onShift: (days: number, venues: number) => void;
}) {
  const { title, startsAt, endsAt, capacity, seatsLeft, state, teacher } = session;
  return (
    <button
      type="button"
      draggable={mayMove}
      className={state === "cancelled" ? "session-chip is-off" : "session-chip"}
      onClick={onOpen}
      onDragStart={(event) => {
        event.dataTransfer.setData("text/plain", session.id);
        onDrag(session);
      }}
      onDragEnd={() => onDrag(null)}
      onKeyDown={(event) => {
        const shift = SHIFTS[event.key];
        if (!mayMove || !event.shiftKey || shift === undefined) return;
        event.preventDefault();
        onShift(...shift);
      }}
    >
      <strong>
        {timeOfInstant(startsAt)}–{timeOfInstant(endsAt)}
      </strong>
      <span>{title}</span>
      <span className="quiet">
        {state === "cancelled" ? "✕ 取消了" : `${capacity - seatsLeft}/${capacity} 人`}
        {teacher === null ? "" : ` · ${teacher}`}
      </span>
    </button>
  );
}
