import { createMiddleware } from "hono/factory";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import type { AppEnv } from "./app-env.js";

/**
 * Answers a write once the replicas have it, or with `not_replicated`: it stands in one Redis then, and may be lost with it.
 * Sent again under the same `Idempotency-Key` it says what became of it, and waits for the replicas again.
 */
export function awaitReplicas({ mark, isReached }: NonNullable<Dependencies["replication"]>) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const since = mark();
    await next();
    if (c.res.ok && !(await isReached(since))) throw new ApiError("not_replicated");
  });
}
