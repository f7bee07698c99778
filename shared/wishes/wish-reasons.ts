import type { WishMove } from "./wish-states.js";

/** Why something happens to a wish, in words that need no typing; anything else is said in words of one's own. */
export const WISH_REASONS = {
  reject: [
    { key: "not_union", label: "不归工会办" },
    { key: "cash", label: "心愿不发现金" },
    { key: "over_cap", label: "超出金额上限" },
    { key: "not_worker", label: "不是户外劳动者的心愿" },
    { key: "unclear", label: "没说清楚，也联系不上" },
    { key: "improper", label: "内容不合适" },
    { key: "other", label: "其他" },
  ],
  unfulfillable: [
    { key: "out_of_stock", label: "买不到" },
    { key: "no_budget", label: "今年的经费用完了" },
    { key: "unreachable", label: "联系不上本人" },
    { key: "not_collected", label: "一直没人来领" },
    { key: "other", label: "其他" },
  ],
  release: [
    { key: "too_busy", label: "忙不过来" },
    { key: "not_mine", label: "不归我这边办" },
    { key: "other", label: "其他" },
  ],
  dispute: [
    { key: "not_received", label: "我没收到" },
    { key: "wrong_thing", label: "东西不对" },
    { key: "broken", label: "是坏的" },
    { key: "other", label: "其他" },
  ],
  withdraw: [
    { key: "not_needed", label: "不需要了" },
    { key: "mistaken", label: "写错了" },
    { key: "other", label: "其他" },
  ],
} as const satisfies Partial<Record<WishMove, readonly { key: string; label: string }[]>>;

/** Where a wish that is no wish is led. */
export const WISH_REFERRALS = [
  { key: "12351", label: "12351 工会热线" },
  { key: "legal_aid", label: "工会法律援助" },
  { key: "street", label: "街道、社区" },
  { key: "civil_affairs", label: "民政救助" },
  { key: "other", label: "其他" },
] as const;

const OTHER = "other";
const LISTS: Partial<Record<WishMove, readonly { key: string; label: string }[]>> = {
  ...WISH_REASONS,
  refer: WISH_REFERRALS,
};

/** What was said as a reason: a key of the list, or words, which are then those of `other`. */
export function readReason(move: WishMove, said: string | undefined): { key: string | null; words: string | null } {
  if (said === undefined) return { key: null, words: null };
  const isListed = LISTS[move]?.some(({ key }) => key === said) ?? false;
  return isListed ? { key: said, words: null } : { key: OTHER, words: said };
}

/** What a reason of the list is called; null for one that is not, or no longer, in it. */
export function reasonLabel(move: WishMove, key: string): string | null {
  return LISTS[move]?.find((reason) => reason.key === key)?.label ?? null;
}
