import { Text, View } from "@tarojs/components";
import type { AmenityKind } from "../../../../shared/amenities/amenity";
import type { EpochMs } from "../../../../shared/common/time";
import type { NearestItem } from "../../../../shared/stations/station-answer";
import { openStation } from "../../navigation/pages";
import { Pressable } from "../../ui/pressable";
import { useTold } from "../trust/told-doors";
import { MOVED_WORDS, TOLD_WORDS } from "../trust/trust-words";
import { lacksWords } from "./amenity-words";
import { agedOpening, arrivalWords, openingWords } from "./opening-words";
import { usePrecision } from "./origin/origin-store";
import { StatePill } from "./state-pill";
import { StationName } from "./station-name";
import { distanceWords, travelTime } from "./station-words";

interface StationRowProps {
  station: NearestItem;
  now: EpochMs;
  /** Amenities that were filtered for: said where they are not known to be here. */
  wanted?: readonly AmenityKind[];
}

/** One station in one line: name, state, how long to get there. A tap shows all of it. */
export function StationRow({ station, now, wanted = [] }: StationRowProps) {
  const opening = agedOpening(station.opening, now);
  const isTold = useTold(station.id) !== null;
  const words = isTold ? TOLD_WORDS : openingWords(opening, now);
  const precision = usePrecision();
  const arrival = precision === "middle" ? null : arrivalWords(opening, station.travelMinutes, now);
  const lacks = lacksWords(station, wanted);
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
        {precision === "middle" || time === null ? null : (
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
      {lacks ? <View className="secondary">{lacks}</View> : null}
      {moved ? <View className="station-row-arrival">{moved}</View> : null}
    </Pressable>
  );
}
