/** Calls back when the network returns or the page is looked at again. Not every browser tells Taro of the network. */
export function onNetworkReturn(callback: () => void): void {
  window.addEventListener("online", callback);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") callback();
  });
}
