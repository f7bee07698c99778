import { z } from "zod";

/**
 * Characters that show nothing and change what stands beside them: controls, line ends, halves of characters, what is no
 * character at all, and marks that turn the direction of writing, by which a text reads as another.
 */
const HIDDEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFFF9-\uFFFB\uFFFE\uFFFF]/u;

export const HIDDEN_CHARACTERS = "里面有看不见的特殊字符，删掉再填一遍";

export function hasHiddenCharacters(text: string): boolean {
  return HIDDEN.test(text);
}

/**
 * One line that a person wrote, of at most so many characters; may be empty. For every text that comes in and is
 * kept.
 */
export const textUpTo = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .refine((text) => !hasHiddenCharacters(text), { error: HIDDEN_CHARACTERS });

/** As {@link textUpTo}, and not empty. */
export const wordsUpTo = (most: number) => textUpTo(most).min(1);
