import { z } from "zod";
import { ClientVersion } from "../shared/client-errors/client-error.js";
import { MessageTemplates } from "../shared/messages/template.js";
import { DEFAULT_TRUST_SETTINGS, type TrustSettings } from "../shared/trust/trust-settings.js";
import { DEFAULT_WISH_SETTINGS, type WishSettings } from "../shared/wishes/wish-settings.js";
import { DEFAULT_SOURCE, DEFAULT_TERMS, type OpenData } from "./open-data/open-data.js";
import type { KeyRing } from "./people/sealed-text.js";
import type { S3Bucket } from "./photos/s3-photo-files.js";
import type { RedisAddress } from "./redis/client.js";
import { readTcpAddress, TCP_ADDRESS_FORMS } from "./redis/tcp-address.js";
import type { WechatAccount } from "./wechat/call-wechat.js";
import type { WechatPush } from "./wechat/push-envelope.js";

export interface Env {
  mode: "demo" | "production";
  redis: RedisAddress;
  /** How many replicas must have a write before it is answered. */
  waitReplicas: number;
  /** Signs the tokens that people carry. */
  tokenSecret: string;
  /** Encrypts personal data, and tells people apart. */
  keyRing: KeyRing;
  host: string;
  port: number;
  /** How many processes answer; the demo, whose clock is one process's own, has one. */
  processes: number;
  /** How many proxies in front of the server may be believed about a caller's address. */
  trustProxy: boolean;
  /** The web build of the mini-program. */
  pagesFolder: string;
  /** Where the officers' desk is. */
  deskFolder: string;
  /** The address people reach the server under, without a slash at the end; null, in the demo: that of each request. */
  publicUrl: string | null;
  /** Clients that say they are older are turned away; null: none are. */
  minClientVersion: string | null;
  /** How reports from the door are weighed. */
  trust: TrustSettings;
  /** Deadlines, caps and retention of wishes. */
  wishes: WishSettings;
  /** Where map tiles may come from, for the pages' content security policy. */
  tileOrigin: string | null;
  /** Null: nobody can sign in by WeChat here, and WeChat checks no words. */
  wechat: WechatAccount | null;
  /** Null: WeChat sends this server no messages. */
  wechatPush: WechatPush | null;
  /** Where pictures are kept; null: nowhere. */
  photos: { kind: "folder"; folder: string } | ({ kind: "s3" } & S3Bucket) | null;
  /** The templates of the messages that are sent to people. */
  messageTemplates: MessageTemplates;
  /** For tests alone: what stands in the place of the hosts of group robots; null: the real ones. */
  groupBase: string | null;
  /** Who calls `/api/jobs/run` must know it; null: nobody may. */
  cronSecret: string | null;
  /** Under which terms others may use the stations; null: they are not given out. */
  openData: OpenData | null;
  /** Whether searches that find nothing are counted. */
  countsSearches: boolean;
  /** Whether everybody may see how often doors were open when they were said to be. */
  showsChecks: boolean;
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

const isKey = (text: string) => Buffer.from(text, "base64").length === 32;

const Variables = z.object({
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
  COUNT_SEARCHES: z.enum(["0", "1"]).default("1"),
  PUBLIC_CHECKS: z.enum(["0", "1"]).default("0"),
  JOBS_TIMER: z.enum(["0", "1"]).default("1"),
});

type Parsed = z.infer<typeof Variables>;

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
    waitReplicas: variables.REDIS_WAIT_REPLICAS,
    tokenSecret: variables.TOKEN_SECRET,
    keyRing: keyRing(variables),
    host: variables.HOST,
    port: variables.PORT,
    processes: variables.YIZHAN_MODE === "demo" ? 1 : variables.PROCESSES,
    trustProxy: variables.TRUST_PROXY === "1",
    pagesFolder: variables.PAGES_FOLDER,
    deskFolder: variables.DESK_FOLDER,
    publicUrl: publicUrl(variables),
    minClientVersion: variables.MIN_CLIENT_VERSION ?? null,
    trust: {
      ...DEFAULT_TRUST_SETTINGS,
      windowMinutes: variables.REPORT_WINDOW_MINUTES,
      // One person alone never turns a station, whatever is set.
      reporters: Math.max(2, variables.REPORT_REPORTERS),
      weight: variables.REPORT_WEIGHT,
      stationsPerHour: variables.REPORT_STATIONS_HOUR,
      stationsPerDay: variables.REPORT_STATIONS_DAY,
      addressStationsPerHour: variables.REPORT_STATIONS_HOUR,
      addressStationsPerDay: variables.REPORT_STATIONS_DAY,
      brakeTurns: variables.BRAKE_TURNS,
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
    wishes: {
      openPerPerson: variables.WISHES_PER_PERSON,
      reviewWorkingDays: variables.WISH_REVIEW_DAYS,
      answerDays: variables.WISH_ANSWER_DAYS,
      claimDays: variables.WISH_CLAIM_DAYS,
      fulfilDays: variables.WISH_FULFIL_DAYS,
      confirmDays: variables.WISH_CONFIRM_DAYS,
      softCapYuan: variables.WISH_SOFT_CAP,
      hardCapYuan: variables.WISH_HARD_CAP,
      keptDays: variables.WISH_KEPT_DAYS,
    },
    tileOrigin: tileOrigin(variables),
    wechat: wechatAccount(variables),
    wechatPush: wechatPush(variables),
    photos: photoStore(variables),
    messageTemplates: variables.WECHAT_TEMPLATES,
    groupBase: variables.GROUP_ROBOT_TEST_URL?.replace(/\/+$/, "") ?? null,
    cronSecret: variables.CRON_SECRET ?? null,
    openData: openData(variables),
    countsSearches: variables.COUNT_SEARCHES === "1",
    showsChecks: variables.PUBLIC_CHECKS === "1",
    jobsTimer: variables.JOBS_TIMER === "1",
  };
}

