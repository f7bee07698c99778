import type { MeasuredFrom } from "../origin/origin";

/** From where a list is measured. */
export function placeWords(origin: MeasuredFrom): string {
  if (origin.source === "position") return origin.isRough ? "大致位置" : "我的附近";
  return origin.isMiddle ? `从${origin.name}中间算` : `${origin.name} 附近`;
}
