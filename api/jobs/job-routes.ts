import { createHash, timingSafeEqual } from "node:crypto";
import type { Context } from "hono";
import { jobContract } from "../../shared/contract/operation.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import type { AppEnv } from "../http/app-env.js";
import { contractRoutes } from "../http/contract-routes.js";
import { bearerToken } from "../http/request-context.js";
import { whoAsks } from "../http/who-asks.js";
import { listJobs } from "./list-jobs.js";
import { runJobs } from "./run-jobs.js";

export function jobRoutes(deps: Dependencies) {
  const run = async ({ c }: { c: Context<AppEnv> }) => {
    await requireCronSecret(deps, c);
    return runJobs(deps);
  };
  return contractRoutes(deps, jobContract, {
    runJobsByGet: run,
    runJobs: run,
    listJobs: () => listJobs(deps),
  });
}

/** Lets nobody in who does not know the secret; people, whatever their role, are answered as elsewhere. */
async function requireCronSecret(deps: Dependencies, c: Context<AppEnv>): Promise<void> {
  const secret = deps.cronSecret;
  const token = bearerToken(c);
  if (token === null) throw new ApiError("not_signed_in");
  if (secret !== null && isSame(token, secret)) return;
  if (c.get("claims") === null && secret === null) throw new ApiError("jobs_not_configured");
  await whoAsks(deps, c);
  throw new ApiError("not_allowed");
}

/** Takes as long for a guess that is nearly right as for any other. */
function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
