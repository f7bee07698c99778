import { View } from "@tarojs/components";
import type { ReactNode } from "react";
import { accessible } from "./accessible";

/** One line above a list about the list as a whole: no network, nothing open, holidays not announced. */
export function Notice({ tone = "plain", children }: { tone?: "plain" | "soon"; children: ReactNode }) {
  return (
    <View className={`notice notice-${tone}`} {...accessible({ role: "status", live: true })}>
      {children}
    </View>
  );
}
