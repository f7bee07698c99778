import Taro from "@tarojs/taro";

/** A page opened from the timeline: WeChat shows this one page, without the rest of the program. */
const SINGLE_PAGE_SCENE = 1154;

/**
 * Whether WeChat shows one page alone, as it does for what was put on the timeline. There is neither sign-in nor
 * navigation then; WeChat's own bar 前往小程序 leads to the whole program.
 */
export function isSinglePage(): boolean {
  return process.env.TARO_ENV === "weapp" && Taro.getLaunchOptionsSync().scene === SINGLE_PAGE_SCENE;
}

/** In answer to a tap that a single page cannot follow. */
export function sayGoToProgram(): void {
  if (process.env.TARO_ENV === "weapp") void Taro.showToast({ title: "先点下面的「前往小程序」", icon: "none" });
}
