import { View } from "@tarojs/components";
import { type ReactNode, useState } from "react";
import { Heading } from "../../ui/heading";
import { Pressable } from "../../ui/pressable";
import type { OpeningWords } from "../stations/opening-words";
import { usePrecision } from "../stations/origin/origin-store";
import { StatePill } from "../stations/state-pill";
import { travelTime } from "../stations/station-words";

interface CircleCardProps {
  title: string;
  /** How much there is, or that there is none. */
  summary: string;
  rows: readonly ReactNode[];
}

/** One thing to be had: how much of it, and the best of it; the rest comes out by a tap. */
export function CircleCard({ title, summary, rows }: CircleCardProps) {
  const [isOut, setOut] = useState(false);
  const [first, ...others] = rows;
  return (
    <View className="card circle-card">
      <View className="circle-head">
        <Heading level={2} className="circle-title">
          {title}
        </Heading>
        <View className="secondary circle-summary">{summary}</View>
        {others.length > 0 ? (
          <Pressable
            className="link circle-more"
            label={isOut ? `收起${title}` : `${title}，再看 ${others.length} 个`}
            expanded={isOut}
            onPress={() => setOut(!isOut)}
          >
            {isOut ? "收起" : `再看 ${others.length} 个`}
          </Pressable>
        ) : null}
      </View>
      {first}
      {isOut ? others : null}
    </View>
  );
}

interface CircleRowProps {
  name: ReactNode;
  words: OpeningWords;
  /** What is there, or where it is. */
  detail: string;
  travelMinutes: number;
  onPress: () => void;
}

/** What and where, whether it is there on arrival, and how long to get there. A tap shows all of it. */
export function CircleRow({ name, words, detail, travelMinutes, onPress }: CircleRowProps) {
  const precision = usePrecision();
  const time = precision === "middle" ? null : travelTime(travelMinutes, precision === "rough");
  return (
    <Pressable className="circle-row" onPress={onPress}>
      <View className="circle-line">
        <View className="circle-name">{name}</View>
        {time === null ? null : (
          <View className="circle-way">
            {time.about}
            {time.number} {time.unit}
          </View>
        )}
      </View>
      <View className="circle-line">
        <StatePill words={words} />
        {detail === "" ? null : <View className="secondary circle-detail">{detail}</View>}
      </View>
    </Pressable>
  );
}
