import { AMENITIES, type AmenityKind } from "../amenities/amenity.js";

/** What somebody needs where there is none: a place to come in, or one with something that works. */
export const MISSING_NEEDS = [
  "door",
  "toilet",
  "hot_water",
  "microwave",
  "phone_charge",
  "ebike_charge",
  "aircon",
] as const satisfies readonly ("door" | AmenityKind)[];
export type MissingNeed = (typeof MISSING_NEEDS)[number];

export function needWords(need: MissingNeed): string {
  return need === "door" ? "能进去歇脚的地方" : AMENITIES[need].label;
}

/** What the office says: still nothing, it is planned, it is there, or there will be none. */
export const MISSING_STATES = ["asked", "planned", "opened", "refused"] as const;
export type MissingState = (typeof MISSING_STATES)[number];
export const MISSING_ANSWERS = ["planned", "opened", "refused"] as const;
export const MISSING_STATE_WORDS: Record<MissingState, string> = {
  asked: "等工会回话",
  planned: "列入计划了",
  opened: "开了",
  refused: "暂时开不了",
};

/** Nobody joins what is decided for good: who asks again begins anew. */
export function isDecided(state: MissingState): boolean {
  return state === "opened" || state === "refused";
}
