import type { z } from "@hono/zod-openapi";
import type { Context, TypedResponse } from "hono";
import { ErrorAnswer } from "../../shared/contract/error-answer.js";
import { ERRORS, type ErrorCode } from "../../shared/contract/error-codes.js";
import type { AppEnv } from "./app-env.js";
import { takeCommonHeaders } from "./common-headers.js";

const Failure = ErrorAnswer.meta({ id: "ErrorAnswer" });

/** A JSON answer, for a route's description. */
export function jsonAnswer<Schema extends z.ZodType>(description: string, schema: Schema) {
  return { description, content: { "application/json": { schema } } };
}

/**
 * Answers with JSON that is written already, in place of `c.json`, which would make it from a value. Made as a whole, it is
 * sent as it is.
 *
 * @param headers besides those of every answer; what was set with `c.header` is not in it
 */
export function jsonWritten<Answer>(
  c: Context<AppEnv>,
  json: Uint8Array<ArrayBuffer>,
  headers: Readonly<Record<string, string>>,
) {
  const response = new Response(json, {
    headers: { ...takeCommonHeaders(c), "Content-Type": "application/json", ...headers },
  });
  return response as unknown as TypedResponse<Answer, 200, "json">;
}

/** A JSON body, for a route's description. Required, so that a request of another type is refused, not skipped. */
export function jsonBody<Schema extends z.ZodType>(schema: Schema) {
  return { required: true, content: { "application/json": { schema } } };
}

/** The failures a route may answer besides the common ones, for its description. */
export function errorAnswers(...codes: ErrorCode[]) {
  const byStatus: Record<number, ReturnType<typeof jsonAnswer<typeof Failure>>> = {};
  for (const code of [...codes, "too_many_requests", "internal", "redis_down"] as const) {
    const { status } = ERRORS[code];
    const earlier = byStatus[status]?.description;
    byStatus[status] = jsonAnswer(earlier ? `${earlier}, ${code}` : code, Failure);
  }
  return byStatus;
}
