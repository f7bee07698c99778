import { z } from "zod";
import { InstantText } from "../common/instant.js";
import { AmenityKind, DistrictCode, StationId } from "./station.js";
import { GAP_CODES, STAR_LOSSES, UNIFORMITY_CHECKS } from "./uniformity.js";

/** What comes first: what misses most, what has most overdue tasks, what nobody has confirmed for longest. */
export const UNIFORMITY_SORTS = ["missing", "overdue", "unconfirmed"] as const;
export type UniformitySort = (typeof UNIFORMITY_SORTS)[number];

/** A station as an officer reads it in the list of 四统一. */
export const UniformityItem = z.object({
  id: StationId,
  code: z.string().nullable(),
  name: z.string(),
  district: z.object({ code: DistrictCode.nullable(), text: z.string() }),
  gaps: z.array(
    z.object({ check: z.enum(UNIFORMITY_CHECKS), code: z.enum(GAP_CODES), amenity: AmenityKind.nullable() }),
  ),
  /** 0 to 5. */
  stars: z.int(),
  starLosses: z.array(z.enum(STAR_LOSSES)),
  /** Reports from the door that nobody has resolved yet. */
  openReports: z.int(),
  /** Tasks made of such reports that should have been answered by now. */
  overdueTasks: z.int(),
  /** Whole days; null: nobody ever confirmed it. */
  daysSinceConfirmation: z.int().nullable(),
  isDemo: z.boolean(),
});
export type UniformityItem = z.infer<typeof UniformityItem>;

export const UniformityList = z.object({
  asOf: InstantText,
  /** The districts of the officer's reach, those with most stations first, whatever was asked for. */
  districts: z.array(z.object({ code: DistrictCode.nullable(), text: z.string(), total: z.int() })),
  /** Stations of the officer's reach and the district asked for, whatever they miss. */
  total: z.int(),
  /** Of these, how many miss something for each check; a station may count in several. */
  missing: z.record(z.enum(UNIFORMITY_CHECKS), z.int()),
  /** Of these, how many have overdue tasks. */
  overdue: z.int(),
  /** Of these, how many nobody has confirmed for more than 30 days, or ever. */
  unconfirmed: z.int(),
  /** How many are as asked for, on all pages together. */
  matching: z.int(),
  stations: z.array(UniformityItem),
  nextCursor: z.string().nullable(),
});
export type UniformityList = z.infer<typeof UniformityList>;
