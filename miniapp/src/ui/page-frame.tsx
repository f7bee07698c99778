import { View } from "@tarojs/components";
import type { ReactNode } from "react";
import { isSinglePage } from "../navigation/single-page";
import { PrivacyPopup } from "../platform/privacy/privacy-popup";
import { useSettings } from "../platform/settings/settings";
import { accessible } from "./accessible";
import { Notice } from "./notice";

interface PageFrameProps {
  className?: string;
  children: ReactNode;
}

/**
 * Ground, colours and text size of a page, as variables of this element; and WeChat's privacy question where it is
 * open.
 */
export function PageFrame({ className, children }: PageFrameProps) {
  const { largeText } = useSettings();
  return (
    <View className={`page ${largeText ? "large-text" : ""} ${className ?? ""}`} {...accessible({ role: "main" })}>
      {isSinglePage() ? <Notice>这里只看得到这一页，点下面的「前往小程序」，就能导航、报名。</Notice> : null}
      {children}
      <PrivacyPopup />
    </View>
  );
}
