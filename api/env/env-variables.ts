import { z } from "zod";
import { ClientVersion } from "../../shared/client-errors/client-error.js";
import { MessageTemplates } from "../../shared/messages/template.js";
import { DEFAULT_TRUST_SETTINGS } from "../../shared/trust/trust-settings.js";
import { DEFAULT_WISH_SETTINGS } from "../../shared/wishes/wish-settings.js";
import { readTcpAddress, TCP_ADDRESS_FORMS } from "../redis/tcp-address.js";

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

const isKey = (text: string) => Buffer.from(text, "base64").length === 32;

/** The variables of the environment, each read by itself; an empty one is one that is not set. */
export const Variables = z.object({
  YIZHAN_MODE: z.enum(["demo", "production"]).default("production"),
  UPSTASH_REDIS_REST_URL: optional.pipe(z.url({ protocol: /^https?$/, error: "an http(s) address" }).optional()),
  UPSTASH_REDIS_REST_TOKEN: optional,
  REDIS_URL: optional.refine(
    (text) => text === undefined || readTcpAddress(text) !== null,
    `must be ${TCP_ADDRESS_FORMS}`,
  ),
  REDIS_WAIT_REPLICAS: optional.transform((text) => Number(text ?? 0)).pipe(z.int().min(0).max(5)),
  TOKEN_SECRET: z
    .string({ error: "is missing: any secret text of 32 characters or more" })
    .min(32, "must have 32 characters or more"),
  ENCRYPTION_KEY: z
    .string({ error: "is missing: 32 random bytes in base64 (openssl rand -base64 32)" })
    .refine(isKey, "must be 32 bytes in base64 (openssl rand -base64 32)"),
  ENCRYPTION_KEYS_OLD: optional
    .transform((text) => text?.split(",").map((key) => key.trim()) ?? [])
    .refine((old) => old.every(isKey), "must be keys of 32 bytes in base64, with commas between"),
  IDENTITY_KEY: optional.refine((text) => text === undefined || isKey(text), "must be 32 bytes in base64"),
  HOST: z.string().default("127.0.0.1"),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3_000),
  PROCESSES: optional.transform((text) => Number(text ?? 1)).pipe(z.int().min(1).max(64)),
  TRUST_PROXY: z.enum(["0", "1"]).default("0"),
  PAGES_FOLDER: z.string().default("miniapp/dist/h5"),
  DESK_FOLDER: z.string().default("desk/dist"),
  /** Set by Vercel. */
  VERCEL_PROJECT_PRODUCTION_URL: optional,
  PUBLIC_URL: optional.pipe(z.url({ protocol: /^https?$/, error: "an http(s) address" }).optional()),
  MIN_CLIENT_VERSION: optional.refine(
    (text) => text === undefined || ClientVersion.safeParse(text).success,
    "must be a version such as 1.2.0",
  ),
  REPORT_WINDOW_MINUTES: setting(DEFAULT_TRUST_SETTINGS.windowMinutes),
  REPORT_REPORTERS: setting(DEFAULT_TRUST_SETTINGS.reporters),
  REPORT_WEIGHT: setting(DEFAULT_TRUST_SETTINGS.weight),
  REPORT_STATIONS_HOUR: setting(DEFAULT_TRUST_SETTINGS.stationsPerHour),
  REPORT_STATIONS_DAY: setting(DEFAULT_TRUST_SETTINGS.stationsPerDay),
  BRAKE_TURNS: setting(DEFAULT_TRUST_SETTINGS.brakeTurns),
  REPORT_LAPSE_HOURS: setting(DEFAULT_TRUST_SETTINGS.lapseHours),
  REPORTED_MINUTES: setting(DEFAULT_TRUST_SETTINGS.reportedMinutes),
  DOUBTFUL_MINUTES: setting(DEFAULT_TRUST_SETTINGS.doubtfulMinutes),
  TASK_DAYS_DOOR: setting(DEFAULT_TRUST_SETTINGS.taskDays.door_closed),
  TASK_DAYS_AMENITY: setting(DEFAULT_TRUST_SETTINGS.taskDays.amenity_broken),
  TASK_DAYS_OTHER: setting(DEFAULT_TRUST_SETTINGS.taskDays.other),
  WISHES_PER_PERSON: setting(DEFAULT_WISH_SETTINGS.openPerPerson),
  WISH_REVIEW_DAYS: setting(DEFAULT_WISH_SETTINGS.reviewWorkingDays),
  WISH_ANSWER_DAYS: setting(DEFAULT_WISH_SETTINGS.answerDays),
  WISH_CLAIM_DAYS: setting(DEFAULT_WISH_SETTINGS.claimDays),
  WISH_FULFIL_DAYS: setting(DEFAULT_WISH_SETTINGS.fulfilDays),
  WISH_CONFIRM_DAYS: setting(DEFAULT_WISH_SETTINGS.confirmDays),
  WISH_SOFT_CAP: setting(DEFAULT_WISH_SETTINGS.softCapYuan),
  WISH_HARD_CAP: setting(DEFAULT_WISH_SETTINGS.hardCapYuan),
  WISH_KEPT_DAYS: setting(DEFAULT_WISH_SETTINGS.keptDays),
  TIANDITU_KEY: optional,
  TILE_URL: optional.pipe(z.url().optional()),
  WECHAT_API_URL: optional.pipe(
    z.url({ protocol: /^https?$/, error: "an http(s) address" }).default("https://api.weixin.qq.com"),
  ),
  WECHAT_APP_ID: optional,
  WECHAT_APP_SECRET: optional,
  WECHAT_PUSH_TOKEN: optional.pipe(
    z
      .string()
      .regex(/^[A-Za-z0-9]{3,32}$/, "must have 3 to 32 letters or digits")
      .optional(),
  ),
  WECHAT_PUSH_AES_KEY: optional.pipe(
    z
      .string()
      .regex(/^[A-Za-z0-9]{43}$/, "must have 43 letters or digits")
      .optional(),
  ),
  PHOTO_FOLDER: z.string().default(".yizhan/photos"),
  PHOTO_S3_URL: optional.pipe(z.url({ protocol: /^https?$/, error: "an http(s) address" }).optional()),
  PHOTO_S3_REGION: optional.transform((text) => text ?? "us-east-1"),
  PHOTO_S3_ACCESS_KEY_ID: optional,
  PHOTO_S3_SECRET_ACCESS_KEY: optional,
  WECHAT_TEMPLATES: TemplatesText,
  GROUP_ROBOT_TEST_URL: optional.pipe(z.url({ protocol: /^https?$/, error: "an http(s) address" }).optional()),
  CRON_SECRET: optional.pipe(
    z
      .string()
      .min(SHORTEST_CRON_SECRET, `must have ${SHORTEST_CRON_SECRET} characters or more`)
      .regex(/^[!-~]+$/, "must be of letters, digits and signs, without spaces")
      .optional(),
  ),
  OPEN_DATA: z.enum(["0", "1"]).default("1"),
  OPEN_DATA_LICENSE: optional,
  OPEN_DATA_LICENSE_URL: optional.pipe(z.url({ protocol: /^https?$/, error: "an http(s) address" }).optional()),
  OPEN_DATA_SOURCE: optional,
  PUBLIC_LISTS: z.enum(["0", "1"]).default("1"),
  COUNT_SEARCHES: z.enum(["0", "1"]).default("1"),
  PUBLIC_CHECKS: z.enum(["0", "1"]).default("0"),
  OPERATOR_NAME: optional,
  JOBS_TIMER: z.enum(["0", "1"]).default("1"),
});

export type Variables = z.infer<typeof Variables>;
