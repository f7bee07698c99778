import { createHmac } from "node:crypto";
import { z } from "zod";
import type { EpochMs } from "../../shared/common/time.js";
import type { GroupOutcome } from "../../shared/groups/group.js";
import { type GroupSystem, groupSystemOf } from "../../shared/groups/group-systems.js";

/** Where a robot is and how it is signed for. Secret as a password is. */
export interface GroupDoor {
  address: string;
  /** Null: it asks for no signature. */
  secret: string | null;
}

export interface GroupSent {
  outcome: GroupOutcome;
  /** The system's own number; null: it gave none. */
  errcode: number | null;
}

const TIMEOUT_MS = 5_000;
/** No connection came about, so that nothing was sent over it. */
const NO_CONNECTION = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"]);
/** 企业微信 and 钉钉 answer with `errcode`, 飞书 with `code`; each with 0 when it was said. */
const Answer = z.union([
  z.object({ errcode: z.int() }),
  z.object({ code: z.int() }).transform(({ code }) => ({ errcode: code })),
]);
/**
 * Numbers that ask to come back: too many in a minute (企业微信 45009, 钉钉 130101 and 90030, 飞书 11232), or busy (-1).
 * Everything else would be refused again: 企业微信 93000 (the address is none), 钉钉 310000 (signature, keyword or
 * address of ours does not fit) and 300001 (no such robot), 飞书 19001 (no such robot), 19021, 19022 and 19024
 * (signature, address, keyword) and 9499 (the form of the request).
 */
const COME_BACK: Record<GroupSystem, ReadonlySet<number>> = {
  wecom: new Set([-1, 45009]),
  dingtalk: new Set([-1, 130101, 90030]),
  feishu: new Set([11232]),
};

/**
 * Says one line in a chat group, once. Does not fail: what cannot be told is an outcome.
 *
 * @param base another origin in the place of the three hosts, for tests; null: the real ones
 */
export async function sendToGroup(
  { address, secret }: GroupDoor,
  text: string,
  now: EpochMs,
  base: string | null = null,
): Promise<GroupSent> {
  const system = groupSystemOf(address);
  if (system === null) return { outcome: "refused", errcode: null };
  const { url, json } = requestFor(system, address, { text, secret, now });
  try {
    const response = await fetch(base === null ? url : `${base}${url.pathname}${url.search}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(json),
      // Led elsewhere, the line would go to a host that nobody allowed.
      redirect: "error",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return outcomeOf(system, Answer.safeParse(await response.json()).data?.errcode ?? null);
  } catch (error) {
    return { outcome: NO_CONNECTION.has(connectionCode(error)) ? "put_off" : "unknown", errcode: null };
  }
}

function outcomeOf(system: GroupSystem, errcode: number | null): GroupSent {
  if (errcode === null) return { outcome: "unknown", errcode };
  if (errcode === 0) return { outcome: "sent", errcode: null };
  return { outcome: COME_BACK[system].has(errcode) ? "put_off" : "refused", errcode };
}

function requestFor(
  system: GroupSystem,
  address: string,
  { text, secret, now }: { text: string; secret: string | null; now: EpochMs },
): { url: URL; json: object } {
  const url = new URL(address);
  switch (system) {
    case "wecom":
      return { url, json: { msgtype: "text", text: { content: text } } };
    case "dingtalk":
      if (secret !== null) {
        url.searchParams.set("timestamp", String(now));
        url.searchParams.set("sign", createHmac("sha256", secret).update(`${now}\n${secret}`).digest("base64"));
      }
      return { url, json: { msgtype: "text", text: { content: text } } };
    case "feishu": {
      const seconds = String(Math.floor(now / 1_000));
      // 飞书 signs nothing with time and secret as the key.
      const sign =
        secret === null
          ? {}
          : { timestamp: seconds, sign: createHmac("sha256", `${seconds}\n${secret}`).digest("base64") };
      return { url, json: { ...sign, msg_type: "text", content: { text } } };
    }
  }
}

function connectionCode(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && "code" in cause ? String(cause.code) : "";
}
