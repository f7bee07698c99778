import { Text, View } from "@tarojs/components";
import type { EpochMs } from "../../../shared/core/time";
import type { NearestItem } from "../../../shared/stations/station-answer";
import { agedOpening, arrivalWords, openingWords } from "../copy/opening-words";
import { distanceWords, travelTime, travelWords } from "../copy/station-words";
import { openStation } from "../navigation/pages";
import { DemoBadge } from "./demo-badge";
import { Pressable } from "./pressable";
import { StatePill } from "./state-pill";

interface StationRowProps {
  station: NearestItem;
  now: EpochMs;
}

/** One station in one line: name, state, how long to get there. A tap shows all of it. */
export function StationRow({ station, now }: StationRowProps) {
  const opening = agedOpening(station.opening, now);
  const words = openingWords(opening, now);
  const arrival = arrivalWords(opening);
  const time = travelTime(station.travelMinutes);
  const distance = distanceWords(station.distanceMetres);
  const spoken = [
    station.isDemo ? "示例" : "",
    station.name,
    words.text,
    arrival,
    travelWords(station.travelMinutes),
    distance,
  ]
    .filter((part) => part !== null && part !== "")
    .join(",");
  return (
    <Pressable className="card station-row" label={spoken} onPress={() => openStation(station.id)}>
      <View className="station-row-main">
        <View className="station-row-name">
          {station.name}
          {station.isDemo ? <DemoBadge /> : null}
        </View>
        <StatePill words={words} />
        {arrival ? <View className="station-row-arrival">{arrival}</View> : null}
      </View>
      <View className="station-row-way">
        <View>
          约 <Text className="minutes">{time.number}</Text> {time.unit}
        </View>
        <View className="secondary">{distance}</View>
      </View>
    </Pressable>
  );
}
