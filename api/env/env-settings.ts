import { DEFAULT_TRUST_SETTINGS, type TrustSettings } from "../../shared/trust/trust-settings.js";
import type { WishSettings } from "../../shared/wishes/wish-settings.js";
import { DEFAULT_SOURCE, DEFAULT_TERMS, type OpenData } from "../open-data/open-data.js";
import type { KeyRing } from "../people/sealed-text.js";
import type { S3Bucket } from "../photos/s3-photo-files.js";
import type { RedisAddress } from "../redis/client.js";
import type { WechatAccount } from "../wechat/call-wechat.js";
import type { WechatPush } from "../wechat/push-envelope.js";
import type { Variables } from "./env-variables.js";

// Settings that several variables make together.

/** Where pictures are kept. */
export type PhotoPlace = { kind: "folder"; folder: string } | ({ kind: "s3" } & S3Bucket);

export function trustSettings(variables: Variables): TrustSettings {
  return {
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
  };
}

export function wishSettings(variables: Variables): WishSettings {
  return {
    openPerPerson: variables.WISHES_PER_PERSON,
    reviewWorkingDays: variables.WISH_REVIEW_DAYS,
    answerDays: variables.WISH_ANSWER_DAYS,
    claimDays: variables.WISH_CLAIM_DAYS,
    fulfilDays: variables.WISH_FULFIL_DAYS,
    confirmDays: variables.WISH_CONFIRM_DAYS,
    softCapYuan: variables.WISH_SOFT_CAP,
    hardCapYuan: variables.WISH_HARD_CAP,
    keptDays: variables.WISH_KEPT_DAYS,
  };
}

/** In production it is said, never taken from a request: it stands in the codes that people sign in by. */
export function publicUrl(variables: Variables): string | null {
  const { PUBLIC_URL: said, VERCEL_PROJECT_PRODUCTION_URL: host, YIZHAN_MODE: mode } = variables;
  const url = said ?? (host === undefined ? undefined : `https://${host}`);
  if (url === undefined && mode === "production") {
    throw new Error(
      "Not started. PUBLIC_URL is missing: the address people reach the server under, as in https://yizhan.example.cn.",
    );
  }
  return url?.replace(/\/+$/, "") ?? null;
}

export function keyRing({
  ENCRYPTION_KEY: current,
  ENCRYPTION_KEYS_OLD: old,
  IDENTITY_KEY: identity,
}: Variables): KeyRing {
  // Without it the ids of accounts would come from the new key, and everybody would come back as somebody new.
  if (old.length > 0 && identity === undefined) {
    throw new Error(
      "Not started. IDENTITY_KEY is missing beside ENCRYPTION_KEYS_OLD: the first ENCRYPTION_KEY of this installation.",
    );
  }
  return { current, old, identity: identity ?? current };
}

/** Without a licence of the office's own, that of Creative Commons that asks for the source to be named. */
export function openData(variables: Variables): OpenData | null {
  const { OPEN_DATA: isOn, OPEN_DATA_LICENSE: license, OPEN_DATA_LICENSE_URL: licenseUrl } = variables;
  if (isOn === "0") return null;
  const ownTerms = { license: license ?? "", licenseUrl: licenseUrl ?? null };
  return { ...(license ? ownTerms : DEFAULT_TERMS), source: variables.OPEN_DATA_SOURCE ?? DEFAULT_SOURCE };
}

export function tileOrigin({ TIANDITU_KEY, TILE_URL }: Variables): string | null {
  if (TIANDITU_KEY) return "https://t{s}.tianditu.gov.cn";
  return TILE_URL ? new URL(TILE_URL).origin : null;
}

export function wechatAccount(variables: Variables): WechatAccount | null {
  const { WECHAT_API_URL: url, WECHAT_APP_ID: appId, WECHAT_APP_SECRET: appSecret } = variables;
  if (appId === undefined && appSecret === undefined) return null;
  if (appId === undefined) throw new Error("Not started. WECHAT_APP_ID is missing beside WECHAT_APP_SECRET.");
  if (appSecret === undefined) throw new Error("Not started. WECHAT_APP_SECRET is missing beside WECHAT_APP_ID.");
  return { url: url.replace(/\/+$/, ""), appId, appSecret };
}

export function wechatPush(variables: Variables): WechatPush | null {
  const { WECHAT_PUSH_TOKEN: token, WECHAT_PUSH_AES_KEY: aesKey, WECHAT_APP_ID: appId } = variables;
  if (token === undefined) return null;
  if (appId === undefined) throw new Error("Not started. WECHAT_APP_ID is missing beside WECHAT_PUSH_TOKEN.");
  return { token, aesKey: aesKey ?? null, appId };
}

export function photoStore(variables: Variables): PhotoPlace | null {
  const { PHOTO_S3_URL: url, PHOTO_S3_REGION: region } = variables;
  const { PHOTO_S3_ACCESS_KEY_ID: accessKeyId, PHOTO_S3_SECRET_ACCESS_KEY: secretAccessKey } = variables;
  if (url === undefined) return { kind: "folder", folder: variables.PHOTO_FOLDER };
  if (accessKeyId === undefined || secretAccessKey === undefined) {
    const missing = accessKeyId === undefined ? "PHOTO_S3_ACCESS_KEY_ID" : "PHOTO_S3_SECRET_ACCESS_KEY";
    throw new Error(`Not started. ${missing} is missing beside PHOTO_S3_URL.`);
  }
  return { kind: "s3", url: url.replace(/\/+$/, ""), region, accessKeyId, secretAccessKey };
}

export function redisAddress(variables: Variables): RedisAddress {
  const { UPSTASH_REDIS_REST_URL: url, UPSTASH_REDIS_REST_TOKEN: token, REDIS_URL: tcpUrl } = variables;
  if (url !== undefined) {
    if (token === undefined)
      throw new Error("Not started. UPSTASH_REDIS_REST_TOKEN is missing beside UPSTASH_REDIS_REST_URL.");
    return { transport: "rest", url, token };
  }
  if (tcpUrl !== undefined) return { transport: "tcp", url: tcpUrl };
  throw new Error("Not started. Set REDIS_URL, or UPSTASH_REDIS_REST_URL with UPSTASH_REDIS_REST_TOKEN.");
}
