import { AMENITIES } from "../../../shared/amenities/amenity";
import type { TaskItem } from "../../../shared/trust/report-answer";

const KIND_WORDS: Partial<Record<TaskItem["kind"], string>> = {
  door_closed: "有人说门关着",
  amenity_broken: "有东西坏了",
};

/** What was reported. */
export function taskWords({ kind, amenity }: Pick<TaskItem, "kind" | "amenity">): string {
  if (amenity !== null) return `${AMENITIES[amenity].label}坏了`;
  return KIND_WORDS[kind] ?? "有人说不对";
}
