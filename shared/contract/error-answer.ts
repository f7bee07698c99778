import { z } from "zod";
import { ImportProblem } from "../stations/import/import-answer.js";
import { ERRORS, type ErrorCode } from "./error-codes.js";

/** A field that two people have changed: what it is now, and what the one who comes later wants it to be. */
export const FieldConflict = z.object({ id: z.string(), field: z.string(), theirs: z.unknown(), yours: z.unknown() });
export type FieldConflict = z.infer<typeof FieldConflict>;

/** What every failed request answers. */
export const ErrorAnswer = z.object({
  error: z.object({
    code: z.enum(Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]]),
    message: z.string(),
    requestId: z.string(),
    /** With 400: what is wrong, by the field it is wrong in; `id`: of the record it belongs to, where many were sent. */
    fields: z.array(z.object({ path: z.string(), message: z.string(), id: z.string().optional() })).optional(),
    /** With 422: each cell of a list that is wrong, to be put right in place. */
    cells: z.array(ImportProblem).optional(),
    /** With 409: each field that somebody else has changed meanwhile. */
    conflicts: z.array(FieldConflict).optional(),
    /** With 409: what the record is now, so that the page can show it. */
    current: z.object({ id: z.string(), state: z.string(), version: z.int() }).optional(),
  }),
});
export type ErrorAnswer = z.infer<typeof ErrorAnswer>;

/** What a request answers that leaves nothing to tell. */
export const Done = z.object({ done: z.literal(true) });
export type Done = z.infer<typeof Done>;
