import type { DayShares } from "../../../shared/circle/coverage-answer";

const WIDTH = 480;
const HEIGHT = 56;

/** The day through, with the hour of the slider marked. */
export function DayLine({ hours, place }: { hours: readonly DayShares[]; place: number }) {
  const top = Math.max(...hours.map(({ covered }) => covered)) || 1;
  const x = (at: number) => (at / 47) * WIDTH;
  const points = hours.map(({ covered }, at) => `${x(at)},${HEIGHT - 4 - (covered / top) * (HEIGHT - 8)}`);
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" className="day-line" aria-hidden="true">
      <line x1={0} x2={WIDTH} y1={HEIGHT - 4} y2={HEIGHT - 4} className="axis" />
      <line x1={x(place)} x2={x(place)} y1={0} y2={HEIGHT} className="here" />
      <polyline points={points.join(" ")} className="run" />
    </svg>
  );
}
