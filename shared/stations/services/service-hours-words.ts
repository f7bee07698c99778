import type { Hours } from "../hours.js";
import { dateWords, dayWords, hoursInShort } from "../hours-words.js";
import { isSingle } from "./kept-services.js";

/** When a service is there, a line each: 周二 14:00–16:00, 12月5日 9:00–11:00. Days without it are left out. */
export function serviceHoursLines(hours: Hours): string[] {
  if (isSingle(hours)) {
    return hours.exceptions.map(({ date, hours: ofDate }) => `${dateWords(date)} ${dayWords(ofDate).join("，")}`);
  }
  return hoursInShort(hours).filter((line) => !/(不开|不知道)$/.test(line));
}
