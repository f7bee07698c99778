import Taro from "@tarojs/taro";
import { CLIENT_VERSION } from "../build-settings";

const LOADED_FOR = "yizhan-loaded-for";
let isNeeded = false;

/** The web gets its version with the page. */
export function watchForNewerVersion(): void {}

/**
 * The server takes this version no longer: loads the page anew, with a word. Once for a version: where the server still has
 * the same pages, loading again changes nothing.
 */
export function needNewerVersion(): void {
  if (isNeeded || window.sessionStorage.getItem(LOADED_FOR) === CLIENT_VERSION) return;
  isNeeded = true;
  void load();
}

async function load(): Promise<void> {
  await Taro.showModal({
    title: "要换成新版",
    content: "这个版本太旧，用不了了。点一下换成新的，马上就好。",
    showCancel: false,
    confirmText: "换成新的",
  });
  window.sessionStorage.setItem(LOADED_FOR, CLIENT_VERSION);
  window.location.reload();
}
