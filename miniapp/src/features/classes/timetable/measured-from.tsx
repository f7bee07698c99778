import { View } from "@tarojs/components";
import { LOCATION } from "../../../build-settings";
import { openPlacePicker } from "../../../navigation/pages";
import { Pressable } from "../../../ui/pressable";
import { type OriginState, takePosition } from "../../stations/origin/origin-store";

/** From where the way to a hall is measured; the timetable is there without, too. */
export function MeasuredFrom({ state }: { state: OriginState }) {
  const asksPhone = LOCATION !== "none" && state.status !== "missing";
  return (
    <View className="measured-from">
      <View className="measured-from-words">{words(state)}</View>
      {state.status === "locating" ? null : state.status === "known" || !asksPhone ? (
        <Pressable className="link" onPress={openPlacePicker}>
          {state.status === "known" ? "换地点" : "选地方"}
        </Pressable>
      ) : (
        <Pressable className="link" onPress={() => void takePosition()}>
          用我的位置
        </Pressable>
      )}
    </View>
  );
}

function words(state: OriginState): string {
  switch (state.status) {
    case "known":
      if (state.origin.source === "place") {
        return state.origin.isMiddle ? `从${state.origin.name}中间算，近的在前` : `离${state.origin.name}近的在前`;
      }
      return state.origin.isRough ? "按大致位置，近的在前" : "离你近的在前";
    case "locating":
      return "正在看你在哪…";
    case "missing":
      return "没找到你的位置，按时间排";
    case "unasked":
      return "按时间排。想看近的？";
  }
}
