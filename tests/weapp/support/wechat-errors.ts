/** What WeChat calls `fail` with: its published sentences, which programs tell apart by their words. */
export interface WechatError {
  errMsg: string;
  errno?: number;
  errCode?: number;
}

export const OFFLINE = "errcode:-106 cronet_error_code:-106 error_msg:net::ERR_INTERNET_DISCONNECTED";

export function failure(name: string, words: string, code: Omit<WechatError, "errMsg"> = {}): WechatError {
  return { errMsg: `${name}:fail ${words}`, ...code };
}

export const notAuthorized = (name: string): WechatError =>
  failure(name, "privacy permission is not authorized", { errno: 104 });

export const notDeclared = (name: string): WechatError =>
  failure(name, "api scope is not declared in the privacy agreement", { errno: 112 });
