import Taro from "@tarojs/taro";

/**
 * CSS pixels. WeChat's standard is 17 on iPhones and 16 on Android; its next step on iPhones is 18
 * (https://developers.weixin.qq.com/miniprogram/design/elderly.html).
 */
const LARGE_FROM_PX = 18;

/** Whether the person has made the text larger in WeChat's own settings, as 关怀模式 does too. */
export function hasLargeSystemText(): boolean {
  try {
    if (!Taro.canIUse("getAppBaseInfo")) return false;
    const told: object = Taro.getAppBaseInfo();
    const size = "fontSizeSetting" in told ? told.fontSizeSetting : null;
    return typeof size === "number" && size >= LARGE_FROM_PX;
  } catch {
    return false;
  }
}
