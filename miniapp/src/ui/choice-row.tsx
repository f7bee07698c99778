import { ScrollView, View } from "@tarojs/components";
import { type ReactNode, useState } from "react";
import { useSettings } from "../platform/settings/settings";
import { accessible } from "./accessible";
import { Chip } from "./chip";

interface Choice {
  isOn: boolean;
  /** With a key of its own. */
  face: ReactNode;
}

interface ChoiceRowProps {
  label: string;
  className?: string;
  choices: readonly Choice[];
  /** So many stand there at first where nothing scrolls sideways, and those that are on. */
  first: number;
}

/** Choices in a row that scrolls sideways. In 大字 nothing does: they fill lines, and the later ones stand behind 更多. */
export function ChoiceRow({ label, className = "", choices, first }: ChoiceRowProps) {
  const { largeText } = useSettings();
  const [isOut, setOut] = useState(false);
  const named = accessible({ role: "group", label });
  if (!largeText) {
    return (
      <ScrollView className={`filters ${className}`} scrollX enhanced showScrollbar={false}>
        <View className="filters-row" {...named}>
          {choices.map(({ face }) => face)}
        </View>
      </ScrollView>
    );
  }
  const shown = choices.filter(({ isOn }, index) => isOut || isOn || index < first);
  return (
    <View className={`filters filters-wrapped ${className}`}>
      <View className="filters-row" {...named}>
        {shown.map(({ face }) => face)}
        {shown.length < choices.length || isOut ? (
          <Chip on={false} onPress={() => setOut(!isOut)}>
            {isOut ? "收起" : "更多"}
          </Chip>
        ) : null}
      </View>
    </View>
  );
}
