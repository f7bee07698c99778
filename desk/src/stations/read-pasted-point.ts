import type { Datum, MapPoint } from "../../../shared/common/place";

/** Where China lies, in degrees: a pair is told from its order by it. */
const LATITUDES = [3, 54] as const;
const LONGITUDES = [73, 136] as const;

/**
 * A pair of coordinates in any form in which it is copied: 34.76,113.66 · 113.66，34.76 · 北纬34.76 东经113.66 ·
 * 34°45'36" 113°39'36". The order does not matter, since no place in China could be both.
 *
 * @returns null where there are not two numbers, or they lie elsewhere
 */
export function readPoint(text: string): MapPoint | null {
  const plain = text.normalize("NFKC").replaceAll("、", ",");
  const numbers = degreesIn(plain);
  const [one, other] = numbers;
  if (numbers.length !== 2 || one === undefined || other === undefined) return null;
  if (lies(one, LATITUDES) && lies(other, LONGITUDES)) return { latitude: one, longitude: other };
  if (lies(other, LATITUDES) && lies(one, LONGITUDES)) return { latitude: other, longitude: one };
  return null;
}

const ANGLE = /(\d+(?:\.\d+)?)(?:\s*[°度]\s*(?:(\d+(?:\.\d+)?)\s*['′分]\s*(?:(\d+(?:\.\d+)?)\s*(?:["″秒]|''))?)?)?/g;

function degreesIn(text: string): number[] {
  return [...text.matchAll(ANGLE)].map(
    ([, degrees, minutes = "0", seconds = "0"]) => Number(degrees) + Number(minutes) / 60 + Number(seconds) / 3_600,
  );
}

function lies(value: number, [least, most]: readonly [number, number]): boolean {
  return value >= least && value <= most;
}

export const DATUM_WORDS: Readonly<Record<Datum, string>> = {
  gcj02: "高德、腾讯、微信(GCJ-02)",
  bd09: "百度(BD-09)",
  wgs84: "手机 GPS、天地图(WGS-84)",
};
