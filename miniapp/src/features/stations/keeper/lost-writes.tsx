import { View } from "@tarojs/components";
import type { EpochMs } from "../../../../../shared/common/time";
import type { PendingWrite } from "../../../queue/pending-write";
import { discardWrite, retryWrite } from "../../../queue/pending-writes";
import { lostWriteWords, writeWords } from "../../../queue/write-words";
import { accessible } from "../../../ui/accessible";
import { Pressable } from "../../../ui/pressable";

interface LostWritesProps {
  writes: readonly PendingWrite[];
  now: EpochMs;
}

/** What the server would not take, why, and the two ways on. */
export function LostWrites({ writes, now }: LostWritesProps) {
  return (
    <>
      {writes.map((write) => {
        const { title, advice } = lostWriteWords(write);
        return (
          <View key={write.key} className="card lost-write" {...accessible({ role: "alert" })}>
            <View className="lost-write-title">
              「{writeWords(write, now)}」没存上：{title}
            </View>
            <View>{advice}</View>
            <View className="answer-actions">
              <Pressable className="button button-plain" onPress={() => retryWrite(write.key)}>
                再发一次
              </Pressable>
              <Pressable className="button button-plain" onPress={() => discardWrite(write.key)}>
                不要了
              </Pressable>
            </View>
          </View>
        );
      })}
    </>
  );
}
