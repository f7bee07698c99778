/**
 * Calls back when the network returns or the page is looked at again, until told not to. Not every browser tells Taro of
 * the network.
 */
export function onNetworkReturn(callback: () => void): () => void {
  const onLook = () => {
    if (document.visibilityState === "visible") callback();
  };
  window.addEventListener("online", callback);
  document.addEventListener("visibilitychange", onLook);
  return () => {
    window.removeEventListener("online", callback);
    document.removeEventListener("visibilitychange", onLook);
  };
}
