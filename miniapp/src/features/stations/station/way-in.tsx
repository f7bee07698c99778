import { View } from "@tarojs/components";
import type { EpochMs } from "../../../../../shared/common/time";
import type { StationDetail } from "../../../../../shared/stations/station-answer";
import { Heading } from "../../../ui/heading";
import { pastTimeWords } from "../../../ui/words/clock-words";

const KINDS: Record<StationDetail["kind"], string> = {
  standard: "普通驿站",
  micro: "微驿站(不到 5 平米)",
  mobile: "流动驿站",
};

/** Where the door is and who may go in; what decides is said even where nobody has told us. */
export function WayIn({ station }: { station: StationDetail }) {
  return (
    <Facts
      title="怎么找、谁能进"
      facts={[
        ["在哪里", station.address],
        ["旁边是", station.landmark],
        ["谁能进", station.audience ?? "不知道，没人说过"],
        ["怎么进", station.entryNote],
        ["电话", station.phone],
      ]}
    />
  );
}

interface RegisteredProps {
  station: StationDetail;
  now: EpochMs;
}

/** What the office has on file, and when somebody last checked it. */
export function Registered({ station, now }: RegisteredProps) {
  const size = [
    KINDS[station.kind],
    station.areaSquareMetres === null ? null : `${station.areaSquareMetres} 平米`,
    station.capacity === null ? null : `坐得下 ${station.capacity} 人`,
  ].filter((part) => part !== null);
  return (
    <Facts
      title="登记的情况"
      facts={[
        ["谁家的门", station.host],
        ["多大", size.join("，")],
        ["编号", station.code],
        ["位置核对", verified(station.verified.location, now) ?? "没人去看过，可能不准"],
        ["设施核对", verified(station.verified.services, now) ?? "还没人确认过"],
      ]}
    />
  );
}

function verified(instant: string | null, now: EpochMs): string | null {
  return instant === null ? null : pastTimeWords(Date.parse(instant), now);
}

interface FactsProps {
  title: string;
  /** A line with null is left out. */
  facts: readonly (readonly [string, string | null])[];
}

function Facts({ title, facts }: FactsProps) {
  return (
    <>
      <Heading level={2} className="section-title">
        {title}
      </Heading>
      <View className="card facts">
        {facts.map(([name, text]) =>
          text === null ? null : (
            <View key={name} className="fact">
              <View className="fact-title">{name}</View>
              <View className="fact-text">{text}</View>
            </View>
          ),
        )}
      </View>
    </>
  );
}
