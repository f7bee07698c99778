import { randomFillSync, randomInt } from "node:crypto";
import { SHORT_CODE_ALPHABET } from "../shared/people/short-code.js";

const ID_ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";
const ID_CHARACTERS = 16;
/** Random bytes are drawn for many ids at once: every request has one. */
const RANDOM_POOL_BYTES = 256 * ID_CHARACTERS;
const randomPool = new Uint8Array(RANDOM_POOL_BYTES);
let randomAt = RANDOM_POOL_BYTES;

/** An id that cannot be guessed: 16 characters of 32, which is 80 random bits. */
export function newId(prefix: string): string {
  if (randomAt === RANDOM_POOL_BYTES) {
    randomFillSync(randomPool);
    randomAt = 0;
  }
  let id = `${prefix}_`;
  const end = randomAt + ID_CHARACTERS;
  while (randomAt < end) id += ID_ALPHABET[(randomPool[randomAt++] ?? 0) % ID_ALPHABET.length];
  return id;
}

/** A code that people read out and type, of so many characters. */
export function newCode(length: number): string {
  return Array.from({ length }, () => SHORT_CODE_ALPHABET[randomInt(SHORT_CODE_ALPHABET.length)]).join("");
}
