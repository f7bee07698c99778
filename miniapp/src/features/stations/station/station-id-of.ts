import { scannedText } from "../../../navigation/scanned-text";

/**
 * Which station a page was opened for: named by itself, or by a scanned code, as its id alone or within an address.
 *
 * @returns empty when neither names one
 */
export function stationIdOf({ id, ...scanned }: { id?: string; q?: string; scene?: string }): string {
  if (id) return id;
  const text = scannedText(scanned) ?? "";
  return /^(?:id=)?(st_[a-z0-9_]+)$/.exec(text)?.[1] ?? /[?&](?:station|id)=(st_[a-z0-9_]+)/.exec(text)?.[1] ?? "";
}
