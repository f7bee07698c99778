const STRUCK = "…";

/** What may be a person's in the text of an error, longest first: what is struck by one is not looked at by the next. */
const PERSONAL: readonly RegExp[] = [
  // What follows the path of an address: search words, positions, ids.
  /\?[^\s'"`()<>]+/g,
  // Addresses of letters.
  /[\w.+-]+@[\w-]+\.[\w.-]+/g,
  // Tokens and ids of accounts.
  /\b[A-Za-z0-9_-]{28,}(?:\.[A-Za-z0-9_-]{8,})*/g,
  /\b[a-z]{2}_[a-z0-9]{6,}\b/g,
  // Positions, by their names and by their looks.
  /\b(?:lat|lng|lon)[a-z]*["']?\s*[:=]\s*["']?-?[\d.]+/gi,
  /-?\d{1,3}\.\d+\s*[,，;/ ]\s*-?\d{1,3}\.\d+/g,
  /-?\d{1,3}\.\d{3,}/g,
  // Telephone and identity numbers, however they are written.
  /\d(?:[ -]?\d){6,}/g,
  // Our own errors are in English: what is Chinese was written by people.
  /[\u3400-\u9fff\uf900-\ufaff]+/g,
];

const isHidden = (character: string) => character < " " && character !== "\n";

/**
 * The text of an error without what may be a person's: positions, numbers, queries, tokens, what somebody wrote. The phone
 * does it before it sends, and the server before it keeps.
 *
 * @param most characters at the most
 */
export function clientErrorText(text: string, most: number): string {
  const bare = PERSONAL.reduce((left, pattern) => left.replace(pattern, STRUCK), text);
  return Array.from(bare.slice(0, most))
    .filter((character) => !isHidden(character))
    .join("")
    .trim();
}
