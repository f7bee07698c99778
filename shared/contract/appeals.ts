import { z } from "zod";
import { AppealItem, AppealList } from "../classes/appeal.js";
import { BookingId } from "../classes/booking.js";
import { APPEAL_LIMITS } from "../common/field-limits.js";
import { wordsUpTo } from "../common/free-text.js";
import type { Contract } from "./endpoint.js";
import { Done } from "./error-answer.js";

const params = z.object({ id: BookingId });

/** Absences that should not count. */
export const appealsContract = {
  appeal: {
    route: "POST /bookings/:id/appeal",
    summary: "Say why an absence should not count, once (whoever was absent)",
    permission: "class:book",
    write: "once",
    params,
    body: z.strictObject({ text: wordsUpTo(APPEAL_LIMITS.text) }),
    status: 201,
    answer: Done,
    answers: "An officer looks at it",
    errors: ["not_found", "words_refused", "not_absent"],
  },
  listAppeals: {
    route: "GET /appeals",
    summary: "The appeals that wait, the oldest first (officer)",
    permission: "class:decide-appeal",
    answer: AppealList,
    answers: "At most 200",
  },
  decideAppeal: {
    route: "POST /appeals/:id",
    summary: "Decide an appeal; granted, the absence does not count any more (officer)",
    permission: "class:decide-appeal",
    write: "once",
    params,
    body: z.strictObject({
      decision: z.enum(["granted", "refused"]),
      reply: wordsUpTo(APPEAL_LIMITS.reply).nullable().default(null),
    }),
    answer: AppealItem,
    answers: "Decided",
    errors: ["not_found", "words_refused", "appeal_decided"],
  },
} as const satisfies Contract;
