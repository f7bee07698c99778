import type { TextSealer } from "./sealed-text.js";

/** What people are called, and what they say, inside documents that are otherwise in clear. */
export interface SealedWords {
  seal: (words: string) => string;
  /** Also of words that were kept before they were sealed. */
  open: (kept: string) => string;
  /** Whether they are under the present key. */
  isCurrent: (kept: string) => boolean;
}

/** Longer than any name, and no words that a person says. */
const SEALED = /^v\d\.[0-9a-f]+\.[\w-]{38,}$/;

/**
 * @param sealer null: a command that has no key writes in clear what the server seals when it next changes it
 * @param purpose what they are bound to: elsewhere they do not open
 */
export function sealedWords(sealer: TextSealer | null, purpose: string): SealedWords {
  return {
    // Nothing stays nothing: what is forgotten shows as such.
    seal: (words) => (words === "" || sealer === null ? words : sealer.seal(words, purpose)),
    open: (kept) => {
      if (!SEALED.test(kept)) return kept;
      if (sealer === null) throw new Error("sealed words, and no key");
      return sealer.open(kept, purpose);
    },
    isCurrent: (kept) => kept === "" || (sealer?.isCurrent(kept) ?? false),
  };
}
