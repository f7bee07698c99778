import { scannedText } from "../../../navigation/scanned-text";

/** What a link of the hall's screen says: which class, and the code that stood there. Each may be missing. */
export interface CheckInLink {
  sessionId: string | null;
  code: string | null;
}

/** What the page was opened with: our own link, or what a camera read off the screen. */
export function readCheckInLink({ id, code, ...scanned }: Partial<Record<string, string>>): CheckInLink {
  const text = scannedText(scanned);
  return text === null ? { sessionId: id ?? null, code: code ?? null } : readCheckInAddress(text);
}

/** Reads an address, such as that of the QR on the hall's screen, or what stands behind its `?`. */
export function readCheckInAddress(address: string): CheckInLink {
  const part = (pattern: RegExp) => pattern.exec(address)?.[1] ?? null;
  return { sessionId: part(/(?:^|[?&])id=(cs_[a-z0-9_]+)/), code: part(/(?:^|[?&])code=([0-9a-z]+)/i) };
}
