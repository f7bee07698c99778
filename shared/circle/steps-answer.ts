import { z } from "zod";
import { InstantText } from "../common/instant.js";
import { wholeNumberText } from "../common/query-text.js";
import { MapPoint, StationId } from "../stations/station.js";
import { CoverageQuery, HalfHour } from "./coverage-answer.js";
import { COUNTED_DAYS, STEP_WEIGHTS } from "./steps-question.js";

/** How much may be asked for. */
export const MOST_OF = { hours: 1_000, sites: 20, mends: 50, cells: 100 } as const;

export const CellId = z.string().regex(/^89[0-9a-f]{13}$/, { error: "要写 H3 第 9 级的格子" });

const CellIds = z
  .string()
  .default("")
  .transform((text) => text.split(",").filter((id) => id !== ""))
  .pipe(z.array(CellId).max(MOST_OF.cells));

export const NextStepsQuery = CoverageQuery.omit({ on: true, basis: true }).extend({
  hours: wholeNumberText(0, MOST_OF.hours)
    .default(40)
    .meta({ description: "How many hours a week stations may open longer" }),
  sites: wholeNumberText(0, MOST_OF.sites).default(3).meta({ description: "How many new stations there may be" }),
  mends: wholeNumberText(0, MOST_OF.mends).default(0).meta({
    description: "At how many stations the amenities that are asked for may be put right",
  }),
  days: z.enum(COUNTED_DAYS).default("week").meta({ description: "Which days of an ordinary week count" }),
  weights: z
    .enum(STEP_WEIGHTS)
    .default("demand")
    .meta({
      description:
        "What to gain most of: cell-hours; the same, where half hours at which searches found nothing within the last 28 days " +
        "count for more; hours of the people an office has said live or work there",
    }),
  siteOpens: HalfHour.default("04:00"),
  siteCloses: HalfHour.default("23:00"),
  fixed: CellIds.meta({ type: "string", description: "Cells with a new station that is decided upon, commas between" }),
  wished: CellIds.meta({
    type: "string",
    description: "Cells where a new station is wished for: each is told with what it would gain; with commas between",
  }),
  forbidden: CellIds.meta({ type: "string", description: "Cells where no new station may be, with commas between" }),
});
export type NextStepsQuery = z.infer<typeof NextStepsQuery>;

const Gain = z.object({
  gainCellHours: z.number(),
  /** People a week whose search would have found a door, as far as they were counted. */
  gainPeople: z.number(),
  /** Hours a week of people of the office's table; null: it has brought none. */
  gainPersonHours: z.number().nullable(),
});

const WishedSiteAnswer = Gain.extend({
  cell: z.string(),
  isChosen: z.boolean(),
  /** How many people said that a station is missing there; 0: only the question names the cell. */
  people: z.int(),
});

const StepAnswer = Gain.extend({
  kind: z.enum(["hours", "site", "mend"]),
  /** Whose door it is; null for a new site. */
  station: z.object({ id: StationId, name: z.string() }).nullable(),
  /** Minutes since midnight; for longer hours alone. */
  hours: z
    .object({ days: z.enum(["weekdays", "weekend"]), opens: z.int(), closes: z.int(), stationHours: z.number() })
    .nullable(),
  /** The cell of a new site. */
  site: z.object({ cell: z.string() }).nullable(),
  /** Where the station is or would be, GCJ-02. */
  location: MapPoint,
  /** In Chinese: who, when, which streets. */
  sentence: z.string(),
});
export type StepAnswer = z.infer<typeof StepAnswer>;

export const NextStepsAnswer = z.object({
  asOf: InstantText,
  cells: z.int(),
  /** How far a door may be from the middle of a cell, straight line. */
  reachMetres: z.int(),
  /** Cell-hours of an ordinary week, on the days that count: all there are. */
  allCellHours: z.number(),
  /** Those with an open door, by posted hours, before any step. */
  coveredCellHours: z.number(),
  /** What new stations that are decided upon add to them. */
  fixedCellHours: z.number(),
  /** What gains most first; gains add up in the order in which they were chosen. */
  steps: z.array(StepAnswer),
  /**
   * The cells that the question wishes for, and those where people say that a station is missing; what gains most
   * first.
   */
  wished: z.array(WishedSiteAnswer),
});
export type NextStepsAnswer = z.infer<typeof NextStepsAnswer>;
