import { type KeyboardEvent, useRef } from "react";
import { weekdayName } from "../../../shared/stations/hours-words";
import { clickableHours, DAY_HOURS, slotState, withClick, withSameDays } from "./clicked-week";

interface WeekGridProps {
  text: string;
  onChange: (text: string) => void;
}

const HOURS = Array.from({ length: DAY_HOURS }, (_, hour) => hour);
const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6];
const STATE_WORDS = { open: "开", half: "开半小时", shut: "不开", unknown: "不知道" } as const;
const STEPS: Readonly<Record<string, readonly [days: number, hours: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** The hours of a week, an hour a click. What comes out is a text, and is read as any other. */
export function WeekGrid({ text, onChange }: WeekGridProps) {
  const box = useRef<HTMLFieldSetElement>(null);
  const hours = clickableHours(text);
  if (hours === null) return <p className="quiet">这样的时间请照文字写(分季节，或者读不懂)。</p>;
  const move = (event: KeyboardEvent, day: number, hour: number) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    box.current?.querySelector<HTMLElement>(`[data-slot="${day + step[0]} ${hour + step[1]}"]`)?.focus();
  };
  return (
    <fieldset ref={box} className="week-grid">
      <legend>点一格改一小时，用方向键走</legend>
      <p className="week-hours" aria-hidden="true">
        <span>0 点</span>
        <span>6</span>
        <span>12</span>
        <span>18</span>
        <span>24</span>
      </p>
      {WEEKDAYS.map((day) => (
        <div key={day} className="week-day">
          <span>{weekdayName(day)}</span>
          {HOURS.map((hour) => {
            const state = slotState(hours.week[day] ?? "unknown", hour);
            return (
              <button
                key={hour}
                type="button"
                tabIndex={day === 0 && hour === 8 ? 0 : -1}
                data-slot={`${day} ${hour}`}
                className={`week-slot is-${state}`}
                aria-label={`${weekdayName(day)} ${hour}:00–${hour + 1}:00，${STATE_WORDS[state]}`}
                aria-pressed={state === "open"}
                title={`${weekdayName(day)} ${hour}:00–${hour + 1}:00`}
                onClick={() => onChange(withClick(hours, day, hour))}
                onKeyDown={(event) => move(event, day, hour)}
              />
            );
          })}
        </div>
      ))}
      <button type="button" className="link" onClick={() => onChange(withSameDays(hours, 0))}>
        周二到周五和周一一样
      </button>
    </fieldset>
  );
}
