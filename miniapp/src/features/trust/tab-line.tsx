import { useDidShow } from "@tarojs/taro";
import { useEffect } from "react";
import { NOTICES } from "../../../../shared/notices/notice";
import { refreshOldMessages, useOwnMessages } from "../messages/own-messages";
import { markMe } from "../people/me-mark";
import { FirstLine } from "./first-line";

/**
 * On every tab, for a keeper whom no message can tell of what waits most urgently: that, and the mark on 我的. Whoever can
 * be told has the mark alone.
 */
export function TabLine() {
  const messages = useOwnMessages();
  const isWaiting = messages !== null && messages.waiting > 0;
  // Another page may have been on top when it changed, which has no tabs to mark.
  useDidShow(() => {
    refreshOldMessages();
    if (isWaiting) markMe("work", true);
  });
  useEffect(() => {
    markMe("work", isWaiting);
    return () => markMe("work", false);
  }, [isWaiting]);
  const first = messages?.lines[0];
  if (messages === null || first === undefined) return null;
  return (messages.left[NOTICES[first.name].kind] ?? 0) > 0 ? null : <FirstLine messages={messages} />;
}
