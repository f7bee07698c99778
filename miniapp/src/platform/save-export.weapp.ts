import Taro from "@tarojs/taro";
import { copyText } from "./settings/copy-text";

/** WeChat opens no such file: it is copied, to be pasted into a chat with oneself or a note. */
export async function saveExport(text: string): Promise<void> {
  const copied = await copyText(text);
  await Taro.showModal({
    title: copied ? "复制好了" : "没复制成",
    content: copied
      ? "打开文件传输助手或备忘录，长按粘贴，就存下来了。里面有你的电话等信息，别发给别人。"
      : "微信没让复制，什么都没存下来。要存的话，再点一次「导出我的数据」，点同意。",
    showCancel: false,
    confirmText: "知道了",
  });
}
