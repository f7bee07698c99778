import type { Context } from "hono";
import type { AppEnv } from "./app-env.js";

const RESOURCE_POLICY = "Cross-Origin-Resource-Policy";

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

/**
 * For an answer that is a picture: pages of the mini-program have an origin of WeChat's, and a browser's engine that honours
 * `same-origin` shows a grey box there.
 */
export function allowOtherOrigins(c: Context<AppEnv>): void {
  c.header(RESOURCE_POLICY, "cross-origin");
}

/**
 * Sets on an answer what every answer carries, unless it was made with it. Who may show it stays as its route said. Nobody
 * on the way keeps an answer that does not say that it is for everybody: most depend on who asks or on the minute.
 */
export function addCommonHeaders(c: Context<AppEnv>): void {
  if (c.get("hasCommonHeaders")) return;
  const { headers } = c.res;
  for (const [name, value] of Object.entries(takeCommonHeaders(c))) {
    if (name !== RESOURCE_POLICY || !headers.has(name)) headers.set(name, value);
  }
  if (!headers.has("Cache-Control")) headers.set("Cache-Control", "no-store");
}
