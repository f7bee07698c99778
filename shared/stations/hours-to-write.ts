import type { Hours } from "./hours.js";
import { hoursInShort } from "./hours-words.js";

/** Hours as a person would write them, to be changed and read again: what nobody knows is left out. */
export function hoursToWrite(hours: Hours): string {
  return hoursInShort(hours)
    .filter((line) => !line.endsWith("不知道"))
    .join("；");
}
