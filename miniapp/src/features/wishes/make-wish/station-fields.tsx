import { View } from "@tarojs/components";
import { useCallback, useEffect, useState } from "react";
import { LOCATION } from "../../../build-settings";
import { useLoadable } from "../../../http/use-loadable";
import { openPlacePicker } from "../../../navigation/pages";
import { useSettings } from "../../../platform/settings/settings";
import { Pressable } from "../../../ui/pressable";
import { loadNearby } from "../../stations/nearby/nearby-query";
import { FIRST_LENGTH } from "../../stations/nearby/nearby-question";
import { precisionOf } from "../../stations/origin/origin";
import { mayLocateUnasked, takePosition, useOriginState } from "../../stations/origin/origin-store";
import { distanceWords, ownName } from "../../stations/station-words";
import type { WishDraft } from "../wish-draft";

/** So many to choose from; farther ones are found by another place to look from. */
const OFFERED = 5;
const ANY_STATION = { openOnly: false, allDay: false, amenities: [] };

interface StationFieldsProps {
  /** Whether one picks something up there, or the station itself is what it is about. */
  asks: "pickup" | "place";
  chosen: WishDraft["station"];
  /** Called without a tap, at any moment; where it is not given, a proposal is taken as chosen. */
  onPropose?: (station: NonNullable<WishDraft["station"]>) => void;
  onChoose: (station: NonNullable<WishDraft["station"]>) => void;
}

/** The nearest station is proposed; another is two taps away. */
export function StationFields({ asks, chosen, onChoose, onPropose = onChoose }: StationFieldsProps) {
  const [isChanging, setChanging] = useState(false);
  const originState = useOriginState();
  const { travel } = useSettings();
  const origin = originState.status === "known" ? originState.origin : null;
  const precision = origin === null ? "exact" : precisionOf(origin);
  const isRough = precision !== "exact";
  const load = useCallback(async () => {
    if (origin === null) return [];
    const view = await loadNearby({ origin, filters: ANY_STATION, travel, length: FIRST_LENGTH });
    const { stations, farther, nothingAround } = view;
    return [...stations, ...farther, ...(nothingAround?.nearest ? [nothingAround.nearest] : [])]
      .sort((a, b) => a.distanceMetres - b.distanceMetres)
      .slice(0, OFFERED);
  }, [origin, travel]);
  const [nearest] = useLoadable(origin === null ? null : load);
  useEffect(() => {
    if (mayLocateUnasked()) void takePosition();
  }, []);
  const first = nearest.status === "ready" ? nearest.value[0] : undefined;
  useEffect(() => {
    // What is only roughly known proposes nothing: the station would be one at the other end of town.
    if (chosen === null && first !== undefined && !isRough) onPropose({ id: first.id, name: ownName(first) });
  }, [chosen, first, isRough, onPropose]);
  if (chosen !== null && !isChanging) {
    return (
      <View className="card make-wish-station">
        <View className="make-wish-station-name">{chosen.name}</View>
        <Pressable
          className="link"
          label={asks === "pickup" ? "换一个驿站拿" : "换一个驿站"}
          onPress={() => setChanging(true)}
        >
          换一个
        </Pressable>
      </View>
    );
  }
  return (
    <View className="card">
      {origin === null ? <View>{asks === "pickup" ? "在哪一带干活？选近的驿站拿。" : "在哪一带？"}</View> : null}
      {origin !== null && nearest.status === "loading" ? <View>正在找近的驿站…</View> : null}
      {origin !== null && nearest.status === "failed" ? (
        <View>没找到驿站，换个信号好的地方，或者换个地方找。</View>
      ) : null}
      {(nearest.status === "ready" ? nearest.value : []).map((station) => (
        <Pressable
          key={station.id}
          className="choice-row"
          onPress={() => {
            onChoose({ id: station.id, name: ownName(station) });
            setChanging(false);
          }}
        >
          <View>{ownName(station)}</View>
          {precision === "middle" ? null : (
            <View className="secondary make-wish-way">{distanceWords(station.distanceMetres, isRough)}</View>
          )}
        </Pressable>
      ))}
      {LOCATION !== "none" && origin === null && originState.status !== "missing" ? (
        <Pressable
          className="button button-plain"
          disabled={originState.status === "locating"}
          onPress={() => void takePosition()}
        >
          {originState.status === "locating" ? "正在看你在哪…" : "找离我近的"}
        </Pressable>
      ) : null}
      <Pressable className="button button-quiet" onPress={openPlacePicker}>
        {origin === null ? "自己选地方" : "换个地方找"}
      </Pressable>
    </View>
  );
}
