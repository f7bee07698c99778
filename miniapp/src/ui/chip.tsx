import { Text } from "@tarojs/components";
import { Pressable } from "./pressable";

interface ChipProps {
  on: boolean;
  /** Read aloud instead of the word on it. */
  label?: string;
  onPress: () => void;
  children: string;
}

/** One choice of a filter: what is on carries a mark and a dark ground. */
export function Chip({ on, label, onPress, children }: ChipProps) {
  return (
    <Pressable className={`chip ${on ? "chip-on" : ""}`} label={label ?? children} pressed={on} onPress={onPress}>
      {on ? <Text className="chip-mark">✓</Text> : null}
      {children}
    </Pressable>
  );
}
