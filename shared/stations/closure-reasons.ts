/** Why a door is shut for a while, in words that need no check: what keepers are offered to tap. */
export const CLOSURE_REASONS = ["有事出去", "停电停水", "在修东西", "打扫消毒", "内部活动", "天气不好"] as const;