/** In production it is said, never taken from a request: it stands in the codes that people sign in by. */
function publicUrl(variables: Parsed): string | null {
  const { PUBLIC_URL: said, VERCEL_PROJECT_PRODUCTION_URL: host, YIZHAN_MODE: mode } = variables;
  const url = said ?? (host === undefined ? undefined : `https://${host}`);
  if (url === undefined && mode === "production") {
    throw new Error(
      "Not started. PUBLIC_URL is missing: the address people reach the server under, as in https://yizhan.example.cn.",
    );
  }
  return url?.replace(/\/+$/, "") ?? null;
}

function keyRing({ ENCRYPTION_KEY: current, ENCRYPTION_KEYS_OLD: old, IDENTITY_KEY: identity }: Parsed): KeyRing {
  // Without it the ids of accounts would come from the new key, and everybody would come back as somebody new.
  if (old.length > 0 && identity === undefined) {
    throw new Error(
      "Not started. IDENTITY_KEY is missing beside ENCRYPTION_KEYS_OLD: the first ENCRYPTION_KEY of this installation.",
    );
  }
  return { current, old, identity: identity ?? current };
}

/** Without a licence of the office's own, that of Creative Commons that asks for the source to be named. */
function openData(variables: Parsed): OpenData | null {
  const { OPEN_DATA: isOn, OPEN_DATA_LICENSE: license, OPEN_DATA_LICENSE_URL: licenseUrl } = variables;
  if (isOn === "0") return null;
  const ownTerms = { license: license ?? "", licenseUrl: licenseUrl ?? null };
  return { ...(license ? ownTerms : DEFAULT_TERMS), source: variables.OPEN_DATA_SOURCE ?? DEFAULT_SOURCE };
}

function tileOrigin({ TIANDITU_KEY, TILE_URL }: Parsed): string | null {
  if (TIANDITU_KEY) return "https://t{s}.tianditu.gov.cn";
  return TILE_URL ? new URL(TILE_URL).origin : null;
}

function wechatAccount(variables: Parsed): WechatAccount | null {
  const { WECHAT_API_URL: url, WECHAT_APP_ID: appId, WECHAT_APP_SECRET: appSecret } = variables;
  if (appId === undefined && appSecret === undefined) return null;
  if (appId === undefined) throw new Error("Not started. WECHAT_APP_ID is missing beside WECHAT_APP_SECRET.");
  if (appSecret === undefined) throw new Error("Not started. WECHAT_APP_SECRET is missing beside WECHAT_APP_ID.");
  return { url: url.replace(/\/+$/, ""), appId, appSecret };
}

function wechatPush(variables: z.infer<typeof Variables>): WechatPush | null {
  const { WECHAT_PUSH_TOKEN: token, WECHAT_PUSH_AES_KEY: aesKey, WECHAT_APP_ID: appId } = variables;
  if (token === undefined) return null;
  if (appId === undefined) throw new Error("Not started. WECHAT_APP_ID is missing beside WECHAT_PUSH_TOKEN.");
  return { token, aesKey: aesKey ?? null, appId };
}

function photoStore(variables: z.infer<typeof Variables>): Env["photos"] {
  const { PHOTO_S3_URL: url, PHOTO_S3_REGION: region } = variables;
  const { PHOTO_S3_ACCESS_KEY_ID: accessKeyId, PHOTO_S3_SECRET_ACCESS_KEY: secretAccessKey } = variables;
  if (url === undefined) return { kind: "folder", folder: variables.PHOTO_FOLDER };
  if (accessKeyId === undefined || secretAccessKey === undefined) {
    const missing = accessKeyId === undefined ? "PHOTO_S3_ACCESS_KEY_ID" : "PHOTO_S3_SECRET_ACCESS_KEY";
    throw new Error(`Not started. ${missing} is missing beside PHOTO_S3_URL.`);
  }
  return { kind: "s3", url: url.replace(/\/+$/, ""), region, accessKeyId, secretAccessKey };
}

function redisAddress(variables: Parsed): RedisAddress {
  const { UPSTASH_REDIS_REST_URL: url, UPSTASH_REDIS_REST_TOKEN: token, REDIS_URL: tcpUrl } = variables;
  if (url !== undefined) {
    if (token === undefined)
      throw new Error("Not started. UPSTASH_REDIS_REST_TOKEN is missing beside UPSTASH_REDIS_REST_URL.");
    return { transport: "rest", url, token };
  }
  if (tcpUrl !== undefined) return { transport: "tcp", url: tcpUrl };
  throw new Error("Not started. Set REDIS_URL, or UPSTASH_REDIS_REST_URL with UPSTASH_REDIS_REST_TOKEN.");
}
