import { z } from "zod";
import { BOOKING_REFUSALS } from "../../shared/classes/booking.js";
import type { ErrorCode } from "../../shared/contract/error-codes.js";

const REFUSALS = [
  ...BOOKING_REFUSALS,
  "not_booked",
  "session_over",
  "no_offer",
  "offer_expired",
  "check_in_not_open",
  "check_in_closed",
  "check_in_struck",
  "already_checked_in",
  "no_seat_free",
  "walk_in_not_open",
  "not_absent",
  "appeal_decided",
] as const satisfies readonly ErrorCode[];

/** Why the state of things does not allow a move. */
type Refusal = (typeof REFUSALS)[number];

/** What a move comes to; `missing`: there is no such session, or no such booking of it. */
export type Outcome<Value> =
  | { state: "done"; value: Value }
  | { state: "refused"; why: Refusal }
  | { state: "missing" };

/** A document in a reply. What is none is no match, and not an error: the reply may be of another kind. */
export const json = <Schema extends z.ZodType>(schema: Schema) =>
  z.string().transform((text, context): z.output<Schema> => {
    const parsed = text.startsWith("{") ? schema.safeParse(JSON.parse(text)) : null;
    if (parsed?.success) return parsed.data;
    context.addIssue({ code: "custom", message: "is no such document" });
    return z.NEVER;
  });

/** Every script of bookings may reply {"refused", why} or {"missing"}. */
export const Refused = z.union([
  z
    .tuple([z.literal("refused"), z.enum(REFUSALS)])
    .transform(([, why]): { state: "refused"; why: Refusal } => ({ state: "refused", why })),
  z.tuple([z.literal("missing")]).transform((): { state: "missing" } => ({ state: "missing" })),
]);

/** {"done", value}, or why not. */
export const replyOf = <Schema extends z.ZodType>(schema: Schema) =>
  z.union([
    z
      .tuple([z.literal("done"), schema])
      .transform(([, value]) => ({ state: "done" as const, value: value as z.output<Schema> })),
    Refused,
  ]);
