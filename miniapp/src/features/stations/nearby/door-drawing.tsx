import { View } from "@tarojs/components";
import { accessible } from "../../../ui/accessible";

/** A person, a way, an open door: drawn with boxes, so that it follows light and dark and weighs nothing. */
export function DoorDrawing() {
  return (
    <View className="drawing" {...accessible({ hidden: true })}>
      <View className="drawing-person">
        <View className="drawing-head" />
        <View className="drawing-body" />
      </View>
      <View className="drawing-way">
        <View className="drawing-step" />
        <View className="drawing-step" />
        <View className="drawing-step" />
        <View className="drawing-step" />
      </View>
      <View className="drawing-house">
        <View className="drawing-roof" />
        <View className="drawing-wall">
          <View className="drawing-door" />
        </View>
      </View>
    </View>
  );
}
