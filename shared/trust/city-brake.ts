import type { TrustSettings } from "./trust-settings.js";

/** How many days of a city's past its brake goes by. */
export const BRAKE_DAYS = 28;
/** A day may be twice as bad as days usually are. */
const FACTOR = 2;

/**
 * The stations whose brake is one: those of a city, by the first four digits of the district's code; "" without a
 * code.
 */
export function brakeCity(districtCode: string | null): string {
  return districtCode?.slice(0, 4) ?? "";
}

/**
 * How many stations of a city may turn within an hour before that is more than its past explains: twice what the worst
 * hour of a day usually was, by the median of the last {@link BRAKE_DAYS} days, so that single bad days, of weather or of
 * an attack, change nothing.
 *
 * @param peaks the most that turned within an hour, of each day on which any did
 */
export function explainedTurns(peaks: readonly number[], { brakeTurns }: Pick<TrustSettings, "brakeTurns">): number {
  const sorted = [...peaks, ...Array<number>(Math.max(BRAKE_DAYS - peaks.length, 0)).fill(0)].sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return Math.max(brakeTurns, FACTOR * median);
}
