import { z } from "zod";
import { WechatError, type WechatRequest } from "./call-wechat.js";

export interface SubscribeMessage {
  openId: string;
  templateId: string;
  /** The page that it opens, without a slash in front. */
  page: string;
  data: Record<string, { value: string }>;
}

/** What WeChat made of a message; its number is for the log. */
export type SendOutcome =
  | { state: "sent" }
  /** The person did not agree to a message of this template, used that up, or took it back. */
  | { state: "declined"; errcode: number }
  /** The message, its template or its recipient is wrong: it would be refused again. */
  | { state: "refused"; errcode: number }
  /** It was surely not sent: WeChat was not reached, or says to come back later. */
  | { state: "put_off"; errcode: number | null }
  /** It may have been sent. */
  | { state: "unknown" };

/** WeChat's list: the user refuses messages, or took the subscription back. */
const DECLINED = 43101;
/**
 * Numbers that ask to come back: the system is busy (-1), today's or this minute's quota is used up (45009, 45011),
 * another message to the same person is on its way (43108), the token is not taken even after a new one was fetched.
 */
const COME_BACK = new Set([-1, 45009, 45011, 43108, 40001, 40014, 42001]);

const Answer = z.object({ errcode: z.literal(0) });

/**
 * Sends one message, at most once (`POST /cgi-bin/message/subscribe/send`). Does not fail: what cannot be told is an
 * outcome.
 */
export async function sendSubscribeMessage(
  call: (request: WechatRequest, answer: typeof Answer) => Promise<unknown>,
  { openId, templateId, page, data }: SubscribeMessage,
): Promise<SendOutcome> {
  const json = { touser: openId, template_id: templateId, page, data, miniprogram_state: "formal", lang: "zh_CN" };
  try {
    await call({ method: "POST", path: "/cgi-bin/message/subscribe/send", json }, Answer);
    return { state: "sent" };
  } catch (error) {
    if (!(error instanceof WechatError)) throw error;
    const { errcode, isUnsent } = error;
    if (isUnsent || (errcode !== null && COME_BACK.has(errcode))) return { state: "put_off", errcode };
    if (errcode === null) return { state: "unknown" };
    return { state: errcode === DECLINED ? "declined" : "refused", errcode };
  }
}
