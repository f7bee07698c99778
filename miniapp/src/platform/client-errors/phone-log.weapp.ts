import Taro from "@tarojs/taro";

/** Writes into WeChat's own log of this program, which its console shows; where there is one. */
export function logOnPhone(line: string): void {
  if (Taro.canIUse("getRealtimeLogManager")) Taro.getRealtimeLogManager().error(line);
}
