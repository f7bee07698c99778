import { useDidHide, useDidShow } from "@tarojs/taro";
import { useRef } from "react";

/** Calls back when somebody comes back to a page that they had left; not when it opens. */
export function useReturn(callback: () => void): void {
  const isLeft = useRef(false);
  useDidHide(() => {
    isLeft.current = true;
  });
  useDidShow(() => {
    if (isLeft.current) callback();
    isLeft.current = false;
  });
}
