import type { BoardAnswer } from "../../../shared/board/board-answer";
import { unmetWords } from "./board-words";

type Board = NonNullable<BoardAnswer["board"]>;

/** What to do next, and where searches found nothing. */
export function BoardLists({ steps, unmet }: Pick<Board, "steps" | "unmet">) {
  return (
    <>
      <section className="board-card" aria-labelledby="board-steps">
        <h2 id="board-steps">下一步做什么（每周 40 站时、新建 3 个以内）</h2>
        {steps.length === 0 ? (
          <p className="quiet">这样已经没有能多照顾到的了。</p>
        ) : (
          <ol>
            {steps.map(({ sentence }) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ol>
        )}
      </section>
      <section className="board-card" aria-labelledby="board-unmet">
        <h2 id="board-unmet">没查到的，近 {unmet.countedDays} 天</h2>
        {unmet.places.length === 0 ? (
          <p className="quiet">{emptyWords(unmet)}</p>
        ) : (
          <ul>
            {unmet.places.map((one) => (
              <li key={one.cell + one.reason + one.amenity}>{unmetWords(one)}</li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}

function emptyWords({ isCounted, countedDays }: Board["unmet"]): string {
  if (!isCounted) return "这里关掉了记没查到的人次。";
  return countedDays === 0 ? "还没有记满一天。" : "没有哪一片、哪个钟点一天满 10 个人没查到。";
}
