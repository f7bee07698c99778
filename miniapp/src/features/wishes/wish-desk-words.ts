import { DAY_MS, type EpochMs } from "../../../../shared/common/time";
import type { WishView } from "../../../../shared/wishes/wish-answer";
import { wishStateNames } from "../../../../shared/wishes/wish-state-names";
import { type WishState, WORKERS_TURN } from "../../../../shared/wishes/wish-states";
import type { OpeningWords } from "../stations/opening-words";
import { wishDayWords } from "./wish-words";

const NAMES = wishStateNames("officer");

/** How a wish stands, told to officers. */
export const DESK_STATE_WORDS: Record<WishState, OpeningWords> = {
  submitted: { tone: "soon", mark: "◐", text: NAMES.submitted },
  need_info: { tone: "unknown", mark: "?", text: NAMES.need_info },
  rejected: { tone: "shut", mark: "✕", text: NAMES.rejected },
  merged: { tone: "shut", mark: "○", text: NAMES.merged },
  referred: { tone: "shut", mark: "→", text: NAMES.referred },
  approved: { tone: "soon", mark: "◐", text: NAMES.approved },
  claimed: { tone: "soon", mark: "◐", text: NAMES.claimed },
  ready: { tone: "open", mark: "●", text: NAMES.ready },
  delivered: { tone: "open", mark: "●", text: NAMES.delivered },
  fulfilled: { tone: "open", mark: "✓", text: NAMES.fulfilled },
  withdrawn: { tone: "shut", mark: "○", text: NAMES.withdrawn },
  unfulfillable: { tone: "shut", mark: "✕", text: NAMES.unfulfillable },
};

/** 超期 2 天, 最迟 12月3日; 等到 12月3日 where it is the worker's turn; null: nothing is due. */
export function dueWords(
  { due, isOverdue, state }: Pick<WishView, "due" | "isOverdue" | "state">,
  now: EpochMs,
): string | null {
  if (due === null) return null;
  if (WORKERS_TURN.includes(state)) return `等到 ${wishDayWords(due)}`;
  if (!isOverdue) return `最迟 ${wishDayWords(due)}`;
  const days = Math.floor((now - Date.parse(due)) / DAY_MS);
  return days === 0 ? "! 超期了" : `! 超期 ${days} 天`;
}
