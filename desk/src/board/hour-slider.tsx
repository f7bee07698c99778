import { halfHourText, halfHourWords } from "./board-words";

/** A half hour of the day: by mouse, or by the arrow keys. */
export function HourSlider({
  place,
  said,
  onChange,
}: {
  place: number;
  /** What is shown at that hour. */
  said: string;
  onChange: (halfHour: string) => void;
}) {
  return (
    <div className="hour-slider">
      <span aria-hidden="true">0:00</span>
      <input
        type="range"
        aria-label="几点"
        min={0}
        max={47}
        step={1}
        value={place}
        aria-valuetext={`${halfHourWords(halfHourText(place))}，${said}`}
        onChange={({ target }) => onChange(halfHourText(Number(target.value)))}
      />
      <span aria-hidden="true">24:00</span>
    </div>
  );
}
