import { z } from "zod";
import { HALF_HOURS_A_DAY, type Shares } from "../circle/coverage.js";
import { monthOfDate } from "../common/month.js";

const Sums = z.array(z.int().min(0)).length(HALF_HOURS_A_DAY);

/** How far the circle of a city or county reached in one month, added up day by day. */
export const BoardMonth = z.strictObject({
  /** `YYYY-MM` */
  month: z.string(),
  /** How many days are added up, and the last of them. */
  days: z.int().min(1),
  lastOn: z.iso.date(),
  /** By half hours of the day, in ten-thousandths of the cells: whole numbers, so that nothing is lost by adding. */
  covered: Sums,
  unknown: Sums,
  /** What was to be expected of the next holiday at noon, as it was on the last day. */
  holiday: z.strictObject({ covered: z.number(), unknown: z.number() }),
});
export type BoardMonth = z.infer<typeof BoardMonth>;

/** What is measured once a day. */
export interface BoardDay {
  on: string;
  hours: readonly Shares[];
  holiday: Shares;
}

const WHOLE = 10_000;

/** The month with one day more. A day that is in it already changes nothing. */
export function withDay(known: BoardMonth | null, { on, hours, holiday }: BoardDay): BoardMonth {
  if (known !== null && known.lastOn >= on) return known;
  const add = (sums: readonly number[] | undefined, share: (one: Shares) => number) =>
    hours.map((one, index) => (sums?.[index] ?? 0) + Math.round(share(one) * WHOLE));
  return {
    month: monthOfDate(on),
    days: (known?.days ?? 0) + 1,
    lastOn: on,
    covered: add(known?.covered, ({ covered }) => covered),
    unknown: add(known?.unknown, ({ unknown }) => unknown),
    holiday: { covered: holiday.covered, unknown: holiday.unknown },
  };
}

/** The mean of the month's days at a half hour. */
export function sharesOfMonth({ days, covered, unknown }: BoardMonth, index: number): Shares {
  const mean = (sums: readonly number[]) => Math.round((sums[index] ?? 0) / days) / WHOLE;
  return { covered: mean(covered), unknown: mean(unknown) };
}
