import { createHash } from "node:crypto";
import { createMiddleware } from "hono/factory";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import type { AppEnv } from "./app-env.js";

const LONGEST_KEY = 200;
/** Answers of these hold a token, which is kept nowhere; signing in twice does no harm. */
const NOT_REMEMBERED = "/api/sign-in/";

/**
 * A write that carries an `Idempotency-Key` happens once: a repeat by the same account (or, signed out, with the same
 * key) is answered with the first answer, and the same key on another request is refused. Failures are not remembered.
 * What was answered is kept encrypted: it may hold what is kept nowhere else, such as the code of a slip.
 */
export function idempotency({ idempotentWrites, sealer }: Pick<Dependencies, "idempotentWrites" | "sealer">) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const key = c.req.header("Idempotency-Key");
    if (key === undefined || c.req.path.startsWith(NOT_REMEMBERED)) return next();
    if (key.length === 0 || key.length > LONGEST_KEY) {
      throw new ApiError("invalid_input", [{ path: "Idempotency-Key", message: `要有 1 到 ${LONGEST_KEY} 个字符` }]);
    }
    const digest = sha256(`${c.get("claims")?.userId ?? "anonymous"}\n${key}`);
    const requestDigest = sha256(`${c.req.method} ${c.req.url}\n`, Buffer.from(await c.req.arrayBuffer()));
    const outcome = await idempotentWrites.begin(digest, requestDigest);
    if (outcome.state === "in_progress") throw new ApiError("request_in_progress");
    if (outcome.state === "reused") throw new ApiError("idempotency_key_reused");
    if (outcome.state === "done") {
      c.header("Idempotency-Replayed", "true");
      return c.body(sealer.open(outcome.answer.body, digest), outcome.answer.status as 200, {
        "content-type": "application/json",
      });
    }
    await next();
    if (c.error !== undefined || !c.res.ok) return idempotentWrites.abandon(digest);
    const body = sealer.seal(await c.res.clone().text(), digest);
    await idempotentWrites.finish(digest, requestDigest, { status: c.res.status, body });
  });
}

function sha256(...parts: (string | Buffer)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("hex");
}
