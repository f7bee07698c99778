import { View } from "@tarojs/components";
import Taro from "@tarojs/taro";
import { useState } from "react";
import type { WishView } from "../../../../../shared/wishes/wish-answer";
import { callApi } from "../../../http/call-api";
import { useTask } from "../../../http/use-task";
import { accessible } from "../../../ui/accessible";
import { Pressable } from "../../../ui/pressable";
import { MoveFailure } from "../move-failure";

/** How to reach the worker, for the handler, after saying that the look is recorded and that the worker sees it. */
export function ContactReveal({ id }: { id: string }) {
  const [contact, setContact] = useState<WishView["contact"]>(null);
  const [task, reveal] = useTask(async () => {
    setContact((await callApi("GET /wishes/:id", { id, contact: "yes" })).contact);
  });
  if (contact !== null) {
    const { name, phone, address } = contact;
    return (
      <View className="wish-contact" {...accessible({ role: "status", live: true })}>
        <View>{name}</View>
        {phone === undefined ? null : (
          <Pressable
            className="button button-plain"
            onPress={() => void Taro.makePhoneCall({ phoneNumber: phone }).catch(() => undefined)}
          >
            打电话 {phone}
          </Pressable>
        )}
        {address === undefined ? null : <View>{address}</View>}
        <View className="secondary">这次查看已经记下，本人看得到。</View>
      </View>
    );
  }
  return (
    <View className="wish-contact">
      <View className="secondary">看联系方式会记下你是谁、几点看的，本人查得到。</View>
      <Pressable className="button button-plain" disabled={task.status === "running"} onPress={reveal}>
        看联系方式
      </Pressable>
      <MoveFailure task={task} />
    </View>
  );
}
