import { View } from "@tarojs/components";
import { useEffect } from "react";
import { beijingMinuteOfDay } from "../../../../shared/common/time";
import type { MissingStationItem } from "../../../../shared/missing-stations/missing-station";
import { MISSING_STATE_WORDS, needWords } from "../../../../shared/missing-stations/needs";
import { useServerNow } from "../../http/use-server-now";
import { useAwaitedWrite } from "../../queue/use-awaited-write";
import { Pressable } from "../../ui/pressable";
import { TaskFailure } from "../../ui/task-failure";
import { pastTimeWords } from "../../ui/words/clock-words";
import { askToBeTold, canBeTold, prepareToAsk } from "../messages/ask-to-subscribe";

const HOUR_MINUTES = 60;

interface MissingOneProps {
  missing: MissingStationItem;
  /** Somebody says the same; absent where they have said so. */
  onJoined?: (() => Promise<void>) | undefined;
}

/** What people miss in one place, how many they are, and what the office says. */
export function MissingOne({ missing, onJoined }: MissingOneProps) {
  const now = useServerNow();
  const [joining, join] = useAwaitedWrite("POST /missing-stations/:id/second", async () => {
    await onJoined?.();
  });
  const { id, need, people, state, why, askedAt } = missing;
  const hour = Math.floor(beijingMinuteOfDay(now) / HOUR_MINUTES);
  useEffect(() => void prepareToAsk(), []);
  const second = () => {
    // First in the tap: WeChat asks nobody later.
    if (canBeTold()) void askToBeTold().catch(() => undefined);
    join({ id, hour });
  };
  return (
    <View className="card missing-one">
      <View className="missing-what">缺{needWords(need)}</View>
      <View className="secondary">
        {people} 个人说过，最早是{pastTimeWords(Date.parse(askedAt), now)}
      </View>
      <View>
        {MISSING_STATE_WORDS[state]}
        {why === null ? "" : `：${why}`}
      </View>
      {onJoined ? (
        <Pressable
          className="button button-plain"
          label={`我也要：${needWords(need)}`}
          disabled={joining.status === "running"}
          onPress={second}
        >
          我也要
        </Pressable>
      ) : null}
      <TaskFailure task={joining} />
    </View>
  );
}
