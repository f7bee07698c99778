import { z } from "zod";
import { InstantText } from "../common/instant.js";
import { wholeNumberText } from "../common/query-text.js";
import { WorkingAmenities } from "../stations/station-answer.js";
import { ASKED_DAYS } from "./asked-day.js";
import { COVERAGE_BASES } from "./door-hours.js";

const Share = z.number().min(0).max(1);
export const HalfHour = z.string().regex(/^([01]\d|2[0-3]):(00|30)$/, { error: "要写整点或半点，如 09:30" });

export const DayShares = z.object({
  /** When the half hour begins, `HH:MM` in Beijing. */
  from: HalfHour,
  /** The share of cells that have an open door within reach at that minute. */
  covered: Share,
  /** The share of those that have none, and one of which nobody knows. */
  unknown: Share,
});
export type DayShares = z.infer<typeof DayShares>;

export const CoverageQuery = z.object({
  city: z
    .string()
    .regex(/^(\d{4}|\d{6}|\d{4}\|[^|,]{1,30})$/, { error: "要写市或区县的代码，如 4101、410102" })
    .meta({ description: "A city or county by its code (4101, 410102)，or 4101|高新区：what is called so in a city" }),
  on: z
    .union([z.enum(ASKED_DAYS), z.iso.date({ error: "要写成日期，如 2026-12-02" })])
    .optional()
    .meta({ description: "A date, or the next weekday, weekend or holiday; today without it" }),
  minutes: wholeNumberText(1, 60).default(15).meta({ description: "How long the way may be" }),
  travel: z.enum(["walk", "ebike"]).default("walk"),
  amenities: WorkingAmenities,
  basis: z.enum(COVERAGE_BASES).default("posted").meta({
    description: "The posted hours, or what is known besides: closures, and reports that nobody has answered",
  }),
});
export type CoverageQuery = z.infer<typeof CoverageQuery>;

/** A share of cells, or of what they weigh: all cells weigh the same without the word. */
export const CityCoverageQuery = CoverageQuery.extend({
  weights: z.enum(["equal", "demand", "people"]).default("equal").meta({
    description:
      "Shares of cells; the same with searches that found nothing counting for more; or of the people an office has said live or work there",
  }),
});
export type CityCoverageQuery = z.infer<typeof CityCoverageQuery>;

export const CoverageAnswer = z.object({
  asOf: InstantText,
  on: z.iso.date(),
  dayKind: z.enum(["ordinary", "holiday", "adjusted_workday"]),
  /** False: the holidays of that year are not announced yet. */
  calendarKnown: z.boolean(),
  /** How far a door may be from the middle of a cell, straight line. */
  reachMetres: z.int(),
  stations: z.int(),
  /** H3 cells of resolution 9 whose centre lies within 2,500 m of a station. */
  cells: z.int(),
  /** Of all cells, where shares are of people; null: they are of cells. */
  people: z.number().nullable(),
  /** The share of cells, or of people, with a station within reach, whatever its hours. */
  plaques: Share,
  hours: z.array(DayShares).length(48),
});
export type CoverageAnswer = z.infer<typeof CoverageAnswer>;

/** As GeoJSON orders it. */
const BoundingBox = z
  .string()
  .transform((text) => text.split(",").map(Number))
  .pipe(z.tuple([z.number(), z.number(), z.number(), z.number()], { error: "要写西、南、东、北四个度数，用逗号隔开" }))
  .refine(([west, south, east, north]) => west < east && south < north, { error: "西要小于东，南要小于北" });
export type BoundingBox = z.infer<typeof BoundingBox>;

export const CellsQuery = CoverageQuery.extend({
  at: HalfHour.optional().meta({ description: "The half hour, by its beginning; the present one without it" }),
  bbox: BoundingBox.optional().meta({
    type: "string",
    description: "West, south, east, north in GCJ-02 degrees, with commas between: only cells whose middle lies inside",
  }),
});

/** GeoJSON of one polygon for each cell; positions are GCJ-02, as on every map in China, and not WGS-84. */
export const CellsAnswer = z.object({
  type: z.literal("FeatureCollection"),
  datum: z.literal("gcj02"),
  on: z.iso.date(),
  at: HalfHour,
  features: z.array(
    z.object({
      type: z.literal("Feature"),
      id: z.string(),
      properties: z.object({ state: z.enum(["open", "unknown", "shut", "none"]) }),
      geometry: z.object({
        type: z.literal("Polygon"),
        coordinates: z.array(z.array(z.tuple([z.number(), z.number()]))),
      }),
    }),
  ),
});
export type CellsAnswer = z.infer<typeof CellsAnswer>;

export const CoverageDaysQuery = z.object({
  city: z.string().regex(/^\d{4}$/, { error: "要写市的代码，如 4101" }),
});

/** One day as it was kept: the shares of its half hours by each basis, walked in 15 minutes. */
export const CoverageDay = z.object({
  on: z.iso.date(),
  stations: z.int(),
  cells: z.int(),
  plaques: Share,
  posted: z.array(DayShares).length(48),
  happened: z.array(DayShares).length(48),
  /** How many half hours had begun when it was kept; what happened in the rest is what was to be expected then. */
  begun: z.int().min(1).max(48),
});
export type CoverageDay = z.infer<typeof CoverageDay>;

export const CoverageDaysAnswer = z.object({ asOf: InstantText, days: z.array(CoverageDay) });
