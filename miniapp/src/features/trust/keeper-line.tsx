import { View } from "@tarojs/components";
import { useEffect } from "react";
import { COUNTED_KINDS, type CountedKind } from "../../../../shared/messages/message-kind";
import { Pressable } from "../../ui/pressable";
import { askKeeperAnew, CAN_ASK, prepareToAsk } from "../messages/ask-to-subscribe";
import { useOwnMessages } from "../messages/own-messages";
import { FirstLine } from "./first-line";

const KIND_WORDS: Partial<Record<CountedKind, string>> = {
  keeper_door: "门",
  keeper_task: "任务",
  keeper_question: "问题",
};

/**
 * The first line of a keeper's pages: what waits most urgently, how much there is, and how many messages may still
 * come.
 */
export function KeeperLine() {
  useEffect(() => void prepareToAsk(), []);
  const messages = useOwnMessages();
  if (messages === null) return null;
  const left = COUNTED_KINDS.flatMap((kind) => {
    const count = messages.left[kind];
    const words = KIND_WORDS[kind];
    return words === undefined || count === undefined ? [] : [`${words} ${count} 条`];
  });
  return (
    <>
      <FirstLine messages={messages} />
      {left.length === 0 ? null : <Left words={`微信还能提醒你：${left.join("，")}`} />}
    </>
  );
}

/** In WeChat a tap asks for more; elsewhere nobody can be asked. */
function Left({ words }: { words: string }) {
  if (!CAN_ASK) return <View className="secondary messages-left">{words}。要多收几条，在微信里打开这一页</View>;
  return (
    <Pressable className="button button-quiet" onPress={askKeeperAnew}>
      {words}
    </Pressable>
  );
}
