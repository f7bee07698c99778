import interfaces from "../../../miniapp/config/wechat-interfaces.json" with { type: "json" };

/**
 * WeChat's functions that began after the least base library: those of the guarded list, and those that Taro would
 * use.
 */
export const LATER_FUNCTIONS = [
  ...Object.keys(interfaces.guarded),
  "getWindowInfo",
  "getDeviceInfo",
  "getSystemSetting",
  "getPrivacySetting",
];
