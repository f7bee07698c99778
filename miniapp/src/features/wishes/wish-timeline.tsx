import { Text, View } from "@tarojs/components";
import { DAY_MS, type EpochMs } from "../../../../shared/common/time";
import type { WishView } from "../../../../shared/wishes/wish-answer";
import { accessible } from "../../ui/accessible";
import { pastTimeWords } from "../../ui/words/clock-words";
import { historyWords, saidWords, wishDayWords } from "./wish-words";
import "./wish-timeline.scss";

interface WishTimelineProps {
  history: WishView["history"];
  /** What comes next; null where nothing does. */
  next: string | null;
  now: EpochMs;
}

/** What happened to a wish, oldest first, and what comes next. */
export function WishTimeline({ history, next, now }: WishTimelineProps) {
  return (
    <View className="wish-timeline" {...accessible({ role: "list" })}>
      {history.map((entry) => {
        const said = saidWords(entry);
        return (
          <View key={`${entry.at} ${entry.step}`} className="wish-step" {...accessible({ role: "listitem" })}>
            <Text className="wish-step-mark" {...accessible({ hidden: true })}>
              ✓
            </Text>
            <View className="wish-step-words">
              <View>{historyWords(entry)}</View>
              {said === null ? null : <View className="wish-step-said">「{said}」</View>}
              <View className="secondary">{whenWords(entry.at, now)}</View>
            </View>
          </View>
        );
      })}
      {next === null ? null : (
        <View className="wish-step wish-step-next" {...accessible({ role: "listitem" })}>
          <Text className="wish-step-mark" {...accessible({ hidden: true })}>
            ○
          </Text>
          <View className="wish-step-words">下一步：{next}</View>
        </View>
      )}
    </View>
  );
}

const WEEK_MS = 7 * DAY_MS;

/** 今天 08:10; after a week the date says more than 12 天前. */
function whenWords(at: string, now: EpochMs): string {
  return now - Date.parse(at) > WEEK_MS ? wishDayWords(at) : pastTimeWords(Date.parse(at), now);
}
