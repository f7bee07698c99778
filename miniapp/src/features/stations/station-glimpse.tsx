import { Text, View } from "@tarojs/components";
import { useRouter } from "@tarojs/taro";
import { useServerNow } from "../../http/use-server-now";
import { useSettings } from "../../platform/settings/settings";
import { Heading } from "../../ui/heading";
import { agedOpening, arrivalWords, openingWords } from "./opening-words";
import { usePrecision } from "./origin/origin-store";
import { seenStation } from "./seen-stations";
import { StatePill } from "./state-pill";
import { StationName } from "./station-name";
import { distanceWords, TRAVEL_LABELS, travelTime } from "./station-words";

/** What the list has said of a station already, until its page has more. */
export function StationGlimpse() {
  const id = useRouter().params.id ?? "";
  const station = seenStation(id);
  const now = useServerNow();
  const { travel } = useSettings();
  const precision = usePrecision();
  if (station === null) return null;
  const opening = agedOpening(station.opening, now);
  const arrival = precision === "middle" ? null : arrivalWords(opening, station.travelMinutes, now);
  const isRough = precision === "rough";
  const time = travelTime(station.travelMinutes, isRough);
  return (
    <View className="card station-head">
      <Heading level={1} className="answer-name">
        <StationName station={station} />
      </Heading>
      <StatePill words={openingWords(opening, now)} />
      {arrival ? <View className="answer-arrival">{arrival}</View> : null}
      {precision === "middle" ? null : (
        <View className="answer-way">
          {time === null ? null : (
            <>
              {TRAVEL_LABELS[travel]}
              {time.about}
              <Text className="minutes minutes-large">{time.number}</Text> {time.unit} ·{" "}
            </>
          )}
          {distanceWords(station.distanceMetres, isRough)}
        </View>
      )}
    </View>
  );
}
