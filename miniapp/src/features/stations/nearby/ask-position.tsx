import { View } from "@tarojs/components";
import { LOCATION } from "../../../build-settings";
import { openPlacePicker } from "../../../navigation/pages";
import { openPermissionSettings } from "../../../platform/location/locate";
import { changeSettings, useSettings } from "../../../platform/settings/settings";
import { Heading } from "../../../ui/heading";
import { Pressable } from "../../../ui/pressable";
import { ListSkeleton } from "../../../ui/skeleton";
import { type OriginState, takePosition } from "../origin/origin-store";
import { DoorDrawing } from "./door-drawing";

interface Words {
  title: string;
  why: string;
}

const FIRST: Words = {
  title: "找最近的、开着的驿站",
  why: "要知道你在哪条街，才能算走过去几分钟、到了还开不开。位置用完就忘，不保存，也不用登录。",
};
const BY_HAND: Words = {
  title: "找最近的、开着的驿站",
  why: "选一下你在哪个区、哪条街附近，就能看到走过去几分钟、到了还开不开。不用登录。",
};
const REFUSED: Words = {
  title: "没找到你的位置，也能找",
  why: "自己选一个附近的地方就行。想用位置的话，先在手机里允许一下。",
};
const UNAVAILABLE: Words = {
  title: "手机没说出你在哪",
  why: "可能在室内或信号弱。自己选一个附近的地方，或者再试一次。",
};

function wordsFor(state: OriginState): Words {
  if (LOCATION === "none") return BY_HAND;
  if (state.status === "missing") return state.reason === "refused" ? REFUSED : UNAVAILABLE;
  return FIRST;
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
      自己选地方
    </Pressable>
  );
  const locate = (
    <Pressable className={`button ${pickFirst ? "button-plain" : "button-main"}`} onPress={() => void takePosition()}>
      {state.status === "missing" ? "再试一次我的位置" : "用我的位置"}
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
