import { Text, View } from "@tarojs/components";
import { accessible } from "../../ui/accessible";
import type { OpeningWords } from "./opening-words";

/** A state: mark, word and colour together. The mark is not read aloud, the word says it. */
export function StatePill({ words }: { words: OpeningWords }) {
  return (
    <View className={`pill pill-${words.tone}`}>
      <Text className="pill-mark" {...accessible({ hidden: true })}>
        {words.mark}
      </Text>
      <Text className="pill-text">{words.text}</Text>
    </View>
  );
}
