import Taro from "@tarojs/taro";

/** A report does not wait longer than this for WeChat: without a code it counts less, and arrives. */
const PATIENCE_MS = 3_000;

/**
 * A code by which the server asks WeChat whether two reports come from one person, without anybody signing in; null where
 * WeChat gives none. Good once, for five minutes: to be fetched when a report is sent, also when it is sent again.
 */
export async function wechatCode(): Promise<string | null> {
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE_MS));
  const asked = Taro.login({ timeout: PATIENCE_MS }).then(
    ({ code }) => (code ? code : null),
    () => null,
  );
  return Promise.race([asked, late]);
}
