import { View } from "@tarojs/components";
import { isNetworkFailure } from "../../../http/api-failure";
import { openWishForm } from "../../../navigation/wish-pages";
import type { PendingWrite } from "../../../queue/pending-write";
import { discardWrite, retryWrite } from "../../../queue/pending-writes";
import { lostWriteWords, SAVING_WORDS } from "../../../queue/write-words";
import { accessible } from "../../../ui/accessible";
import { Pressable } from "../../../ui/pressable";
import { keepDraftOf } from "../wish-draft";

/** A wish on its way: it is kept on the phone until the server has it, or has said why not. */
export function WaitingWish({ write }: { write: PendingWrite }) {
  if (write.endpoint !== "POST /wishes") return null;
  const { key, state, failure, input } = write;
  if (state !== "failed") {
    return (
      <View className="card wish-card" {...accessible({ role: "status", live: true })}>
        <View className="wish-next">{waitingWords(failure)}</View>
        <View className="wish-text">「{input.text}」</View>
        {failure === null ? null : <View className="secondary">不用再写，有网了自动发出去，只发一次。</View>}
      </View>
    );
  }
  const { title, advice } = lostWriteWords(write);
  const change = () => {
    keepDraftOf(input);
    discardWrite(key);
    openWishForm();
  };
  return (
    <View className="card wish-card" {...accessible({ role: "alert" })}>
      <View className="wish-next">没许成：{title}</View>
      <View>{advice}</View>
      <View className="wish-text">「{input.text}」</View>
      <Pressable className="button button-main" onPress={() => retryWrite(key)}>
        再发一次
      </Pressable>
      <Pressable className="button button-plain" onPress={change}>
        改一改再发
      </Pressable>
      <Pressable className="button button-quiet" onPress={() => discardWrite(key)}>
        不要了
      </Pressable>
    </View>
  );
}

function waitingWords(failure: PendingWrite["failure"]): string {
  if (failure === null || failure === "too_late") return "正在发给工会…";
  return isNetworkFailure(failure) ? SAVING_WORDS.no_network : SAVING_WORDS.server_busy;
}
