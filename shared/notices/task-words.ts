import { AMENITIES } from "../amenities/amenity.js";
import type { Task } from "../trust/report.js";

/** What a task is about, in the 20 characters of a message. */
export function taskWords({ kind, amenity }: Pick<Task, "kind" | "amenity">): string {
  switch (kind) {
    case "door_closed":
      return "有人说门没开";
    case "amenity_broken":
      return amenity === null ? "有人说东西坏了" : `有人说${AMENITIES[amenity].label}坏了`;
    case "wrong_info":
      return "有人说信息不对";
    case "other":
      return "有人反映了一件事";
  }
}
