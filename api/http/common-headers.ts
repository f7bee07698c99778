import type { Context } from "hono";
import type { AppEnv } from "./app-env.js";

/**
 * What hono's `secureHeaders` sets, one by one, on an answer that is there. As a table it can be part of an answer from the
 * start: making a `Headers` of a dozen, only to read them out again, costs as much as finding the stations.
 */
export const SECURE_HEADERS = {
  "Cross-Origin-Resource-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Origin-Agent-Cluster": "?1",
  "Referrer-Policy": "no-referrer",
  "Strict-Transport-Security": "max-age=15552000; includeSubDomains",
  "X-Content-Type-Options": "nosniff",
  "X-DNS-Prefetch-Control": "off",
  "X-Download-Options": "noopen",
  "X-Frame-Options": "SAMEORIGIN",
  "X-Permitted-Cross-Domain-Policies": "none",
  "X-XSS-Protection": "0",
} as const;

type CommonHeaders = typeof SECURE_HEADERS & { "X-Request-Id": string };

/** What every answer carries, for an answer that is made with it. Such a one is not touched again. */
export function takeCommonHeaders(c: Context<AppEnv>): CommonHeaders {
  c.set("hasCommonHeaders", true);
  return { ...SECURE_HEADERS, "X-Request-Id": c.get("requestId") };
}

/** Sets on an answer what every answer carries, unless it was made with it. */
export function addCommonHeaders(c: Context<AppEnv>): void {
  if (c.get("hasCommonHeaders")) return;
  const { headers } = c.res;
  for (const [name, value] of Object.entries(takeCommonHeaders(c))) headers.set(name, value);
}
