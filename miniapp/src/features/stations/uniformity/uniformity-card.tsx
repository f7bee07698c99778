import { View } from "@tarojs/components";
import type { UniformityItem } from "../../../../../shared/stations/uniformity-answer";
import { openStation } from "../../../navigation/pages";
import { openPoster } from "../../../platform/open-poster";
import { accessible } from "../../../ui/accessible";
import { Heading } from "../../../ui/heading";
import { Pressable } from "../../../ui/pressable";
import { StationName } from "../station-name";
import { confirmationWords, gapLines, lossWords } from "../uniformity-words";

const MOST_STARS = 5;

/** One station: its stars, what it misses and why, and the way to it. */
export function UniformityCard({ station }: { station: UniformityItem }) {
  const { stars, starLosses, openReports, overdueTasks, daysSinceConfirmation } = station;
  const lines = gapLines(station.gaps);
  const facts = [
    station.district.text,
    station.code === null ? null : `编号 ${station.code}`,
    confirmationWords(daysSinceConfirmation),
    openReports === 0 ? null : `${openReports} 条报告没处理`,
  ].filter((fact) => fact !== null);
  return (
    <View className="card uniformity-card">
      <View className="uniformity-facts">
        <Heading level={2} className="uniformity-name">
          <StationName station={station} />
        </Heading>
        <View className="secondary">{facts.join(" · ")}</View>
        <View className="uniformity-stars" {...accessible({ role: "img", label: `${stars} 星` })}>
          {"★".repeat(stars)}
          {"☆".repeat(MOST_STARS - stars)} {stars} 星
        </View>
        {starLosses.length > 0 ? <View className="uniformity-loss">扣了星：{lossWords(starLosses)}</View> : null}
        {overdueTasks > 0 ? <View className="uniformity-loss">{overdueTasks} 件任务超期没处理</View> : null}
        {lines.length === 0 ? (
          <View className="uniformity-complete">✓ 四统一都齐了</View>
        ) : (
          lines.map(({ check, label, words }) => (
            <View key={check} className="uniformity-gap">
              <View className="uniformity-check">{label}</View>
              <View className="uniformity-words">{words}</View>
            </View>
          ))
        )}
      </View>
      <View className="uniformity-actions">
        <Pressable
          className="button button-plain"
          label={`看驿站：${station.name}`}
          onPress={() => openStation(station.id)}
        >
          看驿站
        </Pressable>
        <Pressable
          className="button button-plain"
          label={`打印海报：${station.name}`}
          onPress={() => openPoster(station.id)}
        >
          打印海报
        </Pressable>
      </View>
    </View>
  );
}
