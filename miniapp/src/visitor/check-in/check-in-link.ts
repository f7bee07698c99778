/** What a link of the hall's screen says: which class, and the code that stood there. Each may be missing. */
export interface CheckInLink {
  sessionId: string | null;
  code: string | null;
}

/**
 * What the page was opened with, or what a camera read off the screen: our own link, or its address encoded as `q`, as
 * WeChat hands it over.
 */
export function readCheckInLink({ id, code, q }: Partial<Record<string, string>>): CheckInLink {
  if (q !== undefined) return readCheckInAddress(decoded(q));
  return { sessionId: id ?? null, code: code ?? null };
}

/** Reads an address, such as that of the QR on the hall's screen. */
export function readCheckInAddress(address: string): CheckInLink {
  const part = (pattern: RegExp) => pattern.exec(address)?.[1] ?? null;
  return { sessionId: part(/[?&]id=(cs_[a-z0-9_]+)/), code: part(/[?&]code=([0-9a-z]+)/i) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
