import { Text, View } from "@tarojs/components";
import type { EpochMs } from "../../../shared/core/time";
import type { NearestItem } from "../../../shared/stations/station-answer";
import { agedOpening, arrivalWords, openingWords } from "../copy/opening-words";
import { distanceWords, travelTime } from "../copy/station-words";
import { MOVED_WORDS, TOLD_WORDS } from "../copy/trust-words";
import { usePrecision } from "../location/origin-store";
import { openStation } from "../navigation/pages";
import { useTold } from "../reports/told-doors";
import { Pressable } from "./pressable";
import { StatePill } from "./state-pill";
import { StationName } from "./station-name";

interface StationRowProps {
  station: NearestItem;
  now: EpochMs;
}

/** One station in one line: name, state, how long to get there. A tap shows all of it. */
export function StationRow({ station, now }: StationRowProps) {
  const opening = agedOpening(station.opening, now);
  const isTold = useTold(station.id) !== null;
  const words = isTold ? TOLD_WORDS : openingWords(opening, now);
  const arrival = arrivalWords(opening);
  const precision = usePrecision();
  const isRough = precision === "rough";
  const time = travelTime(station.travelMinutes, isRough);
  const moved = station.movedBelow ? MOVED_WORDS[station.movedBelow] : null;
  const distance = distanceWords(station.distanceMetres, isRough);
  return (
    <Pressable className="card station-row" onPress={() => openStation(station.id)}>
      <View className="station-row-line">
        <View className="station-row-name">
          <StationName station={station} />
        </View>
        {precision === "middle" ? null : (
          <View className="station-row-way">
            {time.about}
            <Text className="minutes">{time.number}</Text> {time.unit}
          </View>
        )}
      </View>
      <View className="station-row-line">
        <StatePill words={words} />
        {precision === "middle" ? null : <View className="station-row-way secondary">{distance}</View>}
      </View>
      {arrival && !isTold ? <View className="station-row-arrival">{arrival}</View> : null}
      {moved ? <View className="station-row-arrival">{moved}</View> : null}
    </Pressable>
  );
}
