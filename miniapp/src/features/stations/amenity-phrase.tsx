import { Text, View } from "@tarojs/components";
import { accessible } from "../../ui/accessible";
import type { AmenityWords } from "./amenity-words";

/** ✓ 微波炉, ✕ 空调坏了, ? 充电: one amenity in a card's row. */
export function AmenityPhrase({ amenity }: { amenity: AmenityWords }) {
  return (
    <View className={`amenity amenity-${amenity.state}`} {...accessible({ role: "img", label: amenity.spoken })}>
      <Text className="amenity-mark">{amenity.mark}</Text>
      <Text>{amenity.phrase}</Text>
    </View>
  );
}
