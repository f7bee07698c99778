/** What people wish for, in the order in which it is offered. */
export const WISH_CATEGORIES = [
  { key: "warm_clothing", label: "防寒鞋服" },
  { key: "appliance", label: "小家电" },
  { key: "groceries", label: "粮油日用" },
  { key: "vehicle_gear", label: "车辆装备" },
  { key: "child_study", label: "孩子学习" },
  { key: "health", label: "健康" },
  { key: "skills", label: "技能学习" },
  { key: "family", label: "家庭纪念" },
  { key: "station", label: "驿站改善" },
  { key: "rights", label: "权益求助" },
] as const;

export type WishCategory = (typeof WISH_CATEGORIES)[number]["key"];

export const WISH_CATEGORY_KEYS = WISH_CATEGORIES.map(({ key }) => key) as [WishCategory, ...WishCategory[]];

/** Unpaid wages and injuries are a right, not a wish: they are led to the unions' line at once and wait in no queue. */
export const REFERRED_CATEGORY = "rights" satisfies WishCategory;

export function categoryLabel(category: WishCategory): string {
  return WISH_CATEGORIES.find(({ key }) => key === category)?.label ?? category;
}
