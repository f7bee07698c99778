import { z } from "zod";
import { MessageTemplates } from "../shared/messages/template.js";
import { DEFAULT_TRUST_SETTINGS, type TrustSettings } from "../shared/trust/trust-settings.js";
import type { RedisAddress } from "./redis/client.js";
import type { WechatAccount } from "./wechat/call-wechat.js";

export interface Env {
  mode: "demo" | "production";
  redis: RedisAddress;
  /** Signs the tokens that people carry. */
  tokenSecret: string;
  /** 32 bytes in base64; encrypts personal data. */
  encryptionKey: string;
  host: string;
  port: number;
  /** How many proxies in front of the server may be believed about a caller's address. */
  trustProxy: boolean;
  /** The web build of the mini-program. */
  pagesFolder: string;
  /** The address people reach the server under, without a slash at the end; null: that of each request. */
  publicUrl: string | null;
  /** How reports from the door are weighed. */
  trust: TrustSettings;
  /** Where map tiles may come from, for the pages' content security policy. */
  tileOrigin: string | null;
  /** Null: nobody can sign in by WeChat here, and WeChat checks no words. */
  wechat: WechatAccount | null;
  /** The templates of the messages that are sent to people. */
  messageTemplates: MessageTemplates;
  /** Who calls `/api/jobs/run` must know it; null: nobody may. */
  cronSecret: string | null;
  /** Whether the server runs its scheduled jobs by itself. */
  jobsTimer: boolean;
}

const optional = z
  .string()
  .optional()
  .transform((text) => (text === undefined || text.trim() === "" ? undefined : text.trim()));

const setting = (byDefault: number) =>
  optional
    .transform((text) => Number(text ?? byDefault))
    .pipe(z.number("must be a number").positive("must be above 0"));

const SHORTEST_CRON_SECRET = 16;

const TemplatesText = optional
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text ?? "{}");
    } catch {
      context.addIssue({ code: "custom", message: "must be JSON" });
      return z.NEVER;
    }
  })
  .pipe(MessageTemplates);

const Variables = z.object({
  YIZHAN_MODE: z.enum(["demo", "production"]).default("production"),
  UPSTASH_REDIS_REST_URL: optional.pipe(z.url({ protocol: /^https?$/, error: "an http(s) address" }).optional()),
  UPSTASH_REDIS_REST_TOKEN: optional,
  REDIS_URL: optional.pipe(z.url({ protocol: /^rediss?$/, error: "a redis:// or rediss:// address" }).optional()),
  TOKEN_SECRET: z
    .string({ error: "is missing: any secret text of 32 characters or more" })
    .min(32, "must have 32 characters or more"),
  ENCRYPTION_KEY: z
    .string({ error: "is missing: 32 random bytes in base64 (openssl rand -base64 32)" })
    .refine(
      (text) => Buffer.from(text, "base64").length === 32,
      "must be 32 bytes in base64 (openssl rand -base64 32)",
    ),
  HOST: z.string().default("127.0.0.1"),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3_000),
  TRUST_PROXY: z.enum(["0", "1"]).default("0"),
  PAGES_FOLDER: z.string().default("miniapp/dist/h5"),
  PUBLIC_URL: optional.pipe(z.url({ protocol: /^https?$/, error: "an http(s) address" }).optional()),
  REPORT_WINDOW_MINUTES: setting(DEFAULT_TRUST_SETTINGS.windowMinutes),
  REPORT_REPORTERS: setting(DEFAULT_TRUST_SETTINGS.reporters),
  REPORT_WEIGHT: setting(DEFAULT_TRUST_SETTINGS.weight),
  REPORT_LAPSE_HOURS: setting(DEFAULT_TRUST_SETTINGS.lapseHours),
  REPORTED_MINUTES: setting(DEFAULT_TRUST_SETTINGS.reportedMinutes),
  DOUBTFUL_MINUTES: setting(DEFAULT_TRUST_SETTINGS.doubtfulMinutes),
  TASK_DAYS_DOOR: setting(DEFAULT_TRUST_SETTINGS.taskDays.door_closed),
  TASK_DAYS_AMENITY: setting(DEFAULT_TRUST_SETTINGS.taskDays.amenity_broken),
  TASK_DAYS_OTHER: setting(DEFAULT_TRUST_SETTINGS.taskDays.other),
  TILE_URL: optional.pipe(z.url().optional()),
  WECHAT_API_URL: optional.pipe(
    z.url({ protocol: /^https?$/, error: "an http(s) address" }).default("https://api.weixin.qq.com"),
  ),
  WECHAT_APP_ID: optional,
  WECHAT_APP_SECRET: optional,
  WECHAT_TEMPLATES: TemplatesText,
  CRON_SECRET: optional.pipe(
    z.string().min(SHORTEST_CRON_SECRET, `must have ${SHORTEST_CRON_SECRET} characters or more`).optional(),
  ),
  JOBS_TIMER: z.enum(["0", "1"]).default("1"),
});

