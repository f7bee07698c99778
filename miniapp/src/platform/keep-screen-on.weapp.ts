import Taro from "@tarojs/taro";

/** The screen in the hall must not go dark; the answer lets it again. */
export function keepScreenOn(): () => void {
  const set = (keepScreenOn: boolean) => void Taro.setKeepScreenOn({ keepScreenOn }).catch(() => undefined);
  set(true);
  return () => set(false);
}
