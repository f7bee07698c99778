import { z } from "zod";
import { InstantText } from "../common/instant.js";
import { shortCodeParam } from "../people/short-code-param.js";
import { DistrictCode, MapPoint, StationId } from "../stations/station.js";
import { Check, CheckFound, CheckId, CheckRound, CheckSaid } from "./check.js";
import { CHECK_BASES } from "./check-figures.js";
import { MOST_VISITS } from "./most-visits.js";

const LONGEST_ROUND_DAYS = 31;
const DAY_MS = 86_400_000;
const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: "要写成 2026-11 这样的月份" });
/** Characters of the code of a sample: it lives for some days, and opens nothing but a list of doors. */
export const CHECK_CODE_LENGTH = 8;

export const NewCheckRound = z
  .strictObject({
    area: CheckRound.shape.area,
    size: z.int().min(1).max(MOST_VISITS),
    from: z.iso.date({ error: "要写成日期，如 2026-12-01" }),
    to: z.iso.date({ error: "要写成日期，如 2026-12-01" }),
    hours: z.array(z.int().min(0).max(23)).min(1).max(24),
    /** The same seed, area, days and hours draw the same sample from the same stations; drawn anew without it. */
    seed: z.int().min(0).max(4_294_967_295).optional(),
  })
  .refine(
    ({ from, to }) =>
      Date.parse(to) >= Date.parse(from) && Date.parse(to) < Date.parse(from) + LONGEST_ROUND_DAYS * DAY_MS,
    {
      error: `要在开始那天以后，${LONGEST_ROUND_DAYS} 天以内`,
      path: ["to"],
    },
  )
  .meta({ id: "NewCheckRound" });
export type NewCheckRound = z.infer<typeof NewCheckRound>;

export const CheckRoundItem = CheckRound.omit({ visits: true, drawnBy: true, drawnAt: true }).extend({
  drawnAt: InstantText,
  visits: z.int(),
  done: z.int(),
});
export const CheckRounds = z.object({ asOf: InstantText, rounds: z.array(CheckRoundItem) });
export type CheckRounds = z.infer<typeof CheckRounds>;

export const RoundParams = shortCodeParam(CHECK_CODE_LENGTH);
export const VisitParams = RoundParams.extend({ visitId: CheckId });

/** Where a checker goes, and nothing of what the product says of it. */
export const VisitAnswer = z.strictObject({
  id: CheckId,
  station: z.strictObject({
    id: StationId,
    name: z.string(),
    address: z.string(),
    landmark: z.string().nullable(),
    location: MapPoint,
  }),
  date: z.iso.date(),
  hour: z.int(),
  isDone: z.boolean(),
});
export type VisitAnswer = z.infer<typeof VisitAnswer>;
export const VisitList = z.strictObject({
  asOf: InstantText,
  from: z.iso.date(),
  to: z.iso.date(),
  /** How many visits of the sample are at stations that this person keeps: somebody else goes there. */
  own: z.int(),
  visits: z.array(VisitAnswer),
});
export type VisitList = z.infer<typeof VisitList>;

/** What the checker is shown once theirs is stored. */
export const CheckDone = z.object({ id: CheckId, at: InstantText, found: CheckFound, said: CheckSaid });
export type CheckDone = z.infer<typeof CheckDone>;

const Share = z.object({
  of: z.int(),
  found: z.int(),
  share: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
});
const Rates = z.object({ checks: z.int(), posted: Share, answered: Share, amenities: Share });

export const FiguresQuery = z.object({
  from: Month.optional().meta({ description: "The first month; the last 12 without it" }),
  to: Month.optional().meta({ description: "The last month; the present one without it" }),
});
export const CheckFigures = z.object({
  asOf: InstantText,
  from: Month,
  to: Month,
  all: Rates,
  groups: z.array(
    Rates.extend({ month: Month, district: z.object({ code: DistrictCode.nullable(), text: z.string() }) }),
  ),
});
export type CheckFigures = z.infer<typeof CheckFigures>;

/** The same for everybody, of a city: months, and no district that a person could be found by. */
export const PublicFigures = z.object({
  asOf: InstantText,
  all: Rates,
  months: z.array(Rates.extend({ month: Month })),
});

export const ChecksQuery = z.object({
  month: Month,
  district: z
    .string()
    .regex(/^(\d{2}){0,3}$/, { error: "要填区划代码" })
    .optional(),
  basis: z.enum(CHECK_BASES).optional().meta({ description: "Only checks that this rate is of" }),
});
export const CheckList = z.object({
  asOf: InstantText,
  checks: z.array(
    Check.omit({ by: true, at: true, roundId: true }).extend({ at: InstantText, name: z.string().nullable() }),
  ),
});
export type CheckList = z.infer<typeof CheckList>;
