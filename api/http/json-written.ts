import type { Context, TypedResponse } from "hono";
import type { AppEnv } from "./app-env.js";
import { takeCommonHeaders } from "./common-headers.js";
import { gzipped, takes } from "./gzip.js";

const finished = new WeakSet<Response>();

interface WrittenOptions {
  /** Besides those of every answer; what was set with `c.header` is not in it. */
  headers: Readonly<Record<string, string>>;
  /** Whether it is compressed here, for who takes that. */
  compresses: boolean;
}

/**
 * Answers with JSON that is written already, in place of `c.json`, which would make it from a value. Made as a whole, it is
 * sent as it is.
 */
export function jsonWritten<Answer>(c: Context<AppEnv>, json: string, { headers, compresses }: WrittenOptions) {
  const zipped = compresses && takes("gzip", c.req.header("Accept-Encoding")) ? gzipped(json) : null;
  const response = new Response(zipped ?? json, {
    headers: {
      ...takeCommonHeaders(c),
      "Content-Type": "application/json",
      ...(compresses ? { Vary: "Accept-Encoding" } : {}),
      ...(zipped === null ? {} : { "Content-Encoding": "gzip" }),
      ...headers,
    },
  });
  if (zipped !== null) finished.add(response);
  return response as unknown as TypedResponse<Answer, 200, "json">;
}

/** Whether an answer was compressed when it was made. Asking its headers would cost as much as making it. */
export const isCompressed = (answer: Response): boolean => finished.has(answer);
