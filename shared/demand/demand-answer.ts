import { z } from "zod";
import { AMENITY_KINDS } from "../amenities/amenity.js";
import { InstantText } from "../common/instant.js";
import { KEPT_DAYS } from "../common/kept-days.js";
import { wholeNumberText } from "../common/query-text.js";
import type { UnmetReason } from "./unmet.js";

/** In the answer the reason and the amenity stand apart. */
const UNMET_KINDS = ["none_near", "none_open", "without"] as const;

export const DemandQuery = z.object({
  city: z
    .string()
    .regex(/^(\d{4}|\d{6})$/, { error: "要写市或区县的代码，如 4101、410102" })
    .meta({ description: "A city or county by its code: searches whose nearest station lies there" }),
  days: wholeNumberText(1, KEPT_DAYS.demand)
    .default(28)
    .meta({ description: "How many days before today are added up" }),
});
export type DemandQuery = z.infer<typeof DemandQuery>;

export const DemandItem = z.object({
  /** An H3 cell of resolution 8, or of 7 where the cells in it had too few people each; laid over GCJ-02. */
  cell: z.string(),
  resolution: z.int(),
  /** Its middle, GCJ-02. */
  middle: z.object({ latitude: z.number(), longitude: z.number() }),
  /** 0 = Monday. */
  weekday: z.int().min(0).max(6),
  /** In Beijing. */
  hour: z.int().min(0).max(23),
  reason: z.enum(UNMET_KINDS),
  /** Which amenity was lacking; null for the other reasons. */
  amenity: z.enum(AMENITY_KINDS).nullable(),
  /** Different people on each day, added up over the days. */
  people: z.int(),
  /** On how many days there were enough to be shown. */
  days: z.int(),
});
export type DemandItem = z.infer<typeof DemandItem>;

export const DemandAnswer = z.object({
  asOf: InstantText,
  /** Whether searches are counted here at all. */
  isCounted: z.boolean(),
  /** How many of the days asked about have been added up; today is not. */
  countedDays: z.int(),
  /** What most people lacked first, at most 500. */
  items: z.array(DemandItem),
});
export type DemandAnswer = z.infer<typeof DemandAnswer>;

/** A reason as an answer gives it. */
export function reasonParts(reason: UnmetReason): Pick<DemandItem, "reason" | "amenity"> {
  if (reason === "none_near" || reason === "none_open") return { reason, amenity: null };
  return { reason: "without", amenity: z.enum(AMENITY_KINDS).parse(reason.slice("without:".length)) };
}
