/**
 * Which station a page was opened for: named by itself, or inside the address of a scanned poster, which WeChat hands over
 * encoded as `q`.
 *
 * @returns empty when neither names one
 */
export function stationIdOf({ id, q }: { id?: string; q?: string }): string {
  if (id) return id;
  return /[?&](?:station|id)=(st_[a-z0-9_]+)/.exec(decoded(q ?? ""))?.[1] ?? "";
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
