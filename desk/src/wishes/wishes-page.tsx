import { useNavigate, useSearch } from "@tanstack/react-router";
import { App } from "antd";
import { useState } from "react";
import type { DeskMove } from "../../../miniapp/src/features/wishes/desk/desk-moves";
import type { WishView } from "../../../shared/wishes/wish-answer";
import { callApi } from "../http/api";
import { failureWords } from "../http/failure";
import { Failed } from "../parts/failed";
import { useKeys } from "../parts/use-keys";
import { BoardColumn } from "./board-column";
import { BoardTools } from "./board-tools";
import { MoveDialog } from "./move-dialog";
import { RejectMany } from "./reject-many";
import { type Column, useBoard, useBoardAnew } from "./use-board";
import { WishFigures } from "./wish-figures";
import { deskMoves, WishPanel } from "./wish-panel";
import type { WishesSearch } from "./wishes-search";

/** So many are reviewed in one call. */
const AT_ONCE = 50;
/** Keys for the moves that are made most. */
const MOVE_KEYS: Readonly<Record<string, readonly DeskMove[]>> = {
  c: ["claim"],
  f: ["ready", "deliver"],
  r: ["reject"],
};

/** The wishes by how far they are, worked on by keyboard; many approved at once. */
export function WishesPage() {
  const { message } = App.useApp();
  const search: WishesSearch = useSearch({ from: "/wishes" });
  const navigate = useNavigate({ from: "/wishes" });
  const board = useBoard(search);
  const lookAgain = useBoardAnew();
  const [activeId, setActiveId] = useState<string | null>(search.open ?? null);
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const [moving, setMoving] = useState<{ wish: WishView; move: DeskMove } | null>(null);
  const [isRejecting, setRejecting] = useState(false);
  const [told, setTold] = useState("");
  const all = board.columns.flatMap(({ wishes }) => wishes);
  const waiting = board.columns[0]?.wishes ?? [];
  const chosen = waiting.filter(({ id }) => ids.has(id));
  const active = all.find(({ id }) => id === activeId) ?? null;

  const go = (change: Partial<WishesSearch>) =>
    void navigate({
      search: (before: WishesSearch) =>
        Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value !== undefined)),
      replace: true,
    });
  const pick = (wish: WishView | undefined) => {
    if (wish === undefined) return;
    setActiveId(wish.id);
    if (search.open !== undefined) go({ open: wish.id });
  };
  const choose = (some: readonly string[], isChosen: boolean) =>
    setIds((before) => {
      const rest = [...before].filter((id) => !some.includes(id));
      return new Set(isChosen ? [...rest, ...some] : rest);
    });
  const review = async (input: { move: "approve" } | { move: "reject"; reason: string }) => {
    const asked = chosen.length > 0 ? chosen : waiting.filter(({ id }) => id === activeId);
    setRejecting(false);
    let done = 0;
    try {
      for (let first = 0; first < asked.length; first += AT_ONCE) {
        const part = asked.slice(first, first + AT_ONCE).map(({ id }) => id);
        const { results } = await callApi("POST /wishes/review", { ...input, ids: part });
        done += results.filter((result) => result.done).length;
      }
      const left = asked.length - done;
      const what = input.move === "approve" ? "同意" : "没同意";
      setTold(`${what}了 ${done} 个${left > 0 ? `，${left} 个刚刚有了新的进展，没有动` : ""}`);
      setIds(new Set());
    } catch (error) {
      message.error(failureWords(error));
    }
    await lookAgain();
  };
  const makeMove = (moves: readonly DeskMove[]) => {
    const move = active === null ? undefined : deskMoves(active).find((one) => moves.includes(one));
    if (active !== null && move !== undefined) setMoving({ wish: active, move });
  };
  useKeys(moving === null && !isRejecting && search.show === undefined, {
    j: () => pick(neighbour(board.columns, activeId, 0, 1)),
    k: () => pick(neighbour(board.columns, activeId, 0, -1)),
    l: () => pick(neighbour(board.columns, activeId, 1, 0)),
    h: () => pick(neighbour(board.columns, activeId, -1, 0)),
    ArrowDown: () => pick(neighbour(board.columns, activeId, 0, 1)),
    ArrowUp: () => pick(neighbour(board.columns, activeId, 0, -1)),
    ArrowRight: () => pick(neighbour(board.columns, activeId, 1, 0)),
    ArrowLeft: () => pick(neighbour(board.columns, activeId, -1, 0)),
    x: () => active?.state === "submitted" && choose([active.id], !ids.has(active.id)),
    a: () => void review({ move: "approve" }),
    o: () => active !== null && go({ open: active.id }),
    r: () => (chosen.length > 0 ? setRejecting(true) : makeMove(MOVE_KEYS.r ?? [])),
    c: () => makeMove(MOVE_KEYS.c ?? []),
    f: () => makeMove(MOVE_KEYS.f ?? []),
  });
  return (
    <div className={search.open === undefined ? "stations" : "stations has-panel"}>
      <div className="table-side">
        <h1>心愿</h1>
        <BoardTools
          search={search}
          chosen={chosen.length}
          waiting={waiting.length}
          told={told}
          onSearch={go}
          onChooseAll={() =>
            choose(
              waiting.map(({ id }) => id),
              true,
            )
          }
          onApprove={() => void review({ move: "approve" })}
          onReject={() => setRejecting(true)}
        />
        {board.error !== null ? <Failed error={board.error} reset={() => void board.refetch()} /> : null}
        {board.isPending ? <p className="quiet">正在取心愿…</p> : null}
        {search.show === "figures" ? (
          <WishFigures district={search.district} />
        ) : (
          <div className="board">
            {board.columns.map((column) => (
              <BoardColumn
                key={column.state}
                column={column}
                now={board.now}
                activeId={activeId}
                chosen={ids}
                onPick={(wish) => {
                  setActiveId(wish.id);
                  go({ open: wish.id });
                }}
                onChoose={(id, isChosen) => choose([id], isChosen)}
              />
            ))}
          </div>
        )}
      </div>
      {search.open === undefined ? null : (
        <WishPanel
          key={search.open}
          id={search.open}
          known={all.find(({ id }) => id === search.open) ?? null}
          now={board.now}
          onMove={(wish, move) => setMoving({ wish, move })}
          onClose={() => go({ open: undefined })}
        />
      )}
      {moving === null ? null : (
        <MoveDialog
          wish={moving.wish}
          move={moving.move}
          onClose={() => setMoving(null)}
          onMoved={(words) => {
            setMoving(null);
            setTold(words);
            void lookAgain();
          }}
        />
      )}
      {isRejecting ? (
        <RejectMany
          count={chosen.length}
          onClose={() => setRejecting(false)}
          onReject={(reason) => void review({ move: "reject", reason })}
        />
      ) : null}
    </div>
  );
}

/** The wish so many columns across and cards down from one; across, columns without any are passed over. */
function neighbour(
  columns: readonly Column[],
  from: string | null,
  across: number,
  down: number,
): WishView | undefined {
  const filled = columns.filter(({ wishes }) => wishes.length > 0);
  const at = filled.findIndex(({ wishes }) => wishes.some(({ id }) => id === from));
  if (at < 0) return filled[0]?.wishes[0];
  const row = filled[at]?.wishes.findIndex(({ id }) => id === from) ?? 0;
  const column = filled[Math.min(Math.max(at + across, 0), filled.length - 1)]?.wishes ?? [];
  return column[Math.min(Math.max(row + down, 0), column.length - 1)];
}
