import { useEffect, useRef } from "react";
import { DESK_STATE_WORDS, dueWords } from "../../../miniapp/src/features/wishes/wish-desk-words";
import type { WishView } from "../../../shared/wishes/wish-answer";
import { wishNumber } from "../../../shared/wishes/wish-number";
import type { Column } from "./use-board";

interface BoardColumnProps {
  column: Column;
  now: number;
  activeId: string | null;
  chosen: ReadonlySet<string>;
  onPick: (wish: WishView) => void;
  onChoose: (id: string, isChosen: boolean) => void;
}

/** The wishes of one state. Those to be looked at can be chosen, to be answered together. */
export function BoardColumn({ column, now, activeId, chosen, onPick, onChoose }: BoardColumnProps) {
  const { state, wishes, total } = column;
  const { tone, mark, text } = DESK_STATE_WORDS[state];
  return (
    <section className="board-column" aria-label={text}>
      <h2>
        <span className={`tone-${tone}`}>{mark}</span> {text} {total}
      </h2>
      <ol>
        {wishes.map((wish) => (
          <li key={wish.id} className={wish.id === activeId ? "wish-card is-active" : "wish-card"}>
            {state === "submitted" ? (
              <input
                type="checkbox"
                aria-label={`选 ${wishNumber(wish.id)}`}
                checked={chosen.has(wish.id)}
                onChange={({ target }) => onChoose(wish.id, target.checked)}
              />
            ) : null}
            <Face wish={wish} now={now} isActive={wish.id === activeId} onPick={() => onPick(wish)} />
          </li>
        ))}
      </ol>
      {total > wishes.length ? <p className="quiet">先看最急的 {wishes.length} 个</p> : null}
      {total === 0 ? <p className="quiet">没有</p> : null}
    </section>
  );
}

function Face({ wish, now, isActive, onPick }: { wish: WishView; now: number; isActive: boolean; onPick: () => void }) {
  const face = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isActive) face.current?.focus();
  }, [isActive]);
  const due = dueWords(wish, now);
  return (
    <button ref={face} type="button" className="wish-face" aria-current={isActive} onClick={onPick}>
      <strong>
        {wishNumber(wish.id)} · {wish.categoryLabel}
      </strong>
      <span className="wish-text">{wish.text ?? "内容已经抹去"}</span>
      <span className="quiet">
        {wish.station.name}
        {wish.claim === null ? "" : ` · ${wish.claim.unit ?? wish.claim.by}`}
      </span>
      {due === null ? null : <span className={wish.isOverdue ? "wrong" : "quiet"}>{due}</span>}
    </button>
  );
}
