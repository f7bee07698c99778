import { z } from "zod";
import { BulkAnswer, BulkChange, ChangeDetail, ChangeId, UndoAnswer } from "../stations/bulk-change.js";
import type { Contract } from "./endpoint.js";

/** Many stations in one act, and taking it back. */
export const changesContract = {
  changeStations: {
    route: "POST /stations/bulk",
    summary: "Change facts of up to 500 stations: all of them or none (officer)",
    description:
      "A field that somebody else has changed since `revision` is a conflict: nothing is stored, unless `skipConflicts` is set. " +
      "Calls that carry the same `changeId` are one act; one that broke off is continued by sending the rest.",
    permission: "station:change",
    write: "repeatable",
    body: BulkChange,
    answer: BulkAnswer,
    answers: "Changed",
    errors: ["not_found", "conflict", "change_over"],
  },
  readChange: {
    route: "GET /changes/:changeId",
    summary: "What one change of many stations did, a page at a time (officer)",
    permission: "audit:read",
    params: z.object({ changeId: z.string().regex(/^(ch|un)_[a-z0-9]{8,40}$/) }),
    query: z.object({
      cursor: z
        .string()
        .regex(/^\d{1,6}$/)
        .optional(),
    }),
    answer: ChangeDetail,
    answers: "A page",
    errors: ["not_found"],
  },
  undoChange: {
    route: "POST /changes/:changeId/undo",
    summary: "Take a change of many stations back within a day, but for what somebody has changed since (officer)",
    permission: "station:change",
    write: "repeatable",
    params: z.object({ changeId: ChangeId }),
    answer: UndoAnswer,
    answers: "Taken back; what somebody changed since is named in `conflicts`, with what it would have been in `yours`",
    errors: ["not_found", "conflict", "change_over"],
  },
} as const satisfies Contract;
