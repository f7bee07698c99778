/** What stands for nothing on paper, in XML or in an address: control characters and halves of characters. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;

/** A text as it can be printed: a space in place of each character that cannot. */
export function printableText(text: string): string {
  return text.replace(UNPRINTABLE, " ");
}
