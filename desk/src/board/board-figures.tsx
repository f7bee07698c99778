import type { BoardAnswer } from "../../../shared/board/board-answer";
import { dateWords, hourWords, namedDayWords } from "../../../shared/stations/hours-words";
import { halfHourWords, percentWords } from "./board-words";

type Board = NonNullable<BoardAnswer["board"]>;

/** The four numbers; each share says of what, and what is not known stands beside it. */
export function BoardFigures({ board, onHour }: { board: Board; onHour: (at: string, day?: "holiday") => void }) {
  const { now, early, holiday, repairs } = board;
  const named = holiday.festival === null ? "下个节假日" : namedDayWords(holiday.festival);
  return (
    <section className="board-figures" aria-label="四个数">
      <ShareFigure title={`现在（${halfHourWords(now.from)}）有门开着`} shares={now} onPress={() => onHour(now.from)} />
      <ShareFigure title="凌晨 4:30 有门开着" shares={early} onPress={() => onHour(early.from)} />
      <ShareFigure
        title={`${named}（${dateWords(holiday.on)}）中午 ${hourWords(12 * 60)} 有门开着`}
        shares={holiday}
        onPress={() => onHour(holiday.from, "holiday")}
      />
      <div className="board-figure">
        <div className="figure-title">坏了到修好，30 天里居中的</div>
        {repairs.days === null ? (
          <div className="figure-number is-none">没有</div>
        ) : (
          <div className="figure-number">
            {repairs.days} <span className="figure-unit">天</span>
          </div>
        )}
        <div className="quiet">{repairs.count === 0 ? "30 天里没有修好的" : `30 天里修好 ${repairs.count} 件`}</div>
      </div>
    </section>
  );
}

function ShareFigure({
  title,
  shares: { covered, unknown },
  onPress,
}: {
  title: string;
  shares: { covered: number; unknown: number };
  onPress: () => void;
}) {
  return (
    <button type="button" className="board-figure" onClick={onPress}>
      <div className="figure-title">{title}</div>
      <div className="figure-number">
        {percentWords(covered)}
        <span className="figure-unit">%</span>
      </div>
      <div className="quiet">{unknown === 0 ? "没有不知道的" : `另有 ${percentWords(unknown)}% 不知道`}</div>
    </button>
  );
}
