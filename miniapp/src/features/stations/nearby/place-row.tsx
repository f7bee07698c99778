import { View } from "@tarojs/components";
import { openPlacePicker } from "../../../navigation/pages";
import { useWideScreen } from "../../../platform/use-wide-screen";
import { accessible } from "../../../ui/accessible";
import { Heading } from "../../../ui/heading";
import { Pressable } from "../../../ui/pressable";
import type { Origin } from "../origin/origin";
import { placeWords } from "./place-words";

interface PlaceRowProps {
  origin: Origin;
  showsMap: boolean;
  onShowMap: (shown: boolean) => void;
}

/** From where the list is measured, and the two things to change about it: another place, the map instead. */
export function PlaceRow({ origin, showsMap, onShowMap }: PlaceRowProps) {
  const wide = useWideScreen();
  return (
    <View className="place-row">
      <View className="place-pin" {...accessible({ hidden: true })} />
      <Heading level={1} className="place-name">
        {placeWords(origin)}
      </Heading>
      {wide ? null : (
        <Pressable className="link" onPress={() => onShowMap(!showsMap)}>
          {showsMap ? "看列表" : "看地图"}
        </Pressable>
      )}
      <Pressable className="link" onPress={openPlacePicker}>
        换地点
      </Pressable>
    </View>
  );
}
