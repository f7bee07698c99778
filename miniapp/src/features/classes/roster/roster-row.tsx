import { View } from "@tarojs/components";
import type { RosterEntry } from "../../../../../shared/classes/class-answer";
import { Pressable } from "../../../ui/pressable";
import { clockWords } from "../../../ui/words/clock-words";

interface RosterRowProps {
  entry: RosterEntry;
  onCheckIn: () => void;
  onStrike: () => void;
  onWaive: () => void;
}

/** One person of the roster: number, what they are called, whether they are here, and the tap that changes it. */
export function RosterRow({ entry, onCheckIn, onStrike, onWaive }: RosterRowProps) {
  const { number, calledBy, state } = entry;
  return (
    <View className="roster-row">
      <View className="roster-number">{number}</View>
      <View className="roster-who">
        <View className="roster-name">{calledBy}</View>
        <View className={state === "attended" ? "roster-here-words" : "secondary"}>{stateWords(entry)}</View>
      </View>
      {state === "confirmed" ? (
        <Pressable className="button roster-check-in" label={`到了：${number} 号 ${calledBy}`} onPress={onCheckIn}>
          到了
        </Pressable>
      ) : state === "attended" ? (
        <Pressable className="link" label={`划掉签到：${number} 号 ${calledBy}`} onPress={onStrike}>
          划掉
        </Pressable>
      ) : entry.waived ? null : (
        <Pressable className="link" label={`不算缺课：${number} 号 ${calledBy}`} onPress={onWaive}>
          不算缺课
        </Pressable>
      )}
    </View>
  );
}

const CHECKED_IN_BY = { code: "自己签的", keeper: "点名", walk_in: "当场来的" } as const;

function stateWords({ state, checkedInAt, checkedInBy, waived }: RosterEntry): string {
  if (state === "attended") {
    const time = checkedInAt === null ? "" : `${clockWords(Date.parse(checkedInAt))} `;
    return `✓ ${time}到了${checkedInBy === null ? "" : ` · ${CHECKED_IN_BY[checkedInBy]}`}`;
  }
  if (state === "absent") return waived ? "没来，不算缺课" : "✕ 没来，算缺课";
  return "还没到";
}
