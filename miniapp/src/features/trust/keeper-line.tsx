import { View } from "@tarojs/components";
import { useEffect } from "react";
import { COUNTED_KINDS, type CountedKind } from "../../../../shared/messages/message-kind";
import { openPage } from "../../navigation/go";
import { askToSubscribe, prepareToAsk } from "../../platform/messages/ask-to-subscribe";
import { useOwnMessages } from "../../platform/messages/own-messages";
import { Pressable } from "../../ui/pressable";
import "./keeper-line.scss";

const KIND_WORDS: Partial<Record<CountedKind, string>> = {
  keeper_door: "门",
  keeper_task: "任务",
  keeper_question: "问题",
};

/** The first line of a keeper's pages: what waits most urgently, how much there is, and how many messages may still come. */
export function KeeperLine() {
  useEffect(() => void prepareToAsk(), []);
  const messages = useOwnMessages();
  if (messages === null) return null;
  const [first] = messages.lines;
  const left = COUNTED_KINDS.flatMap((kind) => {
    const count = messages.left[kind];
    const words = KIND_WORDS[kind];
    return words === undefined || count === undefined ? [] : [`${words} ${count} 条`];
  });
  return (
    <>
      {first === undefined ? null : (
        <Pressable className="card keeper-line" onPress={() => openPage(first.page)}>
          <View>
            {first.stationName}：{first.words}
          </View>
          {messages.waiting > 1 ? <View className="secondary">一共 {messages.waiting} 件等着</View> : null}
        </Pressable>
      )}
      {left.length === 0 ? null : (
        <Pressable className="button button-quiet" onPress={() => askToSubscribe("keeper")}>
          微信还能提醒你：{left.join("，")}
        </Pressable>
      )}
    </>
  );
}
