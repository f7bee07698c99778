import { DEFAULT_TRUST_SETTINGS } from "../../shared/trust/trust-settings.js";
import { seededRandom } from "../made-up-stations.js";
import { printTable } from "../print-table.js";
import { replayMonth, type Tally, WAYS } from "./month.js";

const SEEDS = [1, 2, 3, 4, 5];

const rate = ({ open, arrivals }: Tally) => open / arrivals;
const percent = (share: number) => `${(100 * share).toFixed(2)} %`;

/** `npm run bench:trust`: how often the door put first is open. docs/benchmarks.md says how to read it. */
const rows: string[][] = [];
const closed: number[] = [];
for (const seed of SEEDS) {
  const tallies = replayMonth(seededRandom(seed), DEFAULT_TRUST_SETTINGS);
  const [posted, product, perfect] = [rate(tallies.posted), rate(tallies.product), rate(tallies.perfect)];
  const gap = (product - posted) / (perfect - posted);
  closed.push(gap);
  const minutes = WAYS.map((way) => (tallies[way].minutes / tallies[way].arrivals).toFixed(2)).join(" / ");
  rows.push([String(seed), ...WAYS.map((way) => percent(rate(tallies[way]))), percent(gap), minutes]);
}
printTable(
  "Open-door rate of the station put first",
  ["seed", "(a) distance", "(b) posted hours", "(c) product", "(d) perfect", "gap closed", "minutes a/b/c/d"],
  rows,
);
console.log(
  `Of the gap between (b) and (d), (c) closes ${percent(closed.reduce((sum, one) => sum + one, 0) / closed.length)}.`,
);
