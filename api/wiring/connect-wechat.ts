import type { Redis } from "../redis/client.js";
import { createAccessTokens } from "../wechat/access-token-store.js";
import type { WechatAccount } from "../wechat/call-wechat.js";
import { createWechat, type Wechat } from "../wechat/wechat.js";

/**
 * WeChat's server API, with access tokens that all processes share in Redis.
 *
 * @param onCheckFailed hears the number with which a check of words failed, for the log
 */
export function connectWechat(
  account: WechatAccount,
  redis: Redis,
  onCheckFailed: (errcode: number | null) => void,
): Wechat {
  return createWechat(account, createAccessTokens(account, redis), onCheckFailed);
}
