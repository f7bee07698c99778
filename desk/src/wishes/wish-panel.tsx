import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { DESK_FORMS, type DeskMove } from "../../../miniapp/src/features/wishes/desk/desk-moves";
import { DESK_STATE_WORDS, dueWords } from "../../../miniapp/src/features/wishes/wish-desk-words";
import type { WishView } from "../../../shared/wishes/wish-answer";
import { wishNumber } from "../../../shared/wishes/wish-number";
import { callApi } from "../http/api";
import { Failed } from "../parts/failed";
import { instantWords } from "../stations/row-words";

interface WishPanelProps {
  id: string;
  /** What the board knows of it. */
  known: WishView | null;
  now: number;
  onMove: (wish: WishView, move: DeskMove) => void;
  onClose: () => void;
}

/** One wish beside the board: what was written, what happened, and what can be done. */
export function WishPanel({ id, known, now, onMove, onClose }: WishPanelProps) {
  const read = useQuery({
    queryKey: ["wishes", "one", id],
    queryFn: () => callApi("GET /wishes/:id", { id, contact: "no" }),
  });
  const wish = read.data ?? known;
  return (
    <aside className="panel" aria-label="一个心愿">
      <Button type="text" className="panel-close" aria-label="关上这一栏" onClick={onClose}>
        ×
      </Button>
      <h2>心愿 {wishNumber(id)}</h2>
      {read.isError ? <Failed error={read.error} reset={() => void read.refetch()} /> : null}
      {wish === null ? <p className="quiet">正在取…</p> : <Facts wish={wish} now={now} />}
      {wish === null ? null : (
        <div className="views">
          {deskMoves(wish).map((move, index) => (
            <Button key={move} type={index === 0 ? "primary" : "default"} onClick={() => onMove(wish, move)}>
              {DESK_FORMS[move].name}
            </Button>
          ))}
        </div>
      )}
      {wish === null ? null : <History wish={wish} />}
    </aside>
  );
}

/** What an officer can do with it on a form, in the order of the forms. */
export function deskMoves({ moves }: Pick<WishView, "moves">): DeskMove[] {
  return (Object.keys(DESK_FORMS) as DeskMove[]).filter((move) => moves.includes(move));
}

function Facts({ wish, now }: { wish: WishView; now: number }) {
  const { tone, mark, text } = DESK_STATE_WORDS[wish.state];
  const due = dueWords(wish, now);
  return (
    <>
      <p className={`tone-${tone}`}>
        {mark} {text}
        {due === null ? "" : ` · ${due}`}
      </p>
      <p>{wish.text ?? "内容已经抹去"}</p>
      {wish.needsCheck ? <p className="wrong">这段话没通过检查，同意就是您看过了</p> : null}
      <p className="quiet">
        {wish.categoryLabel} · {wish.station.name} · {instantWords(wish.createdAt)}
        {wish.claim === null ? "" : ` · ${wish.claim.unit ?? wish.claim.by}在办`}
        {wish.costYuan === null ? "" : ` · ${wish.costYuan} 元`}
      </p>
      {wish.hasContact && wish.claim?.isMine === true ? <Contact id={wish.id} /> : null}
    </>
  );
}

/** Looked at only when it is wanted: each look is recorded, and shown to the worker. */
function Contact({ id }: { id: string }) {
  const [isWanted, setWanted] = useState(false);
  const read = useQuery({
    queryKey: ["wish-contact", id],
    enabled: isWanted,
    gcTime: 0,
    queryFn: async () => (await callApi("GET /wishes/:id", { id, contact: "yes" })).contact,
  });
  if (!isWanted) return <Button onClick={() => setWanted(true)}>看联系方式(会记下来，本人看得到)</Button>;
  if (read.isError) return <Failed error={read.error} reset={() => void read.refetch()} />;
  if (read.data === undefined) return <p className="quiet">正在取…</p>;
  const { name, phone, address } = read.data ?? {};
  return <p>{[name, phone, address].filter(Boolean).join(" · ")}</p>;
}

function History({ wish }: { wish: WishView }) {
  return (
    <>
      <h3>记录</h3>
      <ul className="panel-record">
        {wish.history.map(({ at, to, reason, words, step }) => (
          <li key={`${at} ${step}`}>
            {instantWords(at)} {DESK_STATE_WORDS[to].text}
            {[reason, words].filter((one) => one !== null && one !== "").map((one) => ` · ${one}`)}
          </li>
        ))}
      </ul>
    </>
  );
}
