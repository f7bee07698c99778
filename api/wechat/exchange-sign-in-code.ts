import { z } from "zod";
import { callWechat, type WechatAccount, WechatError } from "./call-wechat.js";

export type SignInCodeOutcome =
  | { state: "known"; openId: string }
  /** The code is not one, was used, or is older than five minutes: the phone gets a new one. */
  | { state: "invalid_code" }
  /** This person signed in too often within a minute. */
  | { state: "too_often" }
  /** WeChat holds the account for risky. */
  | { state: "blocked" }
  /** WeChat is busy, silent, or does not take our app id; its number is for the log. */
  | { state: "unavailable"; errcode: number | null };

/** The answer also holds a `session_key`. It is read nowhere, so that it can be stored or logged nowhere. */
const Answer = z.object({ openid: z.string().min(1) });

const INVALID_CODE = 40029;
const CODE_USED = 40163;
const TOO_OFTEN = 45011;
const BLOCKED = 40226;

/** Asks WeChat who a sign-in code belongs to (`GET /sns/jscode2session`). A code works once, for five minutes. */
export async function exchangeSignInCode(account: WechatAccount, code: string): Promise<SignInCodeOutcome> {
  const query = { appid: account.appId, secret: account.appSecret, js_code: code, grant_type: "authorization_code" };
  try {
    const { openid } = await callWechat(account, { method: "GET", path: "/sns/jscode2session", query }, Answer);
    return { state: "known", openId: openid };
  } catch (error) {
    if (!(error instanceof WechatError)) throw error;
    switch (error.errcode) {
      case INVALID_CODE:
      case CODE_USED:
        return { state: "invalid_code" };
      case TOO_OFTEN:
        return { state: "too_often" };
      case BLOCKED:
        return { state: "blocked" };
      default:
        return { state: "unavailable", errcode: error.errcode };
    }
  }
}
