import { z } from "zod";
import { ERRORS, type ErrorCode } from "./error-codes.js";

/** What every failed request answers. */
export const ErrorAnswer = z.object({
  error: z.object({
    code: z.enum(Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]]),
    message: z.string(),
    requestId: z.string(),
    /** With 400: what is wrong, by the field it is wrong in. */
    fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    /** With 409: what the record is now, so that the page can show it. */
    current: z.object({ id: z.string(), state: z.string(), version: z.int() }).optional(),
  }),
});
export type ErrorAnswer = z.infer<typeof ErrorAnswer>;

/** What a request answers that leaves nothing to tell. */
export const Done = z.object({ done: z.literal(true) });
export type Done = z.infer<typeof Done>;
