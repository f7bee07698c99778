import { View } from "@tarojs/components";
import { accessible } from "./accessible";
import { Pressable } from "./pressable";
import type { SheetProps } from "./sheet-props";

/** A few choices over the page, for as long as it is rendered. A tap beside it closes it. */
export function Sheet({ title, onClose, awayLabel = "不改了", children }: SheetProps) {
  return (
    <View className="veil" onClick={onClose}>
      <View
        className="sheet"
        {...accessible({ role: "dialog", label: title })}
        onClick={(event: { stopPropagation: () => void }) => event.stopPropagation()}
      >
        <View className="sheet-content">
          <View className="sheet-title">{title}</View>
          {children}
          <Pressable className="button button-quiet" onPress={onClose}>
            {awayLabel}
          </Pressable>
        </View>
      </View>
    </View>
  );
}
