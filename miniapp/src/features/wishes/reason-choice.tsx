import { View } from "@tarojs/components";
import { accessible } from "../../ui/accessible";
import { Pressable } from "../../ui/pressable";

interface ReasonChoiceProps {
  label: string;
  reasons: readonly { key: string; label: string }[];
  chosen: string | null;
  onChoose: (key: string) => void;
}

/** One of the reasons that need no typing. */
export function ReasonChoice({ label, reasons, chosen, onChoose }: ReasonChoiceProps) {
  return (
    <View {...accessible({ role: "group", label })}>
      {reasons.map(({ key, label: reason }) => (
        <Pressable key={key} className="choice-row" pressed={key === chosen} onPress={() => onChoose(key)}>
          <View>{reason}</View>
          <View className="choice-mark">{key === chosen ? "✓" : ""}</View>
        </Pressable>
      ))}
    </View>
  );
}
