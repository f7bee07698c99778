import { View } from "@tarojs/components";
import { type ReactNode, useState } from "react";
import { accessible } from "../../ui/accessible";
import { Pressable } from "../../ui/pressable";

interface NumberRowProps {
  label: string;
  /** With its word: 12 个站. */
  number: string;
  /** What the number is made of, drawn when it is opened. */
  children: ReactNode;
}

/** A number of a list; a tap opens what it is made of, and shuts it again. */
export function NumberRow({ label, number, children }: NumberRowProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <View className="number-row">
      <Pressable className="number-head" expanded={isOpen} onPress={() => setOpen(!isOpen)}>
        <View className="number-label">{label}</View>
        <View className="number-count">{number}</View>
        <View className="number-mark" {...accessible({ hidden: true })}>
          {isOpen ? "收起" : "看"}
        </View>
      </Pressable>
      {isOpen ? <View className="number-parts">{children}</View> : null}
    </View>
  );
}
