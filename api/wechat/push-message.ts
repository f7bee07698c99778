import { XMLParser } from "fast-xml-parser";
import { z } from "zod";
import type { EpochMs } from "../../shared/common/time.js";
import { isSigned, openEncrypted, type PushQuery, type WechatPush } from "./push-envelope.js";

/** What WeChat found of a picture that it was asked to check. */
const MediaChecked = z
  .object({
    Event: z.literal("wxa_media_check"),
    trace_id: z.string().min(1).max(100),
    result: z.object({ suggest: z.enum(["pass", "review", "risky"]) }).optional(),
    /** Other than 0: WeChat could not check it. */
    errcode: z.coerce.number().default(0),
  })
  .transform(({ trace_id, result, errcode }) => ({
    traceId: trace_id,
    verdict: errcode === 0 && result !== undefined ? result.suggest : ("review" as const),
  }));
export type MediaChecked = z.infer<typeof MediaChecked>;

/** `forged`: not from WeChat, or not for us. `other`: an event that nothing here waits for. */
export type PushReading =
  | { kind: "forged" }
  | { kind: "other" }
  | { kind: "media_checked"; traceId: string; verdict: MediaChecked["verdict"] };

/** Values stay text: a trace id may read as a number. Entities of the message's own are not looked at. */
const xml = new XMLParser({ parseTagValue: false, processEntities: false });

/**
 * Reads a message of WeChat's (消息推送) in any of the forms its console offers: JSON or XML, plain, encrypted or both. Where
 * a key is set, only what is encrypted with it counts: a plain body is not covered by the signature.
 */
export function readPush(push: WechatPush, query: PushQuery, body: string, now: EpochMs): PushReading {
  if (!isSigned(push, query, now)) return { kind: "forged" };
  const message = push.aesKey === null ? body : decrypted(push, push.aesKey, query, body);
  if (message === null) return { kind: "forged" };
  const checked = MediaChecked.safeParse(parsed(message));
  return checked.success ? { kind: "media_checked", ...checked.data } : { kind: "other" };
}

const Envelope = z.object({ Encrypt: z.string().min(1) });

function decrypted(push: WechatPush, aesKey: string, query: PushQuery, body: string): string | null {
  const envelope = Envelope.safeParse(parsed(body));
  return envelope.success ? openEncrypted(push, aesKey, query, envelope.data.Encrypt) : null;
}

/** Null for what is neither JSON nor XML. */
function parsed(text: string): unknown {
  try {
    if (!text.trimStart().startsWith("<")) return JSON.parse(text);
    const document: unknown = xml.parse(text);
    return typeof document === "object" && document !== null && "xml" in document ? document.xml : null;
  } catch {
    return null;
  }
}
