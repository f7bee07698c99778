import { z } from "zod";
import type { Redis } from "../redis/client.js";
import { keys } from "../redis/keys.js";
import { callWechat, type WechatAccount } from "./call-wechat.js";

export interface AccessTokens {
  /** The token that WeChat's other interfaces ask for. Throws WechatError. */
  current: () => Promise<string>;
  /** Forgets a token that WeChat no longer takes. */
  forget: () => Promise<void>;
}

const Answer = z.object({ access_token: z.string().min(1), expires_in: z.int().positive() });
/** No request is sent with a token that may end on its way. */
const MARGIN_SECONDS = 300;

/** Tokens from `POST /cgi-bin/stable_token`, kept in Redis so that all instances of the server use one. */
export function createAccessTokens(account: WechatAccount, redis: Redis): AccessTokens {
  const key = keys.wechatAccessToken(account.appId);
  return {
    current: async () => {
      const kept = await redis.get<string>(key);
      if (kept !== null) return kept;
      const json = { grant_type: "client_credential", appid: account.appId, secret: account.appSecret };
      const answer = await callWechat(account, { method: "POST", path: "/cgi-bin/stable_token", json }, Answer);
      // Near the end of its life WeChat hands out what is left of a token: then it is used once and not kept.
      const keptSeconds = answer.expires_in - MARGIN_SECONDS;
      if (keptSeconds > 0) await redis.set(key, answer.access_token, { ex: keptSeconds });
      return answer.access_token;
    },
    forget: async () => {
      await redis.del(key);
    },
  };
}
