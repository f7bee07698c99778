import Taro from "@tarojs/taro";

/**
 * Calls back with whatever nobody caught: WeChat gives the text of an error with its stack, and what a promise was
 * refused with.
 */
export function onUncaught(tell: (kind: "error" | "rejection", thrown: unknown) => void): void {
  Taro.onError((error: unknown) => tell("error", error));
  Taro.onUnhandledRejection(({ reason }: { reason: unknown }) => tell("rejection", reason));
}
