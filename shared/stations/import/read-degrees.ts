/** Decimal degrees of 116.2018, 东经116.2018°, 116°12′6.6″E and 东经116度12分24秒; null: it is none of these. */
export function readDegrees(text: string): number | null {
  const plain = text
    .normalize("NFKC")
    .replace(/东经|西经|北纬|南纬|经度|纬度|[:\s]/g, "")
    .replace(/^[EN]|[EN]$/gi, "");
  const decimal = plain.match(/^([-+]?\d+(\.\d+)?)[°度]?$/)?.[1];
  if (decimal !== undefined) return Number(decimal);
  const parts = plain.match(/^(\d{1,3})[°度](\d{1,2}(?:\.\d+)?)[′'’分](?:(\d{1,2}(?:\.\d+)?)(?:[″"”秒]|[′'’]{2})?)?$/);
  if (!parts) return null;
  const [degrees = 0, minutes = 0, seconds = 0] = parts.slice(1).map((part) => Number(part ?? 0));
  if (minutes >= 60 || seconds >= 60) return null;
  return Number((degrees + minutes / 60 + seconds / 3_600).toFixed(7));
}
