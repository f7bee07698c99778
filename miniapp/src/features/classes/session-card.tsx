import { Text, View } from "@tarojs/components";
import type { SessionItem } from "../../../../shared/classes/class-answer";
import { CLASS_CATEGORY_LABELS } from "../../../../shared/classes/class-category";
import { travelMinutes } from "../../../../shared/common/distance";
import type { EpochMs } from "../../../../shared/common/time";
import { openClass } from "../../navigation/class-pages";
import { useSettings } from "../../platform/settings/settings";
import { Pressable } from "../../ui/pressable";
import { usePrecision } from "../stations/origin/origin-store";
import { StatePill } from "../stations/state-pill";
import { distanceWords, TRAVEL_LABELS, travelTime } from "../stations/station-words";
import { sessionTimes, sessionWords, venueWords } from "./class-words";
import { SessionTitle } from "./session-title";

interface SessionCardProps {
  session: SessionItem;
  /** Straight line; null where the phone does not know from where. */
  metres: number | null;
  now: EpochMs;
}

/** One class of the timetable: when in large type, what, where, and whether there is room. A tap shows all of it. */
export function SessionCard({ session, metres, now }: SessionCardProps) {
  const [starts, ends] = sessionTimes(session);
  const about = [CLASS_CATEGORY_LABELS[session.category], session.level].filter((part) => part !== null);
  return (
    <Pressable className="card session-card" onPress={() => openClass(session.id)}>
      <View className="session-time">
        <View className="session-starts">{starts}</View>
        <View className="session-ends">到 {ends}</View>
      </View>
      <View className="session-what">
        <View className="session-title">
          <SessionTitle session={session} />
        </View>
        <View className="secondary">{about.join(" · ")}</View>
        <View className="session-where">{venueWords(session.venue)}</View>
        {metres === null ? null : <Way metres={metres} />}
        <StatePill words={sessionWords(session, now)} />
      </View>
    </Pressable>
  );
}

function Way({ metres }: { metres: number }) {
  const { travel } = useSettings();
  const precision = usePrecision();
  const isRough = precision === "rough";
  const time = travelTime(travelMinutes(metres, travel), isRough);
  if (precision === "middle") return null;
  return (
    <View className="session-way">
      {time === null ? null : (
        <>
          {TRAVEL_LABELS[travel]}
          {time.about}
          <Text className="minutes">{time.number}</Text> {time.unit} ·{" "}
        </>
      )}
      {distanceWords(metres, isRough)}
    </View>
  );
}
