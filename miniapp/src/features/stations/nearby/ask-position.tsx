import { View } from "@tarojs/components";
import { LOCATION } from "../../../build-settings";
import { openPlacePicker } from "../../../navigation/pages";
import { openPermissionSettings } from "../../../platform/location/locate";
import { changeSettings, useSettings } from "../../../platform/settings/settings";
import { Heading } from "../../../ui/heading";
import { Pressable } from "../../../ui/pressable";
import { ListSkeleton } from "../../../ui/skeleton";
import { type OriginState, takePosition } from "../origin/origin-store";
import {
  ASK_BY_HAND,
  ASK_FIRST,
  ASK_REFUSED,
  ASK_UNAVAILABLE,
  type AskWords,
  PICK_PLACE,
  USE_POSITION,
} from "./ask-words";
import { DoorDrawing } from "./door-drawing";

function wordsFor(state: OriginState): AskWords {
  if (LOCATION === "none") return ASK_BY_HAND;
  if (state.status === "missing") return state.reason === "refused" ? ASK_REFUSED : ASK_UNAVAILABLE;
  return ASK_FIRST;
}

/** Says why before it asks, and never leaves somebody without a way on. */
export function AskPosition({ state }: { state: OriginState }) {
  if (state.status === "locating") {
    return (
      <View className="results">
        <ListSkeleton rows={3} />
        <Pressable className="button button-quiet" onPress={openPlacePicker}>
          太慢？自己选地方
        </Pressable>
      </View>
    );
  }
  const { title, why } = wordsFor(state);
  const refused = state.status === "missing" && state.reason === "refused";
  const pickFirst = LOCATION === "none" || state.status === "missing";
  const pick = (
    <Pressable className={`button ${pickFirst ? "button-main" : "button-plain"}`} onPress={openPlacePicker}>
      {PICK_PLACE}
    </Pressable>
  );
  const locate = (
    <Pressable className={`button ${pickFirst ? "button-plain" : "button-main"}`} onPress={() => void takePosition()}>
      {state.status === "missing" ? "再试一次我的位置" : USE_POSITION}
    </Pressable>
  );
  return (
    <View className="ask">
      <DoorDrawing />
      <Heading level={1} className="ask-title">
        {title}
      </Heading>
      <View className="ask-why">{why}</View>
      <View className="ask-actions">
        {pickFirst ? pick : locate}
        {LOCATION === "none" ? null : pickFirst ? locate : pick}
        {refused ? (
          <Pressable className="button button-quiet" onPress={() => void openPermissionSettings()}>
            怎么允许位置
          </Pressable>
        ) : null}
        <TextSize />
      </View>
    </View>
  );
}

/** Who cannot read the small text does not find the setting for it: it is offered where everybody begins. */
function TextSize() {
  const { largeText } = useSettings();
  return (
    <Pressable className="button button-quiet" onPress={() => changeSettings({ largeText: !largeText })}>
      {largeText ? "换回普通字" : "字太小？换成大字"}
    </Pressable>
  );
}
