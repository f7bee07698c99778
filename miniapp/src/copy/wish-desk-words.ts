import { DAY_MS, type EpochMs } from "../../../shared/core/time";
import type { WishView } from "../../../shared/wishes/wish-answer";
import { type WishState, WORKERS_TURN } from "../../../shared/wishes/wish-states";
import type { OpeningWords } from "./opening-words";
import { wishDayWords } from "./wish-words";

/** How a wish stands, told to officers. */
export const DESK_STATE_WORDS: Record<WishState, OpeningWords> = {
  submitted: { tone: "soon", mark: "◐", text: "待审核" },
  need_info: { tone: "unknown", mark: "?", text: "等本人回话" },
  rejected: { tone: "shut", mark: "✕", text: "没同意" },
  merged: { tone: "shut", mark: "○", text: "已合并" },
  referred: { tone: "shut", mark: "→", text: "已转办" },
  approved: { tone: "soon", mark: "◐", text: "待认领" },
  claimed: { tone: "soon", mark: "◐", text: "办理中" },
  ready: { tone: "open", mark: "●", text: "等人来拿" },
  delivered: { tone: "open", mark: "●", text: "等本人确认" },
  fulfilled: { tone: "open", mark: "✓", text: "已办结" },
  withdrawn: { tone: "shut", mark: "○", text: "撤回或没回话" },
  unfulfillable: { tone: "shut", mark: "✕", text: "办不成" },
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
