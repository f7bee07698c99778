import { z } from "zod";
import { InstantText } from "../common/instant.js";
import { MONTH_FIGURE_KEYS } from "./month-figures.js";

export const Month = z.string().regex(/^2\d{3}-(0[1-9]|1[0-2])$/, { error: "要写成 2026-11 这样的月份" });

export const ReachQuery = z.object({
  reach: z
    .string()
    .regex(/^(\d{2}){0,3}$/, { error: "要填 64、6401、640104 这样的区划代码" })
    .optional()
    .meta({ description: "A code within the officer's reach; without it all of that" }),
});

const FigureValue = z.object({
  /** False: nobody knows, for want of a record. */
  isKnown: z.boolean(),
  /** Null: unknown, or nothing of which it could be said. A share is in percent. */
  value: z.number().nullable(),
  of: z.int().nullable(),
  found: z.int().nullable(),
  /** Of a share, 0 to 1. */
  low: z.number().nullable(),
  high: z.number().nullable(),
});

export const MonthReport = z.object({
  asOf: InstantText,
  month: Month,
  before: Month,
  /** Whether the month is over; else its figures are as of now. */
  isOver: z.boolean(),
  /** What the officer may choose: the codes of their reach, and those of the districts that have stations there. */
  reaches: z.array(z.object({ code: z.string(), text: z.string() })),
  reach: z.object({ code: z.string().nullable(), text: z.string() }),
  /** Whose report it is, where the installation says so. */
  union: z.string().nullable(),
  figures: z.array(z.object({ key: z.enum(MONTH_FIGURE_KEYS), now: FigureValue, before: FigureValue })),
});
export type MonthReport = z.infer<typeof MonthReport>;

export const RowsQuery = ReachQuery.extend({ figure: z.enum(MONTH_FIGURE_KEYS) });

export const MonthReportRows = z.object({
  asOf: InstantText,
  /** How many rows the figure is made of. */
  total: z.int(),
  /** Newest first. */
  rows: z.array(
    z.object({
      kind: z.enum(["station", "check", "task", "session", "wish"]),
      id: z.string(),
      stationId: z.string().nullable(),
      stationName: z.string().nullable(),
      at: InstantText.nullable(),
      words: z.string(),
    }),
  ),
});
export type MonthReportRows = z.infer<typeof MonthReportRows>;
