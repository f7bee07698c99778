import { View } from "@tarojs/components";
import { Pressable } from "../../../ui/pressable";

interface ChoiceRowsProps {
  options: readonly { id: string; name: string }[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

/** Rows of which several may be on, all of each one target. */
export function ChoiceRows({ options, chosen, onChange }: ChoiceRowsProps) {
  return (
    <View>
      {options.map(({ id, name }) => {
        const isOn = chosen.includes(id);
        return (
          <Pressable
            key={id}
            className="choice-row"
            label={name}
            pressed={isOn}
            onPress={() => onChange(isOn ? chosen.filter((one) => one !== id) : [...chosen, id])}
          >
            <View>{name}</View>
            <View className="choice-mark">{isOn ? "✓" : ""}</View>
          </Pressable>
        );
      })}
    </View>
  );
}
