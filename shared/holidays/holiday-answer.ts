import { z } from "zod";
import { InstantText } from "../common/instant.js";
import { ChangeId } from "../stations/bulk-change.js";
import { OpeningSpan } from "../stations/hours.js";
import { SaidDays } from "../stations/said-days-input.js";
import { DistrictCode, StationId } from "../stations/station.js";

const CityCode = z
  .string()
  .regex(/^(\d{4}|\d{6})$/, { error: "要写市或区县的代码，如 4101、410102" })
  .meta({ description: "A city or county by its code: 4101, 410102" });
export const HolidayQuery = z.object({ city: CityCode });

export const HolidayAnswer = z.object({
  /** 国庆节, or 国庆节、中秋节 where they are one. */
  name: z.string(),
  from: z.iso.date(),
  to: z.iso.date(),
  /** False: its year is not announced yet, these are the days that the law names. */
  announced: z.boolean(),
});
export type HolidayAnswer = z.infer<typeof HolidayAnswer>;

/** One of three: the hours that somebody gave, that it does not open, or that nobody has said. */
export const HolidayDay = z.union([
  z.strictObject({ date: z.iso.date(), hours: z.array(OpeningSpan).min(1) }),
  z.strictObject({ date: z.iso.date(), closed: z.literal(true) }),
  z.strictObject({ date: z.iso.date(), unknown: z.literal(true) }),
]);
export type HolidayDay = z.infer<typeof HolidayDay>;

export const HolidayStation = z.strictObject({ id: StationId, name: z.string(), days: z.array(HolidayDay) });
export type HolidayStation = z.infer<typeof HolidayStation>;

/** Who opens on the next holiday, or the present one: those that open first, then those that do not, then the others. */
export const NextHoliday = z.strictObject({ holiday: HolidayAnswer, stations: z.array(HolidayStation) });
export type NextHoliday = z.infer<typeof NextHoliday>;

/** A station in the officers' table of a holiday. */
export const RollCallRow = z.object({
  id: StationId,
  name: z.string(),
  district: z.object({ code: DistrictCode.nullable(), text: z.string() }),
  phone: z.string().nullable(),
  /** What its keepers are called; empty: nobody could be asked. */
  keepers: z.array(z.string()),
  days: z.array(HolidayDay),
  /** As whom somebody answered last for a day of it, and on which day; null: nobody has, or the usual hours say it. */
  said: z.object({ by: z.enum(["keeper", "officer"]), on: z.iso.date() }).nullable(),
  /** When its keepers were asked, the first time first. */
  askedAt: z.array(InstantText),
  revision: z.int(),
});
export type RollCallRow = z.infer<typeof RollCallRow>;

export const RollCallQuery = z.object({
  holiday: z.iso
    .date({ error: "要写成日期，如 2026-10-01" })
    .optional()
    .meta({ description: "The first day of the holiday; without it the next one" }),
  cursor: z
    .string()
    .max(80)
    .regex(/^\d{1,2}!/)
    .optional(),
});

export const RollCall = z.object({
  asOf: InstantText,
  holiday: HolidayAnswer,
  /** The holidays that can be asked for, the next one first. */
  coming: z.array(HolidayAnswer),
  rows: z.array(RollCallRow),
  nextCursor: z.string().nullable(),
});
export type RollCall = z.infer<typeof RollCall>;

/** How many stations one answer may be for. */
export const MOST_ANSWERED = 500;

export const RollCallAnswers = z.strictObject({
  changeId: ChangeId.optional(),
  stationIds: z.array(StationId).min(1).max(MOST_ANSWERED),
  days: SaidDays,
});

/** What became of an answer for many. */
export const RollCallDone = z.object({
  changeId: z.string(),
  changed: z.int(),
  /** Stations that have no usual hours, for which 照常 says nothing. They are as they were. */
  withoutUsual: z.array(StationId),
});
