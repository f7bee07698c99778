import Taro from "@tarojs/taro";

/** WeChat opens no such file: it is copied, to be pasted into a chat with oneself or a note. */
export async function saveExport(text: string): Promise<void> {
  await Taro.setClipboardData({ data: text });
  await Taro.showModal({
    title: "复制好了",
    content: "打开文件传输助手或备忘录,长按粘贴,就存下来了。里面有你的电话等信息,别发给别人。",
    showCancel: false,
    confirmText: "知道了",
  });
}
