import type { AmenityMask } from "../stations/nearest/amenity-mask.js";
import type { StationCore } from "../stations/nearest/station-core.js";
import type { CircleBudget } from "./choose-actions.js";
import type { WeeklyDemand } from "./demand-weights.js";

/** Hours are made longer on all days of one of these, Monday = 0. */
export const DAY_SETS = [
  { days: "weekdays", weekdays: [0, 1, 2, 3, 4] },
  { days: "weekend", weekdays: [5, 6] },
] as const;
export type DaySet = (typeof DAY_SETS)[number]["days"];

/** Which days of a week count. */
export const COUNTED_DAYS = ["week", "weekdays", "weekend"] as const;
export type CountedDays = (typeof COUNTED_DAYS)[number];

/**
 * What to gain most of: cell-hours, the same with searches that found nothing counting for more, or hours of the
 * people who live or work there.
 */
export const STEP_WEIGHTS = ["equal", "demand", "people"] as const;
export type StepWeights = (typeof STEP_WEIGHTS)[number];

export interface StepsQuestion {
  stations: readonly StationCore[];
  /** The Monday of a week without holidays, counted from 1970-01-01. */
  firstDay: number;
  days: CountedDays;
  reachMetres: number;
  /** Doors are asked for with all of these; none: any door. */
  amenities: AmenityMask;
  budget: CircleBudget;
  /** When a new site is open, every day, minutes since midnight. */
  siteHours: { opens: number; closes: number };
  /** Cells where a site is decided upon already, and where none may be. */
  fixed: readonly string[];
  forbidden: readonly string[];
  /** Cells where somebody would like a site: what each would gain is told, whether it is chosen or not. */
  wished: readonly string[];
  weights: StepWeights;
  /** Searches that found nothing. */
  demand: readonly WeeklyDemand[];
  /** How many people a cell has; null: nobody has said. */
  people: ReadonlyMap<string, number> | null;
}
