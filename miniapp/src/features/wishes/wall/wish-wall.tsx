import { View } from "@tarojs/components";
import { useEffect, useState } from "react";
import type { WishWall as Wall } from "../../../../../shared/wishes/wish-answer";
import { isNetworkFailure } from "../../../http/api-failure";
import { callApi } from "../../../http/call-api";
import type { Loadable } from "../../../http/use-loadable";
import { useTask } from "../../../http/use-task";
import { Heading } from "../../../ui/heading";
import { Pressable } from "../../../ui/pressable";
import { TaskFailure } from "../../../ui/task-failure";
import { failureWords } from "../../../ui/words/failure-words";
import { numberedCards } from "../numbered-cards";
import { wishDayWords } from "../wish-words";

interface WishWallProps {
  wall: Loadable<Wall>;
  onReload: () => void;
}

/** What officers wrote of wishes that were fulfilled, newest first. Everybody may read it. */
export function WishWall({ wall, onReload }: WishWallProps) {
  return (
    <>
      <Heading level={2} className="section-title">
        办好的心愿
      </Heading>
      {wall.status === "loading" ? (
        <View className="card secondary">正在找…</View>
      ) : wall.status === "failed" ? (
        <View className="card wish-card">
          <View>{isNetworkFailure(wall.failure.code) ? "没网，墙上的等有网再看。" : wallTrouble(wall)}</View>
          <Pressable className="button button-plain" onPress={onReload}>
            再看一次
          </Pressable>
        </View>
      ) : wall.value.cards.length === 0 ? (
        <View className="card">还没有。第一个办好的会贴在这里，不写名字。</View>
      ) : (
        <Cards first={wall.value} />
      )}
    </>
  );
}

function wallTrouble({ failure }: Extract<Loadable<Wall>, { status: "failed" }>): string {
  const { title, advice } = failureWords(failure);
  return `${title}：${advice}`;
}

function Cards({ first }: { first: Wall }) {
  const [shown, setShown] = useState(first);
  useEffect(() => setShown(first), [first]);
  const { cards, nextCursor } = shown;
  const [task, more] = useTask(async (cursor: string) => {
    const page = await callApi("GET /wishes", { cursor });
    setShown({ cards: [...cards, ...page.cards], nextCursor: page.nextCursor });
  });
  return (
    <>
      <View className="wish-wall">
        {numberedCards(cards).map(({ number, card, categoryLabel, stationName, fulfilledOn, isDemo }) => (
          <View key={number} className="card">
            <View className="wish-wall-card">
              {isDemo ? "示例 · " : ""}
              {card}
            </View>
            <View className="secondary">
              {categoryLabel} · {stationName} · {wishDayWords(`${fulfilledOn}T00:00:00+08:00`)}
            </View>
          </View>
        ))}
      </View>
      {nextCursor === null ? null : (
        <Pressable
          className="button button-plain"
          disabled={task.status === "running"}
          onPress={() => more(nextCursor)}
        >
          看更早的
        </Pressable>
      )}
      <TaskFailure task={task} />
    </>
  );
}
