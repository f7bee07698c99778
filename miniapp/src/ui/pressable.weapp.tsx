import { View } from "@tarojs/components";
import { accessible } from "./accessible";
import type { PressableProps } from "./pressable-props";

/** WeChat's own button carries borders and fixed paddings: a view with the role of one instead. */
export function Pressable({ className, label, pressed, expanded, disabled, onPress, children }: PressableProps) {
  const state = {
    ...(pressed === undefined ? {} : { "aria-checked": String(pressed) }),
    ...(expanded === undefined ? {} : { "aria-expanded": String(expanded) }),
  };
  return (
    <View
      className={`pressable ${className ?? ""} ${disabled ? "pressable-off" : ""}`}
      hoverClass="pressable-down"
      hoverStayTime={80}
      {...accessible({ role: "button", label })}
      {...state}
      onClick={disabled ? undefined : onPress}
    >
      {children}
    </View>
  );
}
