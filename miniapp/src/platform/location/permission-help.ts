import Taro from "@tarojs/taro";

/** Where to allow the position in a browser. Taro's dialogues are a script of their own: few people need them. */
export async function showPermissionHelp(): Promise<void> {
  await Taro.showModal({
    title: "怎么打开位置",
    content: "点浏览器地址栏左边的图标，把「位置」改成允许，再回来点「用我的位置」。",
    showCancel: false,
    confirmText: "知道了",
  });
}
