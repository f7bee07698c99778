import { z } from "zod";
import { GrantsLeft } from "../messages/grants.js";
import { UserId } from "../people/user.js";
import { StationId } from "../stations/station.js";

/** A keeper of a station, whether a message reaches them, and where to call when none does. */
export const DeskCall = z.object({
  userId: UserId,
  keeperName: z.string(),
  stationId: StationId,
  stationName: z.string(),
  /** The station's; null: nobody has said. */
  phone: z.string().nullable(),
  left: GrantsLeft,
  /** No message of a door, a task or a question can be sent to them. */
  isOutOfReach: z.boolean(),
  /** What waits there, in a few words; null: nothing that cannot. */
  waits: z.string().nullable(),
});
export type DeskCall = z.infer<typeof DeskCall>;

export const DeskCalls = z.object({
  asOf: z.iso.datetime(),
  /** Those whom nothing reaches and for whom something waits first; 2,000 at most. */
  calls: z.array(DeskCall),
  /** How many keepers of stations there are, and to how many of them no message can be sent. */
  total: z.int().min(0),
  outOfReach: z.int().min(0),
});
export type DeskCalls = z.infer<typeof DeskCalls>;
