/**
 * What stands on a card, as it is read aloud: the same words without the signs that only eyes understand.
 *
 * @param parts the lines of the card, in their order; null where a line is not there
 */
export function spokenWords(parts: readonly (string | null)[]): string {
  return parts
    .filter((part): part is string => part !== null && part !== "")
    .map((part) => `${spokenPart(part)}。`)
    .join("");
}

function spokenPart(words: string): string {
  return words
    .replace(/\s*·\s*/g, "，")
    .replace(/(\d)[–-](\d+ ?(?:分钟|小时))/g, "$1 到 $2")
    .replace(/(\d{1,2}):00 ?/g, (_, hour: string) => `${Number(hour)} 点`)
    .replace(/(\d{1,2}):(\d{2}) ?/g, (_, hour: string, minute: string) => `${Number(hour)} 点 ${minute} 分`)
    .replace(/。$/, "");
}
