import { z } from "zod";
import { ClientError } from "../client-errors/client-error.js";
import { JobList, JobsRunAnswer } from "../jobs/job-answer.js";
import type { Contract } from "./endpoint.js";
import { Done } from "./error-answer.js";

export const healthContract = {
  getHealth: {
    route: "GET /health",
    summary: "Whether everything is ready: Redis takes writes, the stations are there and the pages can be served",
    permission: "open",
    answer: z.object({
      status: z.enum(["ok", "error"]),
      redis: z.enum(["up", "down", "refuses"]),
      /** `gone`: this process had stations, and Redis has none any more; those in memory are answered. */
      stations: z.enum(["ok", "gone"]),
      pages: z.enum(["ok", "missing"]),
      /** What Redis says, as in OOM, READONLY, ECONNREFUSED. */
      reason: z.string().nullable(),
      version: z.string(),
      mode: z.enum(["demo", "production"]),
    }),
    answers: "Ready",
    also: { 503: "Not ready" },
  },
} as const satisfies Contract;

export const settingsContract = {
  getSettings: {
    route: "GET /settings",
    summary: "What this installation promises about people's data: how long what is in wishes stays",
    permission: "open",
    answer: z.object({
      /** Days after a wish is closed. */
      wishKeptDays: z.int(),
      /** Days after which a delivered wish counts as fulfilled when its worker says nothing. */
      wishConfirmDays: z.int(),
    }),
    answers: "The settings",
  },
} as const satisfies Contract;

const run = {
  summary: "Run the scheduled jobs that are due (the secret of the timer, as a bearer token)",
  permission: "timer",
  answer: JobsRunAnswer,
  answers: "What was done; a job that failed is named, and tried again at the next call",
  errors: ["not_signed_in", "sign_in_expired", "not_allowed", "jobs_not_configured"],
} as const;

/** What runs by itself. */
export const jobContract = {
  // Vercel's timer sends GET; POST is for all others.
  runJobsByGet: { route: "GET /jobs/run", ...run },
  runJobs: { route: "POST /jobs/run", write: "repeatable", ...run },
  listJobs: {
    route: "GET /jobs",
    summary:
      "When each scheduled job last ran, what became of messages to people, and what went wrong on phones (officer)",
    permission: "job:read",
    answer: JobList,
    answers: "The jobs",
  },
} as const satisfies Contract;

const words = z.string().max(200);
const signed = {
  signature: words,
  timestamp: z.string().regex(/^\d{1,12}$/, { error: "要是秒数" }),
  nonce: words,
};
const TEXT = { files: { "text/plain": "text" } } as const;

/** Where WeChat's message push leads. */
export const wechatPushContract = {
  checkWechatPush: {
    route: "GET /wechat/push",
    summary: "Whether this server knows the token of WeChat's message push (WeChat asks once, when it is set up)",
    permission: "wechat",
    query: z.object({ ...signed, echostr: words }),
    answer: TEXT,
    answers: "The text it came with",
    errors: ["not_allowed", "not_found"],
  },
  takeWechatPush: {
    route: "POST /wechat/push",
    summary: "A message of WeChat's: what it found of a photo",
    permission: "wechat",
    write: "repeatable",
    query: z.object({ ...signed, msg_signature: words.optional(), encrypt_type: words.optional() }),
    answer: TEXT,
    answers: "Taken",
    errors: ["not_allowed", "not_found"],
  },
} as const satisfies Contract;

/** What went wrong on phones. */
export const clientErrorContract = {
  reportClientError: {
    route: "POST /client-errors",
    summary: "An error of the program on a phone, to be counted; nothing of it is a person's",
    permission: "open",
    write: "once",
    body: ClientError,
    answer: Done,
    answers: "Counted",
  },
} as const satisfies Contract;
