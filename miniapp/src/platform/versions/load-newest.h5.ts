import Taro from "@tarojs/taro";
import { CLIENT_VERSION } from "../../build-settings";

/**
 * Loads the page anew, with a word.
 *
 * @param noteKey where it is noted, for as long as the tab is open, for which version that was done
 */
export async function loadNewest(noteKey: string): Promise<void> {
  await Taro.showModal({
    title: "要换成新版",
    content: "这个版本太旧，用不了了。点一下换成新的，马上就好。",
    showCancel: false,
    confirmText: "换成新的",
  });
  window.sessionStorage.setItem(noteKey, CLIENT_VERSION);
  await takeNewest().catch(() => undefined);
  window.location.reload();
}

/** The service worker would open the version that it keeps: it fetches the newest first, and changes to it at once. */
async function takeNewest(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  const registration = await navigator.serviceWorker.getRegistration();
  if (registration === undefined) return;
  await registration.update();
  const newest = registration.installing ?? registration.waiting;
  if (newest === null) return;
  await new Promise<void>((resolve) => {
    const look = () => {
      if (newest.state === "installed") newest.postMessage("take-over");
      if (newest.state === "activated" || newest.state === "redundant") resolve();
    };
    newest.addEventListener("statechange", look);
    look();
  });
}
