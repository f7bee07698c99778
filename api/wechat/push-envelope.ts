import { createDecipheriv, createHash, timingSafeEqual } from "node:crypto";
import { type EpochMs, MINUTE_MS } from "../../shared/common/time.js";

/** What the console of the mini-program and our server know of the messages that WeChat sends us. */
export interface WechatPush {
  token: string;
  /** 43 characters, as the console makes them; null: messages come unencrypted. */
  aesKey: string | null;
  appId: string;
}

/** The query that each message comes with. */
export interface PushQuery {
  signature?: string | undefined;
  timestamp?: string | undefined;
  nonce?: string | undefined;
  msg_signature?: string | undefined;
}

/** Repeats come within seconds; an older query was kept by somebody. */
const LONGEST_AGE_MS = 10 * MINUTE_MS;
const RANDOM_BYTES = 16;
const LENGTH_BYTES = 4;
const BLOCK_BYTES = 32;

/** Whether a query is WeChat's: the SHA-1 of token, time and nonce, sorted and joined. */
export function isSigned({ token }: WechatPush, query: PushQuery, now: EpochMs): boolean {
  const { signature, timestamp, nonce } = query;
  if (signature === undefined || timestamp === undefined || nonce === undefined) return false;
  const isFresh = Math.abs(now - Number(timestamp) * 1_000) <= LONGEST_AGE_MS;
  return isFresh && isSame(signature, sortedSha1(token, timestamp, nonce));
}

/**
 * What an encrypted message says (安全模式): AES-256-CBC, padded to 32 bytes, holding 16 random bytes, the length, the message
 * and the app id it is for.
 *
 * @returns null for what WeChat did not sign, or what is for somebody else
 */
export function openEncrypted(
  { token, appId }: WechatPush,
  aesKey: string,
  query: PushQuery,
  encrypted: string,
): string | null {
  const { msg_signature: signature, timestamp = "", nonce = "" } = query;
  if (signature === undefined || !isSame(signature, sortedSha1(token, timestamp, nonce, encrypted))) return null;
  const key = Buffer.from(`${aesKey}=`, "base64");
  try {
    const decipher = createDecipheriv("aes-256-cbc", key, key.subarray(0, 16)).setAutoPadding(false);
    const padded = Buffer.concat([decipher.update(Buffer.from(encrypted, "base64")), decipher.final()]);
    const padding = padded.at(-1) ?? 0;
    if (padding < 1 || padding > BLOCK_BYTES) return null;
    const plain = padded.subarray(RANDOM_BYTES, padded.length - padding);
    const end = LENGTH_BYTES + plain.readUInt32BE(0);
    return plain.subarray(end).toString("utf8") === appId ? plain.subarray(LENGTH_BYTES, end).toString("utf8") : null;
  } catch {
    return null;
  }
}

function sortedSha1(...parts: string[]): string {
  return createHash("sha1").update(parts.sort().join("")).digest("hex");
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
