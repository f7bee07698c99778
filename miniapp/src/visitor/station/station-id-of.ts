/**
 * Which station a page was opened for: named by itself, or inside the address of a scanned poster, which WeChat hands over
 * encoded as `q`, or as the `scene` of a mini-program code.
 *
 * @returns empty when neither names one
 */
export function stationIdOf({ id, q, scene }: { id?: string; q?: string; scene?: string }): string {
  if (id) return id;
  const coded = /^(?:id=)?(st_[a-z0-9_]+)$/.exec(decoded(scene ?? ""))?.[1];
  if (coded !== undefined) return coded;
  return /[?&](?:station|id)=(st_[a-z0-9_]+)/.exec(decoded(q ?? ""))?.[1] ?? "";
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
