import { z } from "zod";
import { AmenityKind, AmenityState, DistrictCode, StationId } from "../stations/station.js";

export const CheckRoundId = z.string().regex(/^cr_[a-z0-9]{8,40}$/);
export const CheckId = z.string().regex(/^ck_[a-z0-9]{8,40}$/);

const Area = z.string().regex(/^(\d{2}){0,3}$/, { error: "要填 64、6401、640104 这样的区划代码" });

/** One visit of a sample. */
export const CheckVisit = z.strictObject({
  id: CheckId,
  stationId: StationId,
  districtCode: DistrictCode.nullable(),
  date: z.iso.date(),
  hour: z.int().min(0).max(23),
});
export type CheckVisit = z.infer<typeof CheckVisit>;

/** A sample that was drawn, kept as it was. */
export const CheckRound = z.strictObject({
  id: CheckRoundId,
  /** Whoever knows it may check. */
  code: z.string(),
  seed: z.int(),
  area: Area,
  from: z.iso.date(),
  to: z.iso.date(),
  hours: z.array(z.int().min(0).max(23)),
  drawnBy: z.string(),
  /** EpochMs. */
  drawnAt: z.int(),
  visits: z.array(CheckVisit),
});
export type CheckRound = z.infer<typeof CheckRound>;

export const DOOR_FOUND = ["open", "shut"] as const;

/** What somebody at the door says, before they see what the product says. */
export const CheckFound = z.strictObject({
  door: z.enum(DOOR_FOUND),
  /** Of what they could look at: whether it works. Empty before a shut door. */
  works: z.partialRecord(AmenityKind, z.boolean()),
});
export type CheckFound = z.infer<typeof CheckFound>;

/** What the product said at that minute. */
export const CheckSaid = z.strictObject({
  /** The posted hours alone. */
  posted: z.enum(["open", "closed", "unknown"]),
  /** What a visitor was told: closures and reports count. */
  answered: z.enum(["open", "closed", "unknown"]),
  amenities: z.partialRecord(AmenityKind, AmenityState),
});
export type CheckSaid = z.infer<typeof CheckSaid>;

/** A check that was made. */
export const Check = z.strictObject({
  id: CheckId,
  roundId: CheckRoundId,
  stationId: StationId,
  districtCode: DistrictCode.nullable(),
  /** EpochMs. */
  at: z.int(),
  by: z.string(),
  found: CheckFound,
  said: CheckSaid,
});
export type Check = z.infer<typeof Check>;
