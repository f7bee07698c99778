interface CategoryFacts {
  key: string;
  /** As the union's figures name it. */
  label: string;
  /** As people say it, where they say it otherwise. */
  said?: string;
}

/** What people wish for, in the order in which it is offered. */
export const WISH_CATEGORIES = [
  { key: "warm_clothing", label: "防寒鞋服" },
  { key: "appliance", label: "小家电", said: "电饭锅、电风扇" },
  { key: "groceries", label: "粮油日用" },
  { key: "vehicle_gear", label: "车辆装备", said: "头盔、手套、雨衣" },
  { key: "child_study", label: "孩子学习" },
  { key: "health", label: "健康" },
  { key: "skills", label: "技能学习" },
  { key: "family", label: "家庭纪念" },
  { key: "station", label: "驿站改善" },
  { key: "rights", label: "权益求助", said: "欠工资、受了工伤" },
] as const satisfies readonly CategoryFacts[];

export type WishCategory = (typeof WISH_CATEGORIES)[number]["key"];

export const WISH_CATEGORY_KEYS = WISH_CATEGORIES.map(({ key }) => key) as [WishCategory, ...WishCategory[]];

/** Unpaid wages and injuries are a right, not a wish: they are led to the unions' line at once and wait in no queue. */
export const REFERRED_CATEGORY = "rights" satisfies WishCategory;

/** What a worker reads of a category: 头盔、手套、雨衣 for 车辆装备. */
export function categorySaid(category: WishCategory): string {
  const facts: CategoryFacts | undefined = WISH_CATEGORIES.find(({ key }) => key === category);
  return facts?.said ?? facts?.label ?? category;
}

export function categoryLabel(category: WishCategory): string {
  return WISH_CATEGORIES.find(({ key }) => key === category)?.label ?? category;
}
