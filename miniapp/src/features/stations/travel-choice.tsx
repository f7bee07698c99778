import { View } from "@tarojs/components";
import type { TravelMode } from "../../../../shared/common/distance";
import { changeSettings, useSettings } from "../../platform/settings/settings";
import { accessible } from "../../ui/accessible";
import { Pressable } from "../../ui/pressable";
import { TRAVEL_LABELS } from "./station-words";

const CHOICES: readonly TravelMode[] = ["walk", "ebike"];

/** How one gets there, beside the minutes that follow from it; remembered on the phone. */
export function TravelChoice() {
  const { travel } = useSettings();
  return (
    <View className="travel-choice" {...accessible({ role: "group", label: "怎么去" })}>
      {CHOICES.map((choice) => (
        <Pressable
          key={choice}
          className={`travel ${choice === travel ? "travel-on" : ""}`}
          pressed={choice === travel}
          onPress={() => changeSettings({ travel: choice })}
        >
          {TRAVEL_LABELS[choice]}
        </Pressable>
      ))}
    </View>
  );
}
