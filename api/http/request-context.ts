import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import { matchedRoutes } from "hono/route";
import { isOlderVersion } from "../../shared/client-errors/client-version.js";
import { ApiError } from "../api-error.js";
import type { DemoClock } from "../demo/demo-clock.js";
import type { Dependencies } from "../dependencies.js";
import { accountCaller, addressCaller } from "../people/caller.js";
import type { AppEnv } from "./app-env.js";
import { clientAddress } from "./client-address.js";
import { addCommonHeaders } from "./common-headers.js";

/**
 * Stands around everything: gives each request an id, which its answer and its log line carry, puts on its answer what all
 * answers carry, and logs it. The log names the route, never the address that was called: its query may hold a position.
 */
export function requestFrame({ newId, log }: Pick<Dependencies, "newId" | "log">, wallClock: () => number = Date.now) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const startedAt = wallClock();
    const requestId = newId("rq");
    c.set("requestId", requestId);
    await next();
    addCommonHeaders(c);
    log({
      level: "info",
      event: "request",
      requestId,
      method: c.req.method,
      route: handlingRoute(c),
      status: c.res.status,
      ms: wallClock() - startedAt,
    });
  });
}

/** The pattern of the first handler that matched, which is the one that answers; null when none did. */
function handlingRoute(c: Context<AppEnv>): string | null {
  return matchedRoutes(c).find(({ path }) => !path.includes("*"))?.path ?? null;
}

/**
 * Turns away a client of ours that says it is older than the settings allow: it then fetches the new version. Whoever says
 * nothing is no such client.
 */
export function requireNewClient(deps: Pick<Dependencies, "minClientVersion">) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const least = deps.minClientVersion;
    if (least !== null && isOlderVersion(c.req.header("X-Client-Version") ?? "", least)) {
      throw new ApiError("client_too_old");
    }
    await next();
  });
}

/** Finds out who is calling. */
export function findCaller({
  tokens,
  trustProxy,
  fingerprints,
}: Pick<Dependencies, "tokens" | "trustProxy" | "fingerprints">) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const token = bearerToken(c);
    const claims = token === null ? null : await tokens.verify(token);
    c.set("claims", claims);
    c.set("hasBadToken", Boolean(c.req.header("Authorization")) && claims === null);
    c.set(
      "caller",
      claims ? accountCaller(claims.userId) : addressCaller(clientAddress(c, trustProxy), fingerprints.ofAddress),
    );
    await next();
  });
}

/**
 * In the demo, whose clock can be set, says in each answer what time it is there: what pages learn from answers that hold
 * no instant must not be the time of the machine.
 */
export function demoDate(demoClock: DemoClock) {
  return createMiddleware<AppEnv>(async (c, next) => {
    await next();
    c.res.headers.set("Date", new Date(demoClock.now()).toUTCString());
  });
}

/** The token that came along, whatever it is worth. */
export function bearerToken(c: Context<AppEnv>): string | null {
  const [scheme, token] = (c.req.header("Authorization") ?? "").split(" ");
  return scheme?.toLowerCase() === "bearer" && token ? token : null;
}

export const WRITING_METHODS = ["POST", "PUT", "PATCH", "DELETE"];
const READING_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/** Turns away callers that ask too often. Signing in to the demo is not limited: everybody there shares an address. */
export function rateLimit({ rateLimits }: Pick<Dependencies, "rateLimits">) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const caller = c.get("caller");
    const isUnlimited = c.req.path === "/api/sign-in/demo" || c.req.path === "/api/health";
    const allowed =
      isUnlimited ||
      (READING_METHODS.has(c.req.method) ? rateLimits.allowRead(caller) : await rateLimits.allowWrite(caller));
    if (!allowed) throw tooManyRequests(c);
    await next();
  });
}

/** Turns away callers that ask too often for what is heavy to make. To be asked just before it is made. */
export function requireHeavyWork(c: Context<AppEnv>, { rateLimits }: Pick<Dependencies, "rateLimits">): void {
  if (!rateLimits.allowHeavyWork(c.get("caller"))) throw tooManyRequests(c);
}

/** Turns away callers that tell of errors too often. */
export function requireFewClientErrors(c: Context<AppEnv>, { rateLimits }: Pick<Dependencies, "rateLimits">): void {
  if (!rateLimits.allowClientError(c.get("caller"))) throw tooManyRequests(c);
}

function tooManyRequests(c: Context<AppEnv>): ApiError {
  c.header("Retry-After", "60");
  return new ApiError("too_many_requests");
}
