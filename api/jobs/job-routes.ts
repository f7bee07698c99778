import { createHash, timingSafeEqual } from "node:crypto";
import { createRoute } from "@hono/zod-openapi";
import type { Context } from "hono";
import { JobList, JobsRunAnswer } from "../../shared/jobs/job-answer.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import { errorAnswers, jsonAnswer } from "../http/answers.js";
import { type AppEnv, createRouter } from "../http/app-env.js";
import { bearerToken } from "../http/request-context.js";
import { requirePermission } from "../http/require-permission.js";
import { whoAsks } from "../http/who-asks.js";
import { listJobs } from "./list-jobs.js";
import { runJobs } from "./run-jobs.js";

const runRoute = {
  path: "/run",
  summary: "Run the scheduled jobs that are due (the secret of the timer, as a bearer token)",
  responses: {
    200: jsonAnswer("What was done; a job that failed is named, and tried again at the next call", JobsRunAnswer),
    ...errorAnswers("not_signed_in", "sign_in_expired", "not_allowed", "jobs_not_configured"),
  },
} as const;
// Vercel's timer sends GET; POST is for all others.
const runByGet = createRoute({ method: "get", ...runRoute });
const runByPost = createRoute({ method: "post", ...runRoute });

const listRoute = createRoute({
  method: "get",
  path: "/",
  summary: "When each scheduled job last ran, and what became of messages to people (officer)",
  responses: { 200: jsonAnswer("The jobs", JobList), ...errorAnswers("not_signed_in", "not_allowed") },
});

export function jobRoutes(deps: Dependencies) {
  const run = async (c: Context<AppEnv>) => {
    await requireCronSecret(deps, c);
    c.header("Cache-Control", "no-store");
    return c.json(await runJobs(deps), 200);
  };
  const router = createRouter();
  router.openapi(runByGet, run).openapi(runByPost, run);
  router.use("/", requirePermission(deps, "job:read"));
  return router.openapi(listRoute, async (c) => {
    c.header("Cache-Control", "no-store");
    return c.json(await listJobs(deps), 200);
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
