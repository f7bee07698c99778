/** Calls back with whatever nobody caught. Asked of the browser itself: Taro hands over the message without its stack. */
export function onUncaught(tell: (kind: "error" | "rejection", thrown: unknown) => void): void {
  window.addEventListener("error", ({ error, message }) => tell("error", error ?? message));
  window.addEventListener("unhandledrejection", ({ reason }) => tell("rejection", reason));
}
