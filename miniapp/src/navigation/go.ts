import Taro from "@tarojs/taro";
import { isSinglePage, sayGoToProgram } from "./single-page";

/** As many as WeChat keeps; it refuses to open one more. */
const MOST_PAGES = 10;

/** Opens a page over this one; in place of this one where there are as many as WeChat keeps. */
export function openPage(url: string): void {
  if (isSinglePage()) {
    sayGoToProgram();
    return;
  }
  const isFull = Taro.getCurrentPages().length >= MOST_PAGES;
  // A part of the package that was not needed before comes over the network.
  (isFull ? Taro.redirectTo({ url }) : Taro.navigateTo({ url })).catch(() => {
    // On the web the page itself says so, and Taro's toasts are more than all of its list.
    if (process.env.TARO_ENV === "weapp") void Taro.showToast({ title: "没打开，有网了再点一次", icon: "none" });
  });
}

/** Shows one of the four tabs. */
export function openTab(url: string): void {
  if (isSinglePage()) sayGoToProgram();
  else void Taro.switchTab({ url });
}
