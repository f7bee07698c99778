import { z } from "zod";
import { CoverageAnswer, CoverageQuery } from "../circle/coverage-answer.js";
import { NextStepsAnswer } from "../circle/steps-answer.js";
import { InstantText } from "../common/instant.js";
import { DemandItem } from "../demand/demand-answer.js";
import { FESTIVALS } from "../stations/festivals.js";

export const BoardQuery = z.object({
  city: z
    .string()
    .regex(/^(\d{4}|\d{6})$/, { error: "要写市或区县的代码，如 4101、410102" })
    .optional()
    .meta({ description: "A city or county by its code; without it, the largest that one may read the board of" }),
});
export type BoardQuery = z.infer<typeof BoardQuery>;

const Area = z.object({ code: z.string(), name: z.string() });
export type BoardArea = z.infer<typeof Area>;

const Share = z.number().min(0).max(1);
const BoardShares = z.object({ from: z.string(), covered: Share, unknown: Share });

/** Where searches found nothing: one reason at one place, added up over the hours of the week. */
const UnmetPlace = DemandItem.pick({ cell: true, middle: true, reason: true, amenity: true }).extend({
  people: z.int(),
  /** When most of them searched. */
  weekday: DemandItem.shape.weekday,
  hour: DemandItem.shape.hour,
  nearest: z.object({ name: z.string(), metres: z.int() }).nullable(),
});
export type UnmetPlace = z.infer<typeof UnmetPlace>;

/** The month is told by half hours of the day, so that its line can be that of any hour. */
const Month = z.object({
  month: z.string(),
  /** On how many days it was measured; 0: no coverage is kept of it. */
  days: z.int(),
  covered: z.array(Share),
  unknown: z.array(Share),
  holiday: z.object({ covered: Share, unknown: Share }).nullable(),
  /** The median of what was fixed in it; null: nothing was. */
  repairDays: z.number().nullable(),
  repairs: z.int(),
});
export type BoardMonthAnswer = z.infer<typeof Month>;

export const BoardAnswer = z.object({
  asOf: InstantText,
  /** The cities and counties with stations whose board one may read, cities first. */
  areas: z.array(Area),
  /** Null: there are none. */
  board: z
    .object({
      area: Area,
      stations: z.int(),
      cells: z.int(),
      reachMetres: z.int(),
      now: BoardShares,
      early: BoardShares,
      holiday: BoardShares.extend({ on: z.iso.date(), festival: z.enum(FESTIVALS).nullable() }),
      /** The people in the cells, and which share of them has an open door now and at 4:30; null: no office has said where they are. */
      people: z.object({ count: z.number(), now: Share, early: Share }).nullable(),
      /** What was fixed within the last 30 days. */
      repairs: z.object({ days: z.number().nullable(), count: z.int() }),
      /** The oldest first, the present one last, at most twelve; those before the first kept one are left out. */
      months: z.array(Month),
      /** What would cover most, at most five. */
      steps: z.array(NextStepsAnswer.shape.steps.element),
      unmet: z.object({
        isCounted: z.boolean(),
        /** How many of the last 28 days have been added up. */
        countedDays: z.int(),
        places: z.array(UnmetPlace),
      }),
    })
    .nullable(),
});
export type BoardAnswer = z.infer<typeof BoardAnswer>;

export const BoardDayQuery = CoverageQuery.pick({ on: true, amenities: true }).extend({
  city: BoardQuery.shape.city.unwrap(),
});
export type BoardDayQuery = z.infer<typeof BoardDayQuery>;

/** A whole day at once, so that its hours can be gone through without asking again. */
export const BoardDayAnswer = CoverageAnswer.pick({ on: true, dayKind: true, calendarKnown: true, hours: true }).extend(
  {
    /** H3 cells by their ids; where they lie is in `GET /coverage/cells`. */
    cells: z.record(z.string(), z.string().regex(/^[ousn]{48}$/)),
  },
);
export type BoardDayAnswer = z.infer<typeof BoardDayAnswer>;