/**
 * The settings of the server, from the environment, which nothing else in `api/` reads.
 *
 * @throws Error naming every variable that is missing or wrong; the server must not start then.
 */
export function readEnv(source: NodeJS.ProcessEnv): Env {
  const parsed = Variables.safeParse(source);
  if (!parsed.success) {
    throw new Error(
      `Not started. ${parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`).join("; ")}.`,
    );
  }
  const variables = parsed.data;
  return {
    mode: variables.YIZHAN_MODE,
    redis: redisAddress(variables),
    tokenSecret: variables.TOKEN_SECRET,
    encryptionKey: variables.ENCRYPTION_KEY,
    host: variables.HOST,
    port: variables.PORT,
    trustProxy: variables.TRUST_PROXY === "1",
    pagesFolder: variables.PAGES_FOLDER,
    publicUrl: variables.PUBLIC_URL?.replace(/\/+$/, "") ?? null,
    trust: {
      ...DEFAULT_TRUST_SETTINGS,
      windowMinutes: variables.REPORT_WINDOW_MINUTES,
      // One person alone never turns a station, whatever is set.
      reporters: Math.max(2, variables.REPORT_REPORTERS),
      weight: variables.REPORT_WEIGHT,
      lapseHours: variables.REPORT_LAPSE_HOURS,
      reportedMinutes: variables.REPORTED_MINUTES,
      doubtfulMinutes: variables.DOUBTFUL_MINUTES,
      taskDays: {
        door_closed: variables.TASK_DAYS_DOOR,
        amenity_broken: variables.TASK_DAYS_AMENITY,
        wrong_info: variables.TASK_DAYS_OTHER,
        other: variables.TASK_DAYS_OTHER,
      },
    },
    tileOrigin: variables.TILE_URL ? new URL(variables.TILE_URL).origin : null,
    wechat: wechatAccount(variables),
    messageTemplates: variables.WECHAT_TEMPLATES,
    cronSecret: variables.CRON_SECRET ?? null,
    jobsTimer: variables.JOBS_TIMER === "1",
  };
}

function wechatAccount(variables: z.infer<typeof Variables>): WechatAccount | null {
  const { WECHAT_API_URL: url, WECHAT_APP_ID: appId, WECHAT_APP_SECRET: appSecret } = variables;
  if (appId === undefined && appSecret === undefined) return null;
  if (appId === undefined) throw new Error("Not started. WECHAT_APP_ID is missing beside WECHAT_APP_SECRET.");
  if (appSecret === undefined) throw new Error("Not started. WECHAT_APP_SECRET is missing beside WECHAT_APP_ID.");
  return { url: url.replace(/\/+$/, ""), appId, appSecret };
}

function redisAddress(variables: z.infer<typeof Variables>): RedisAddress {
  const { UPSTASH_REDIS_REST_URL: url, UPSTASH_REDIS_REST_TOKEN: token, REDIS_URL: tcpUrl } = variables;
  if (url !== undefined) {
    if (token === undefined)
      throw new Error("Not started. UPSTASH_REDIS_REST_TOKEN is missing beside UPSTASH_REDIS_REST_URL.");
    return { transport: "rest", url, token };
  }
  if (tcpUrl !== undefined) return { transport: "tcp", url: tcpUrl };
  throw new Error("Not started. Set REDIS_URL, or UPSTASH_REDIS_REST_URL with UPSTASH_REDIS_REST_TOKEN.");
}
