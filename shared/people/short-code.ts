/** Capitals and digits that nobody takes for one another, read aloud, by hand or on a scratched screen. */
export const SHORT_CODE_ALPHABET = "ABCDEFGHJKMNPQRTUVWXY346789";

/** Characters of a code that signs a computer in: it lives for five minutes. */
export const SIGN_IN_CODE_LENGTH = 8;
/** Characters of an invitation: it lives for a week. */
export const INVITATION_CODE_LENGTH = 10;

/** Characters of the code on the slip of somebody without a phone: it lives as long as their wish. */
export const SLIP_CODE_LENGTH = 12;
/** Characters of the code against which a wish is handed over, once, at one station. */
export const PICKUP_CODE_LENGTH = 6;

/** A code as somebody types or scans it, alone or in the address of a QR; null where there is none. */
export function readShortCode(text: string, length: number): string | null {
  const inAddress = /[?&]code=([^&#]*)/.exec(text)?.[1];
  const code = (inAddress ?? text).toUpperCase().replace(/[\s-]|%20/g, "");
  const isCode = code.length === length && [...code].every((character) => SHORT_CODE_ALPHABET.includes(character));
  return isCode ? code : null;
}

/** In groups of four or five, as people read a code out. */
export function spacedCode(code: string): string {
  const half = Math.ceil(code.length / 2);
  return `${code.slice(0, half)} ${code.slice(half)}`;
}
