import { createHash } from "node:crypto";
import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import type { Person } from "../../shared/people/permissions.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import type { AppEnv } from "./app-env.js";

const LONGEST_KEY = 200;
/** Answers of these hold a token, which is kept nowhere; signing in twice does no harm. */
const NOT_REMEMBERED = "/api/sign-in/";

type Needs = Pick<Dependencies, "idempotentWrites" | "sealer">;

/**
 * A write that carries an `Idempotency-Key` happens once: a repeat by the same account (or, signed out, with the same
 * key) is answered with the first answer, and the same key on another request is refused. Failures are not remembered.
 * What was answered is kept encrypted: it may hold what is kept nowhere else, such as the code of a slip.
 *
 * Every router asks for it in the place of the handler (`createRouter`), so that a repeat passes the same checks as the
 * first request did. Whoever has lost a role, a station or a reach since then does not get the answer again.
 */
export function idempotency(deps: Needs) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const key = c.req.header("Idempotency-Key");
    if (key !== undefined && !c.req.path.startsWith(NOT_REMEMBERED)) {
      if (key.length === 0 || key.length > LONGEST_KEY) {
        throw new ApiError("invalid_input", [{ path: "Idempotency-Key", message: `要有 1 到 ${LONGEST_KEY} 个字符` }]);
      }
      c.set("once", (run) => answerOnce(deps, c, key, run));
    }
    await next();
  });
}

async function answerOnce(
  { idempotentWrites, sealer }: Needs,
  c: Context<AppEnv>,
  key: string,
  run: () => Promise<Response>,
): Promise<Response> {
  const asker = (c.get("asker") as AppEnv["Variables"]["asker"] | undefined) ?? null;
  const digest = sha256(`${asker?.id ?? "anonymous"}\n${key}`);
  const requestDigest = sha256(`${c.req.method} ${c.req.url}\n`, Buffer.from(await c.req.arrayBuffer()));
  const outcome = await idempotentWrites.begin(digest, requestDigest);
  if (outcome.state === "in_progress") throw new ApiError("request_in_progress");
  if (outcome.state === "reused") throw new ApiError("idempotency_key_reused");
  if (outcome.state === "done") {
    if (!isStillHeld(outcome.answer.standing, asker)) throw new ApiError("not_allowed");
    c.header("Idempotency-Replayed", "true");
    return c.body(sealer.open(outcome.answer.body, digest), outcome.answer.status as 200, {
      "content-type": "application/json",
    });
  }
  // A key that cannot be freed just now is free by itself after a minute; what happened is what is answered.
  const abandon = () => idempotentWrites.abandon(digest).catch(() => undefined);
  const response = await run().catch(async (error: unknown) => {
    await abandon();
    throw error;
  });
  if (!response.ok) {
    await abandon();
    return response;
  }
  const body = sealer.seal(await response.clone().text(), digest);
  await idempotentWrites.finish(digest, requestDigest, { status: response.status, body, standing: standingOf(asker) });
  return response;
}

/** What a person was allowed by, when an answer was made for them. */
function standingOf(asker: Person | null): Person {
  return { roles: asker?.roles ?? [], stationIds: asker?.stationIds ?? [], reach: asker?.reach ?? [] };
}

function isStillHeld(standing: Person, asker: Person | null): boolean {
  const { roles, stationIds, reach } = standingOf(asker);
  return (
    standing.roles.every((role) => roles.includes(role)) &&
    standing.stationIds.every((id) => stationIds.includes(id)) &&
    standing.reach.every((area) => reach.some((held) => area.startsWith(held)))
  );
}

function sha256(...parts: (string | Buffer)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("hex");
}
