import type { BoardMonthAnswer } from "../../../shared/board/board-answer";
import { monthWords, percentWords } from "./board-words";

/** Months are drawn in a box of so many units. */
const WIDTH = 200;
const HEIGHT = 30;
const MONTHS = 12;
const EDGE = 4;

interface Line {
  title: string;
  values: (number | null)[];
  words: (value: number) => string;
}

/** One small line for each of the four numbers; where nothing is kept of earlier months it says since when. */
export function MonthLines({
  months,
  nowPlace,
  earlyPlace,
  nowWords,
}: {
  months: readonly BoardMonthAnswer[];
  nowPlace: number;
  earlyPlace: number;
  nowWords: string;
}) {
  const share = (value: number) => `${percentWords(value)}%`;
  const lines: Line[] = [
    { title: `${nowWords}，月平均`, values: months.map((month) => month.covered[nowPlace] ?? null), words: share },
    { title: "凌晨 4:30，月平均", values: months.map((month) => month.covered[earlyPlace] ?? null), words: share },
    { title: "下个节假日中午", values: months.map(({ holiday }) => holiday?.covered ?? null), words: share },
    { title: "坏了到修好", values: months.map(({ repairDays }) => repairDays), words: (days) => `${days} 天` },
  ];
  const [first] = months;
  return (
    <section className="board-card" aria-label="十二个月">
      <h2>十二个月</h2>
      {first === undefined ? (
        <p className="quiet">还没有记录，从明天起每天记一次。</p>
      ) : (
        <>
          <div className="month-lines">
            {lines.map((line) => (
              <MonthLine key={line.title} months={months.map(({ month }) => month)} line={line} />
            ))}
          </div>
          {months.length < MONTHS ? <p className="quiet">从{monthWords(first.month)}开始记，没有更早的记录。</p> : null}
        </>
      )}
    </section>
  );
}

function MonthLine({ months, line: { title, values, words } }: { months: readonly string[]; line: Line }) {
  const known = values.filter((value) => value !== null);
  const [last = null] = known.slice(-1);
  const top = Math.max(...known, 0) || 1;
  const offset = MONTHS - values.length;
  const points = values.map((value, index) => {
    const x = EDGE + ((index + offset) / (MONTHS - 1)) * (WIDTH - 2 * EDGE);
    return value === null ? null : { x, y: HEIGHT - EDGE - (value / top) * (HEIGHT - 2 * EDGE) };
  });
  const told = values.map(
    (value, index) => `${monthWords(months[index] ?? "")} ${value === null ? "没有" : words(value)}`,
  );
  return (
    <figure className="month-line">
      <figcaption>
        {title} <strong>{last === null ? "没有" : words(last)}</strong>
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={`${title}：${told.join("，")}`}>
        <line x1={EDGE} x2={WIDTH - EDGE} y1={HEIGHT - EDGE} y2={HEIGHT - EDGE} className="axis" />
        {runsOf(points).map((run) => (
          <polyline key={run[0]?.x} points={run.map(({ x, y }) => `${x},${y}`).join(" ")} className="run" />
        ))}
        {points.map((point) =>
          point === null ? null : <circle key={point.x} cx={point.x} cy={point.y} r={2.5} className="dot" />,
        )}
      </svg>
    </figure>
  );
}

interface Point {
  x: number;
  y: number;
}

/** A month of which nothing is known breaks the line. */
function runsOf(points: readonly (Point | null)[]): Point[][] {
  const runs: Point[][] = [[]];
  for (const point of points) {
    if (point === null) runs.push([]);
    else runs.at(-1)?.push(point);
  }
  return runs.filter((run) => run.length > 1);
}
