import Taro from "@tarojs/taro";

/**
 * Puts text on the clipboard, in answer to a tap. False: the phone, or the person, did not let it. WeChat says 已复制
 * itself.
 */
export function copyText(text: string): Promise<boolean> {
  return Taro.setClipboardData({ data: text }).then(
    () => true,
    () => false,
  );
}
