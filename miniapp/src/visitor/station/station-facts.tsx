import { View } from "@tarojs/components";
import type { EpochMs } from "../../../../shared/core/time";
import type { StationDetail } from "../../../../shared/stations/station-answer";
import { Heading } from "../../components/heading";
import { pastTimeWords } from "../../copy/clock-words";

const KINDS: Record<StationDetail["kind"], string> = {
  standard: "普通驿站",
  micro: "微驿站(不到 5 平米)",
  mobile: "流动驿站",
};

interface StationFactsProps {
  station: StationDetail;
  now: EpochMs;
}

/** Where the door is and who may go in; what nobody has told us is said, not left out, where it decides. */
export function StationFacts({ station, now }: StationFactsProps) {
  const size = [
    KINDS[station.kind],
    station.areaSquareMetres === null ? null : `${station.areaSquareMetres} 平米`,
    station.capacity === null ? null : `坐得下 ${station.capacity} 人`,
  ].filter((part) => part !== null);
  const facts: [string, string | null][] = [
    ["在哪里", station.address],
    ["旁边是", station.landmark],
    ["谁家的门", station.host],
    ["谁能进", station.audience ?? "不知道,门口没写"],
    ["怎么进", station.entryNote],
    ["多大", size.join(",")],
    ["电话", station.phone],
    ["编号", station.code],
    ["位置核对", verified(station.verified.location, now)],
    ["设施核对", verified(station.verified.services, now)],
  ];
  return (
    <>
      <Heading level={2} className="section-title">
        怎么找、谁能进
      </Heading>
      <View className="card facts">
        {facts.map(([title, text]) =>
          text === null ? null : (
            <View key={title} className="fact">
              <View className="fact-title">{title}</View>
              <View className="fact-text">{text}</View>
            </View>
          ),
        )}
      </View>
    </>
  );
}

function verified(instant: string | null, now: EpochMs): string {
  return instant === null ? "还没人确认过" : pastTimeWords(Date.parse(instant), now);
}
