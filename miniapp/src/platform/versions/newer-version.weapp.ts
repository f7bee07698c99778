import Taro from "@tarojs/taro";

let isHere = false;
let isNeeded = false;

/**
 * WeChat fetches a new version while the old one runs, and takes it at the next start. Listens for that, since it is said
 * once. Once, when the program starts.
 */
export function watchForNewerVersion(): void {
  Taro.getUpdateManager().onUpdateReady(() => {
    isHere = true;
    if (isNeeded) void change();
  });
}

/** The server takes this version no longer: changes to the new one now, or as soon as it is here; asks once. */
export function needNewerVersion(): void {
  if (isNeeded) return;
  isNeeded = true;
  if (isHere) void change();
}

async function change(): Promise<void> {
  await Taro.showModal({
    title: "要换成新版",
    content: "这个版本太旧，用不了了。点一下换成新的，马上就好。",
    showCancel: false,
    confirmText: "换成新的",
  });
  Taro.getUpdateManager().applyUpdate();
}
