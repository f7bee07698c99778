import type { Context, TypedResponse } from "hono";
import type { AppEnv } from "./app-env.js";
import { takeCommonHeaders } from "./common-headers.js";

/**
 * Answers with JSON that is written already, in place of `c.json`, which would make it from a value. Made as a whole, it is
 * sent as it is.
 *
 * @param headers besides those of every answer; what was set with `c.header` is not in it
 */
export function jsonWritten<Answer>(c: Context<AppEnv>, json: string, headers: Readonly<Record<string, string>>) {
  const response = new Response(json, {
    headers: { ...takeCommonHeaders(c), "Content-Type": "application/json", ...headers },
  });
  return response as unknown as TypedResponse<Answer, 200, "json">;
}
