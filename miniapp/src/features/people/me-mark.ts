import Taro from "@tarojs/taro";

/** The place of 我的 among the tabs. */
const ME_TAB = 3;

/** Why 我的 is marked: a seat is kept for this person, or something waits at a station of theirs. */
const reasons = new Set<"seat" | "work">();

/** The dot on 我的, which stays while there is a reason. A page that is no tab has none to mark. */
export function markMe(reason: "seat" | "work", isOn: boolean): void {
  if (isOn) reasons.add(reason);
  else reasons.delete(reason);
  const change = reasons.size > 0 ? Taro.showTabBarRedDot : Taro.hideTabBarRedDot;
  void Promise.resolve(change({ index: ME_TAB })).catch(() => undefined);
}
