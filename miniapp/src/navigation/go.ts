import Taro from "@tarojs/taro";
import { isSinglePage, sayGoToProgram } from "./single-page";

/** Opens a page over this one. */
export function openPage(url: string): void {
  if (isSinglePage()) sayGoToProgram();
  else void Taro.navigateTo({ url });
}

/** Shows one of the four tabs. */
export function openTab(url: string): void {
  if (isSinglePage()) sayGoToProgram();
  else void Taro.switchTab({ url });
}
