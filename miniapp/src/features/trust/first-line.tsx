import { View } from "@tarojs/components";
import type { OwnMessages } from "../../../../shared/messages/grants";
import { openPage } from "../../navigation/go";
import { Pressable } from "../../ui/pressable";
import "./keeper-line.scss";

/** What waits most urgently at a keeper's stations, and how much there is; a tap answers it. */
export function FirstLine({ messages: { lines, waiting } }: { messages: OwnMessages }) {
  const [first] = lines;
  if (first === undefined) return null;
  return (
    <Pressable className="card keeper-line" onPress={() => openPage(first.page)}>
      <View>
        {first.stationName}：{first.words}
      </View>
      {waiting > 1 ? <View className="secondary">一共 {waiting} 件等着</View> : null}
    </Pressable>
  );
}
