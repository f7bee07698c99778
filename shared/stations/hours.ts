import { z } from "zod";
import { STATION_LIMITS } from "../common/field-limits.js";
import { textUpTo } from "../common/free-text.js";
import { FESTIVALS } from "./festivals.js";

/**
 * Minutes since midnight in Beijing. `closes` may pass 1440: 18:00–次日2:00 is `{ opens: 1080, closes: 1560 }`, and a
 * whole day is `{ opens: 0, closes: 1440 }`.
 */
export const OpeningSpan = z
  .strictObject({
    opens: z.int().min(0).max(1_439),
    closes: z.int().min(1).max(2_880),
    /** Nobody is there, but the door can be opened: by itself, with a code, with a phone. */
    unattended: z.literal(true).optional(),
  })
  .refine((span) => span.closes > span.opens && span.closes - span.opens <= 1_440, {
    error: "关门要晚于开门，一段不超过 24 小时",
    path: ["closes"],
  });
export type OpeningSpan = z.infer<typeof OpeningSpan>;

/** The spans of one day: none means closed that day, `unknown` that nobody has told us. */
export const DayHours = z.union([z.array(OpeningSpan).max(6), z.literal("unknown")]);
export type DayHours = z.infer<typeof DayHours>;

/** Seven days, Monday first. */
export const Week = z.array(DayHours).length(7);
export type Week = z.infer<typeof Week>;

/**
 * A special kind of day has hours of its own, keeps those of its weekday, or goes by a week of its own: a museum that is
 * shut on Mondays, but not on a holiday.
 */
const SpecialDay = z.union([DayHours, z.literal("as_week"), z.strictObject({ week: Week })]);
export type SpecialDay = z.infer<typeof SpecialDay>;

const MonthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, { error: "要写成 月-日，如 06-01" });

/**
 * A day that comes back every year: 除夕, the day before or after holidays, a festival with all its days off, `02-28`, or
 * `lunar-01-15` by the lunar calendar.
 */
export const NamedDay = z.union([
  z.enum([...FESTIVALS, "lunar-new-year-eve", "eve-of-holiday", "day-after-holiday"]),
  z.string().regex(/^(lunar-)?(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, { error: "要写成 月-日，如 06-01" }),
]);
export type NamedDay = z.infer<typeof NamedDay>;

/**
 * When the door is said to be open, all in Beijing time. Precedence: exception, named day, public holiday, 调休,
 * season, week.
 */
export const Hours = z.strictObject({
  week: Week,
  /** Public holidays. Hours that do not mention them are `unknown` on them, never open. */
  holidays: SpecialDay,
  /** 调休: weekend days worked in exchange for a holiday. */
  adjustedWorkdays: SpecialDay,
  /** Parts of the year with a week of their own, both ends included; `from` after `to` passes New Year. First wins. */
  seasons: z
    .array(
      z.strictObject({
        from: MonthDay,
        to: MonthDay,
        week: Week,
        /** Public holidays of the season, where they differ from those of the rest of the year. */
        holidays: SpecialDay.optional(),
      }),
    )
    .max(12),
  /** Single days of every year that differ from the rest; the first that fits wins. */
  namedDays: z
    .array(z.strictObject({ day: NamedDay, hours: z.union([DayHours, z.literal("as_week")]) }))
    .max(24)
    .optional(),
  /** Single dates that differ from all the rest. */
  exceptions: z
    .array(
      z.strictObject({
        date: z.iso.date(),
        hours: DayHours,
        note: textUpTo(60).optional(),
        /**
         * As whom somebody answered for this date, and on which day of Beijing. Absent: it stands in a list, or is
         * older.
         */
        said: z.strictObject({ by: z.enum(["keeper", "officer"]), on: z.iso.date() }).optional(),
      }),
    )
    .max(60),
  /** What people wrote, where the rules above could not hold it. */
  note: textUpTo(STATION_LIMITS.hours).nullable(),
  /** The text they were read from, as somebody at a desk wrote it. */
  written: textUpTo(STATION_LIMITS.hours).optional(),
});
export type Hours = z.infer<typeof Hours>;
