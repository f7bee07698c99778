import { View } from "@tarojs/components";
import type { ReactNode } from "react";
import { accessible } from "../accessibility/accessible";
import { useSettings } from "../settings/settings";
import { PrivacyPopup } from "./privacy-popup";

interface PageFrameProps {
  className?: string;
  children: ReactNode;
}

/** Ground, colours and text size of a page, as variables of this element; and WeChat's privacy question where it is open. */
export function PageFrame({ className, children }: PageFrameProps) {
  const { largeText } = useSettings();
  return (
    <View className={`page ${largeText ? "large-text" : ""} ${className ?? ""}`} {...accessible({ role: "main" })}>
      {children}
      <PrivacyPopup />
    </View>
  );
}
