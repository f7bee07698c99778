import { Text, View } from "@tarojs/components";
import type { AmenityKind } from "../../../../shared/amenities/amenity";
import type { EpochMs } from "../../../../shared/common/time";
import type { NearestItem } from "../../../../shared/stations/station-answer";
import { openStation } from "../../navigation/pages";
import { useSettings } from "../../platform/settings/settings";
import { TakeMeThere } from "../../platform/take-me-there";
import { accessible } from "../../ui/accessible";
import { Heading } from "../../ui/heading";
import { Pressable } from "../../ui/pressable";
import { DoorReport } from "../trust/door-report";
import { useTold } from "../trust/told-doors";
import { TOLD_WORDS } from "../trust/trust-words";
import { ReadAloud } from "./aloud/read-aloud";
import { AmenityPhrase } from "./amenity-phrase";
import { cardAmenities } from "./amenity-words";
import { agedOpening, arrivalWords, openingWords } from "./opening-words";
import { usePrecision } from "./origin/origin-store";
import { StatePill } from "./state-pill";
import { StationName } from "./station-name";
import { distanceWords, ownName, travelTime, trustWords, wayWords } from "./station-words";
import { TravelChoice } from "./travel-choice";

interface AnswerCardProps {
  station: NearestItem;
  /** Asks for the list anew, for somebody who stands at this door and finds it shut. */
  onLookOn: () => void;
  /** Amenities that were filtered for: shown first. */
  wanted: readonly AmenityKind[];
  now: EpochMs;
}

/** The answer: which door, whether it will be open, how long to it, what works inside, and the way there. */
export function AnswerCard({ station, wanted, now, onLookOn }: AnswerCardProps) {
  const { travel } = useSettings();
  const opening = agedOpening(station.opening, now);
  const precision = usePrecision();
  const isMiddle = precision === "middle";
  const arrival = isMiddle ? null : arrivalWords(opening, station.travelMinutes, now);
  const isTold = useTold(station.id) !== null;
  const { told, untold } = cardAmenities(station, wanted);
  const where = station.landmark ?? station.address;
  const state = isTold ? TOLD_WORDS : openingWords(opening, now);
  const trust = trustWords(station, now);
  return (
    <View className="card answer-card">
      <View>
        <Heading level={2} className="answer-name">
          <StationName station={station} />
        </Heading>
        <View className="secondary answer-where">{where}</View>
      </View>
      <StatePill words={state} />
      {arrival && !isTold ? <View className="answer-arrival">{arrival}</View> : null}
      {isMiddle ? null : <WayThere station={station} />}
      {told.length === 0 ? null : (
        <View className="amenities" {...accessible({ role: "group", label: "里面有什么" })}>
          {told.map((amenity) => (
            <AmenityPhrase key={amenity.kind} amenity={amenity} />
          ))}
        </View>
      )}
      {untold ? <View className="secondary">{untold}</View> : null}
      <View className="secondary answer-trust">{trust}</View>
      {isTold ? null : (
        <View className="answer-actions">
          <TakeMeThere to={station} travel={travel} />
        </View>
      )}
      <View className="answer-more">
        <Pressable
          className="button button-quiet"
          label={`看详情：${station.name}`}
          onPress={() => openStation(station.id)}
        >
          看详情
        </Pressable>
        <ReadAloud
          name={station.name}
          parts={[
            station.isDemo ? `示例 · ${ownName(station)}` : station.name,
            where,
            state.text,
            isTold ? null : arrival,
            isMiddle ? null : wayWords(station.distanceMetres, travel, precision === "rough"),
            told.map(({ phrase }) => phrase).join("、"),
            untold,
            trust,
          ]}
        />
      </View>
      <DoorReport station={station} onLookOn={onLookOn} />
    </View>
  );
}

function WayThere({ station }: { station: NearestItem }) {
  const isRough = usePrecision() === "rough";
  const time = travelTime(station.travelMinutes, isRough);
  return (
    <View className="answer-way">
      <View className="answer-minutes">
        {time === null ? null : (
          <>
            {time.about}
            <Text className="minutes minutes-large">{time.number}</Text> {time.unit} ·{" "}
          </>
        )}
        {distanceWords(station.distanceMetres, isRough)}
      </View>
      <TravelChoice />
    </View>
  );
}
