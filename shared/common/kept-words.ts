const DAYS_A_YEAR = 365;

/** How long something stays: 90 天, 365 天, 2 年 (of more than a year), with a space before it. */
export function keptWords(days: number): string {
  const years = Math.floor(days / DAYS_A_YEAR);
  const isWholeYears = years > 1 && days - years * DAYS_A_YEAR <= 1;
  return isWholeYears ? ` ${years} 年` : ` ${days} 天`;
}
