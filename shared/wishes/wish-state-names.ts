import type { WishState } from "./wish-states.js";

interface StateNames {
  /** As whoever made the wish reads it. */
  worker: string;
  /** The same in at most five characters, for a message of WeChat. */
  brief: string;
  /** As the union reads it: at its desk, in the record, in files and in what a field may hold. */
  officer: string;
}

/** What each state of a wish is called, wherever people read it. */
export const WISH_STATE_NAMES: Readonly<Record<WishState, StateNames>> = {
  submitted: { worker: "等工会看", brief: "等工会看", officer: "待审核" },
  need_info: { worker: "工会有话问你", brief: "有话问你", officer: "等本人回话" },
  rejected: { worker: "这次没同意", brief: "这次没同意", officer: "没同意" },
  merged: { worker: "和一样的心愿一起办", brief: "一起办", officer: "已合并" },
  referred: { worker: "转给专门的人办", brief: "转人办了", officer: "已转办" },
  approved: { worker: "同意了，等人认领", brief: "同意了", officer: "待认领" },
  claimed: { worker: "已认领，正在准备", brief: "已认领", officer: "办理中" },
  ready: { worker: "可以来拿了", brief: "可以来拿了", officer: "等人来拿" },
  delivered: { worker: "交给你了，对不对？", brief: "交给你了", officer: "等本人确认" },
  fulfilled: { worker: "办好了", brief: "办好了", officer: "已办结" },
  withdrawn: { worker: "不办了", brief: "不办了", officer: "撤回或没回话" },
  unfulfillable: { worker: "办不成了", brief: "办不成了", officer: "办不成" },
};

/** One column of {@link WISH_STATE_NAMES}. */
export function wishStateNames(reader: keyof StateNames): Record<WishState, string> {
  const names = Object.entries(WISH_STATE_NAMES).map(([state, name]) => [state, name[reader]]);
  return Object.fromEntries(names) as Record<WishState, string>;
}
