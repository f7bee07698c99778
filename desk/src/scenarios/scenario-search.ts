import { AMENITY_KINDS } from "../../../shared/amenities/amenity";
import type { ScenarioQuestion } from "../../../shared/circle/scenario";
import { COUNTED_DAYS, STEP_WEIGHTS } from "../../../shared/circle/steps-question";

/** A question without its city. */
export type Question = Omit<ScenarioQuestion, "city">;

/** What is asked where the address does not say. */
export const DEFAULTS: Question = {
  ...{ hours: 40, sites: 3, mends: 0, days: "week", minutes: 15, travel: "walk", amenities: [] },
  ...{ weights: "demand", siteOpens: "04:00", siteCloses: "23:00", fixed: [], wished: [], forbidden: [] },
};

/** One question in an address; lists have commas between, and what is as it always is is left out. */
export interface SideSearch {
  name?: string;
  hours?: number;
  sites?: number;
  mends?: number;
  days?: Question["days"];
  minutes?: number;
  travel?: Question["travel"];
  amenities?: string;
  weights?: Question["weights"];
  siteOpens?: string;
  siteCloses?: string;
  fixed?: string;
  wished?: string;
  forbidden?: string;
}

export interface ScenarioSearch extends SideSearch {
  city?: string;
  /** What it is compared with, in the same city. */
  other?: SideSearch;
}

const NUMBERS = { hours: 1_000, sites: 20, mends: 50, minutes: 60 } as const;
const LISTS = ["fixed", "wished", "forbidden"] as const;
const HALF_HOUR = /^([01]\d|2[0-3]):(00|30)$/;
const CELL = /^89[0-9a-f]{13}$/;
const LONGEST_NAME = 20;

export function readScenarioSearch(search: Record<string, unknown>): ScenarioSearch {
  // An address may hold a code as a number.
  const city = typeof search.city === "number" ? String(search.city) : search.city;
  const other = isRecord(search.other) ? readSide(search.other) : undefined;
  return {
    ...(typeof city === "string" && /^(\d{4}|\d{6})$/.test(city) ? { city } : {}),
    ...readSide(search),
    ...(other === undefined ? {} : { other }),
  };
}

function readSide(search: Record<string, unknown>): SideSearch {
  const { name, amenities, siteOpens, siteCloses } = search;
  const side: SideSearch = {};
  if (typeof name === "string" && name.trim() !== "") side.name = name.trim().slice(0, LONGEST_NAME);
  for (const [key, most] of Object.entries(NUMBERS) as [keyof typeof NUMBERS, number][]) {
    const value = search[key];
    const least = key === "minutes" ? 1 : 0;
    if (typeof value === "number" && Number.isInteger(value) && value >= least && value <= most) side[key] = value;
  }
  const [days] = COUNTED_DAYS.filter((one) => one === search.days);
  const [weights] = STEP_WEIGHTS.filter((one) => one === search.weights);
  if (days !== undefined) side.days = days;
  if (weights !== undefined) side.weights = weights;
  if (search.travel === "ebike") side.travel = "ebike";
  if (typeof siteOpens === "string" && HALF_HOUR.test(siteOpens)) side.siteOpens = siteOpens;
  if (typeof siteCloses === "string" && HALF_HOUR.test(siteCloses)) side.siteCloses = siteCloses;
  const kinds = AMENITY_KINDS.filter((kind) => typeof amenities === "string" && amenities.split(",").includes(kind));
  if (kinds.length > 0) side.amenities = kinds.join(",");
  for (const key of LISTS) {
    const cells = cellsIn(search[key]);
    if (cells.length > 0) side[key] = cells.join(",");
  }
  return side;
}

function cellsIn(text: unknown): string[] {
  return typeof text === "string" ? [...new Set(text.split(","))].filter((cell) => CELL.test(cell)).slice(0, 100) : [];
}

/** What an address asks. */
export function questionOf(side: SideSearch): Question {
  const { name: _name, amenities, fixed, wished, forbidden, ...plain } = side;
  const kinds = amenities?.split(",") ?? [];
  return {
    ...DEFAULTS,
    ...plain,
    amenities: AMENITY_KINDS.filter((kind) => kinds.includes(kind)),
    fixed: cellsIn(fixed),
    wished: cellsIn(wished),
    forbidden: cellsIn(forbidden),
  };
}

/** The other way round: as short as it can be. */
export function sideOf(question: Question, name?: string): SideSearch {
  const changed = Object.entries(question).flatMap(([key, value]) => {
    const usual: unknown = DEFAULTS[key as keyof Question];
    const text = Array.isArray(value) ? value.join(",") : value;
    return text === (Array.isArray(usual) ? "" : usual) ? [] : [[key, text] as const];
  });
  return readSide({ ...Object.fromEntries(changed), ...(name === undefined ? {} : { name }) });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
