import { View } from "@tarojs/components";
import type { ReactNode } from "react";
import { accessible } from "./accessible";

interface HeadingProps {
  level: 1 | 2 | 3;
  className?: string;
  children: ReactNode;
}

export function Heading({ level, className, children }: HeadingProps) {
  return (
    <View className={className} {...accessible({ role: "heading", level })}>
      {children}
    </View>
  );
}
