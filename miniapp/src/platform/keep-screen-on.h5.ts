/** The screen in the hall must not go dark; the answer lets it again. Browsers that cannot are left as they are. */
export function keepScreenOn(): () => void {
  if (!("wakeLock" in navigator)) return () => undefined;
  const lock = navigator.wakeLock.request("screen").catch(() => null);
  return () => void lock.then((held) => held?.release());
}
