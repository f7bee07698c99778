import { View } from "@tarojs/components";
import { accessible } from "../../../ui/accessible";
import { Pressable } from "../../../ui/pressable";

interface SettingRowProps {
  title: string;
  value: string;
  /** For a switch: whether it is on. */
  on?: boolean;
  /** For a choice: what the tap does. */
  action?: string;
  onPress: () => void;
}

/** A setting in one line, all of it one target. */
export function SettingRow({ title, value, on, action, onPress }: SettingRowProps) {
  return (
    <Pressable
      className="setting"
      label={on === undefined ? `${title}:${value},${action ?? ""}` : undefined}
      pressed={on}
      onPress={onPress}
    >
      <View className="setting-words">
        <View className="setting-title">{title}</View>
        <View className="secondary">{value}</View>
      </View>
      {on === undefined ? (
        <View className="setting-action">{action}</View>
      ) : (
        <View className={`switch ${on ? "switch-on" : ""}`} {...accessible({ hidden: true })}>
          <View className="switch-knob">{on ? "✓" : ""}</View>
        </View>
      )}
    </Pressable>
  );
}
