import { Text, View } from "@tarojs/components";
import { SAVING_WORDS } from "../../../queue/write-words";
import { accessible } from "../../../ui/accessible";
import { Pressable } from "../../../ui/pressable";
import type { TapAnswer } from "./use-keeper";

/** What became of the last tap, said aloud too, and the way back. */
export function TapAnswerBar({ answer }: { answer: TapAnswer | null }) {
  return (
    <View className="tap-answer-place" {...accessible({ role: "status", live: true })}>
      {answer ? (
        <View className={`tap-answer tap-answer-${answer.saving}`}>
          <View className="tap-answer-words">
            <Text>{answer.words}</Text> · <Text className="tap-answer-saving">{SAVING_WORDS[answer.saving]}</Text>
          </View>
          {answer.undo ? (
            <Pressable className="tap-undo" label={`撤销：${answer.words}`} onPress={answer.undo}>
              撤销
            </Pressable>
          ) : null}
        </View>
      ) : null}
    </View>
  );
}
