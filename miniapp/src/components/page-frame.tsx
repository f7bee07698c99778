import { View } from "@tarojs/components";
import type { ReactNode } from "react";
import { accessible } from "../accessibility/accessible";
import { useSettings } from "../settings/settings";

interface PageFrameProps {
  className?: string;
  children: ReactNode;
}

/** Ground, colours and text size of a page; colours and sizes are variables of this element. */
export function PageFrame({ className, children }: PageFrameProps) {
  const { largeText } = useSettings();
  return (
    <View className={`page ${largeText ? "large-text" : ""} ${className ?? ""}`} {...accessible({ role: "main" })}>
      {children}
    </View>
  );
}
