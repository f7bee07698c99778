import type { AttackedMonth, Month, Tally } from "./city-month.js";

export const rate = ({ open, arrivals }: Pick<Tally, "open" | "arrivals">): number => open / arrivals;
export const percent = (share: number): string => `${(100 * share).toFixed(2)} %`;
export const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;

/** How much of the way from the posted hours to a perfect knowledge the product goes. */
export function gapClosed({ plain }: Month, { product }: AttackedMonth): number {
  return (rate(product) - rate(plain.posted)) / (rate(plain.perfect) - rate(plain.posted));
}
