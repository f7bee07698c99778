import { useDidShow } from "@tarojs/taro";
import { useRef } from "react";

/** Calls back when somebody comes back to a page that they had left; not when it opens. */
export function useReturn(callback: () => void): void {
  const isOpen = useRef(false);
  useDidShow(() => {
    if (isOpen.current) callback();
    isOpen.current = true;
  });
}
