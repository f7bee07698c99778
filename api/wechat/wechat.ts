import { z } from "zod";
import type { AccessTokens } from "./access-token-store.js";
import { callWechat, callWechatForBytes, type WechatAccount, WechatError, type WechatRequest } from "./call-wechat.js";
import { type CheckedText, type ContentCheck, LONGEST_CHECKED_TEXT } from "./content-check.js";
import { exchangeSignInCode, type SignInCodeOutcome } from "./exchange-sign-in-code.js";
import { fetchMiniProgramCode, type MiniProgramCode } from "./mini-program-code.js";
import { type SendOutcome, type SubscribeMessage, sendSubscribeMessage } from "./send-subscribe-message.js";

/** WeChat's server API, as far as this program uses it. */
export interface Wechat extends ContentCheck {
  exchangeSignInCode: (code: string) => Promise<SignInCodeOutcome>;
  /** Calls an interface that wants an access token, with a new token when the kept one is no longer taken. */
  call: <Schema extends z.ZodType>(request: WechatRequest, answer: Schema) => Promise<z.output<Schema>>;
  /** Whether WeChat gives us a token just now: without one nothing can be sent. */
  isReady: () => Promise<boolean>;
  sendMessage: (message: SubscribeMessage) => Promise<SendOutcome>;
  /**
   * A round code that opens a page of the published mini-program.
   *
   * @param page without a slash in front
   * @param scene what the page is given: at most 32 characters
   * @throws WechatError
   */
  miniProgramCode: (page: string, scene: string) => Promise<MiniProgramCode>;
}

/** WeChat's numbers for a token that is wrong, forgotten or over. */
const TOKEN_REFUSED = new Set<number | null>([40001, 40014, 42001]);
/** Where the words stand, in WeChat's list: 2 is a comment. */
const SCENE_COMMENT = 2;
const CheckAnswer = z.object({ result: z.object({ suggest: z.enum(["pass", "review", "risky"]) }) });

/** @param onCheckFailed hears the number with which a check of words failed, for the log */
export function createWechat(
  account: WechatAccount,
  accessTokens: AccessTokens,
  onCheckFailed: (errcode: number | null) => void,
): Wechat {
  async function withToken<Answer>(
    request: WechatRequest,
    ask: (request: WechatRequest) => Promise<Answer>,
  ): Promise<Answer> {
    const send = async () => {
      const token = await accessTokens.current().catch((error: unknown) => {
        // Whatever became of the token: the request itself was not sent.
        throw error instanceof WechatError ? new WechatError(error.errcode, true) : error;
      });
      return ask({ ...request, query: { ...request.query, access_token: token } });
    };
    return send().catch(async (error: unknown) => {
      if (!(error instanceof WechatError && !error.isUnsent && TOKEN_REFUSED.has(error.errcode))) throw error;
      await accessTokens.forget();
      return send();
    });
  }
  const call: Wechat["call"] = (request, answer) => withToken(request, (asked) => callWechat(account, asked, answer));
  return {
    exchangeSignInCode: (code) => exchangeSignInCode(account, code),
    call,
    isReady: () =>
      accessTokens.current().then(
        () => true,
        (error: unknown) => {
          if (error instanceof WechatError) return false;
          throw error;
        },
      ),
    sendMessage: (message) => sendSubscribeMessage(call, message),
    miniProgramCode: (page, scene) =>
      fetchMiniProgramCode((request) => withToken(request, (asked) => callWechatForBytes(account, asked)), page, scene),
    checkText: async ({ text, openId }: CheckedText) => {
      if (text.trim() === "") return "pass";
      if (openId === null || [...text].length > LONGEST_CHECKED_TEXT) return "review";
      const json = { version: 2, scene: SCENE_COMMENT, openid: openId, content: text };
      try {
        const { result } = await call({ method: "POST", path: "/wxa/msg_sec_check", json }, CheckAnswer);
        return result.suggest;
      } catch (error) {
        onCheckFailed(error instanceof WechatError ? error.errcode : null);
        return "review";
      }
    },
  };
}
