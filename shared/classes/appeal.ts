import { z } from "zod";
import { InstantText } from "../common/instant.js";
import { BookingId } from "./booking.js";
import { SessionId } from "./class-session.js";

/** `granted`: the absence does not count any more; `refused`: it does. Both are ended. */
export const APPEAL_STATES = ["open", "granted", "refused"] as const;

/** What somebody says of an absence of theirs, as it is stored. Instants are EpochMs. */
export const Appeal = z.strictObject({
  bookingId: BookingId,
  sessionId: SessionId,
  userId: z.string(),
  calledBy: z.string(),
  text: z.string(),
  state: z.enum(APPEAL_STATES),
  /** What the officer answered. */
  reply: z.string().nullable(),
  /** Of the class, which decides whose officers look at it. */
  districtCode: z.string().nullable(),
  title: z.string(),
  venueName: z.string(),
  startsAt: z.int(),
  createdAt: z.int(),
  decidedAt: z.int().nullable(),
});
export type Appeal = z.infer<typeof Appeal>;

export const AppealItem = Appeal.omit({ userId: true, districtCode: true }).extend({
  startsAt: InstantText,
  createdAt: InstantText,
  decidedAt: InstantText.nullable(),
});
export type AppealItem = z.infer<typeof AppealItem>;

export const AppealList = z.object({ appeals: z.array(AppealItem), asOf: InstantText });
export type AppealList = z.infer<typeof AppealList>;
