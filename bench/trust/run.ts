import { DEFAULT_TRUST_SETTINGS } from "../../shared/trust/trust-settings.js";
import { printTable } from "../print-table.js";
import { ATTACKS } from "./attacks.js";
import { CITY } from "./city.js";
import { replayMonth } from "./city-month.js";
import { gapClosed, mean, percent, rate } from "./rates.js";
import { printTold } from "./told-tables.js";

/** `npm run bench:trust -- 1 2` looks at the cities of those seeds alone, `-- told 1 2` at keepers who are told alone. */
const [part, ...more] = process.argv.slice(2);
const isToldAlone = part === "told";
const asked = (isToldAlone || part === undefined ? more : [part, ...more]).map(Number);
const SEEDS = asked.length === 0 ? [1, 2, 3, 4, 5] : asked;

if (!isToldAlone) printAttacked();
printTold(SEEDS);

/** `npm run bench:trust`: how often the door put first is open, and what attackers do to it. docs/benchmarks.md. */
function printAttacked(): void {
  const around = ATTACKS.map((attack) => ({ attack }));
  const months = SEEDS.map((seed) => ({ seed, month: replayMonth(seed, DEFAULT_TRUST_SETTINGS, around) }));

  const honest = months.flatMap(({ seed, month }) => month.attacked.slice(0, 1).map((one) => ({ seed, month, one })));
  printTable(
    "Open-door rate of the station put first, half of the reports on the web",
    ["seed", "(a) distance", "(b) posted hours", "(c) product", "(d) perfect", "gap closed", "minutes a/b/c/d"],
    honest.map(({ seed, month, one }) => {
      const tallies = [month.plain.distance, month.plain.posted, one.product, month.plain.perfect];
      const minutes = tallies.map((tally) => (tally.minutes / tally.arrivals).toFixed(2)).join(" / ");
      return [String(seed), ...tallies.map((tally) => percent(rate(tally))), percent(gapClosed(month, one)), minutes];
    }),
  );
  console.log(
    `Of the gap between (b) and (d), (c) closes ${percent(mean(honest.map(({ month, one }) => gapClosed(month, one))))}.`,
  );

  printTable(
    `Attackers beside them, every day from 8 to 20; means of ${SEEDS.length} cities of ${CITY.stations} stations`,
    [
      "who",
      "open doors turned, a day",
      "hours each",
      "turned at one time, at most",
      "open doors moved down",
      "gap closed",
    ],
    ATTACKS.map(({ name }, index) => {
      const all = months.flatMap(({ month }) => month.attacked.slice(index, index + 1).map((one) => ({ month, one })));
      const turns = mean(all.map(({ one }) => one.wrongTurns));
      const hours = mean(all.map(({ one }) => one.wronged.turned));
      return [
        name,
        (turns / CITY.days).toFixed(2),
        turns === 0 ? "—" : (hours / turns).toFixed(1),
        percent(Math.max(...all.map(({ one }) => one.wronged.mostTurned / CITY.stations))),
        percent(mean(all.map(({ one }) => one.wronged.doubted / one.wronged.looked))),
        percent(mean(all.map(({ month, one }) => gapClosed(month, one)))),
      ];
    }),
  );
}
