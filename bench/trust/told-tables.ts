import { DEFAULT_TRUST_SETTINGS } from "../../shared/trust/trust-settings.js";
import { printTable } from "../print-table.js";
import { ATTACKS } from "./attacks.js";
import { CITY } from "./city.js";
import { type Around, type AttackedMonth, type Month, replayMonth } from "./city-month.js";
import { HOLIDAY, replayHoliday } from "./holiday.js";
import type { Told } from "./keepers.js";
import { gapClosed, mean, percent, rate } from "./rates.js";

const [NOBODY] = ATTACKS;
/** The row that the question fixes: half of them answer, after 20 minutes in the middle. */
const FIXED: Told = { answerShare: 0.5, medianMinutes: 20 };
const ROWS: readonly Told[] = [
  FIXED,
  { answerShare: 0.25, medianMinutes: 20 },
  { answerShare: 0.75, medianMinutes: 20 },
  { answerShare: 1, medianMinutes: 20 },
  { answerShare: 0.5, medianMinutes: 5 },
  { answerShare: 0.5, medianMinutes: 60 },
  { answerShare: 0.5, medianMinutes: 180 },
];

/**
 * (c′): the product with keepers who are told, in the same cities as (c), and the holiday week with and without a
 * roll call.
 */
export function printTold(seeds: readonly number[]): void {
  if (NOBODY === undefined) throw new Error("no row without attackers");
  const around: Around[] = [{ attack: NOBODY }, ...ROWS.map((told) => ({ attack: NOBODY, told }))];
  const months = seeds.map((seed) => replayMonth(seed, DEFAULT_TRUST_SETTINGS, around));
  const of = (index: number): { month: Month; one: AttackedMonth }[] =>
    months.flatMap((month) => month.attacked.slice(index, index + 1).map((one) => ({ month, one })));
  const weeks = CITY.days / 7;
  printTable(
    `Keepers who are told; means of ${seeds.length} cities`,
    ["who answers", "after, in the middle", "open-door rate", "gap closed", "minutes", "messages a keeper a week"],
    around.map(({ told }, index) => [
      told === undefined ? "(c) nobody is told" : `(c′) ${percent(told.answerShare)} of keepers`,
      told === undefined ? "—" : `${told.medianMinutes} min`,
      percent(mean(of(index).map(({ one }) => rate(one.product)))),
      percent(mean(of(index).map(({ month, one }) => gapClosed(month, one)))),
      mean(of(index).map(({ one }) => one.product.minutes / one.product.arrivals)).toFixed(2),
      told === undefined
        ? "—"
        : [
            mean(of(index).map(({ one }) => (one.messages?.urgent ?? 0) / CITY.stations / weeks)),
            mean(of(index).map(({ one }) => (one.messages?.calm ?? 0) / CITY.stations / weeks)),
          ]
            .map((count) => count.toFixed(2))
            .join(" urgent, ") + " calm",
    ]),
  );
  const tallies = seeds.map((seed) => replayHoliday(seed, HOLIDAY.answerShares));
  printTable(
    `A holiday week of ${HOLIDAY.days} days; ${percent(HOLIDAY.openShare)} of the stations open`,
    ["who answered the roll call", "arrivals at an open door", "minutes"],
    HOLIDAY.answerShares.map((share, index) => [
      share === 0 ? "nobody was asked" : `${percent(share)} of keepers`,
      percent(mean(tallies.flatMap((one) => one.slice(index, index + 1).map(rate)))),
      mean(
        tallies.flatMap((one) => one.slice(index, index + 1).map((tally) => tally.minutes / tally.arrivals)),
      ).toFixed(2),
    ]),
  );
}
