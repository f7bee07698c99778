/**
 * What a scanned code says, decoded: WeChat hands over the address of a plain code as `q`, and what a mini-program code
 * holds as `scene`.
 *
 * @returns null for a page that was opened otherwise
 */
export function scannedText({ q, scene }: { q?: string; scene?: string }): string | null {
  const text = q ?? scene;
  if (text === undefined) return null;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
