import { z } from "zod";
import { MESSAGE_KINDS, type MessageKind } from "../../shared/messages/message-kind.js";

/** What became of a message, for good. */
export const MESSAGE_OUTCOMES = [
  "sent",
  /** The person did not agree to it, or no longer does (43101). */
  "declined",
  /** The person has given no yes that is not used up: WeChat was not asked. */
  "no_grant",
  /** WeChat refuses what we sent, and would again: a template or field that is wrong, a person it does not know. */
  "rejected",
  /** Whether WeChat sent it cannot be told: no answer came, or the server ended in between. Never sent again. */
  "unknown",
  /** WeChat put us off too often. */
  "given_up",
  /** What it would have said is no longer true. */
  "no_longer_true",
  /** The person has no WeChat id here: a demo account, or one that was deleted. */
  "no_recipient",
  /** No mini-program, or no template for this kind of message. */
  "not_configured",
] as const;
export type MessageOutcome = (typeof MESSAGE_OUTCOMES)[number];

export const OutboxMessage = z.strictObject({
  /** Names the event: `offered:se_x:us_y:3`. */
  id: z.string().min(1),
  kind: z.enum(Object.keys(MESSAGE_KINDS) as [MessageKind, ...MessageKind[]]),
  user: z.string(),
  /** The id of what it is about: a session, a wish. */
  subject: z.string(),
  /** EpochMs. */
  dueAt: z.number(),
  /** How often WeChat put us off. */
  attempts: z.int().optional(),
  finished: z
    .strictObject({
      outcome: z.enum(MESSAGE_OUTCOMES),
      at: z.int(),
      /** WeChat's own number, where it gave one. */
      errcode: z.int().nullable(),
    })
    .optional(),
});
export type OutboxMessage = z.infer<typeof OutboxMessage>;
