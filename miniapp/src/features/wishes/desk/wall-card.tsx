import { View } from "@tarojs/components";
import { useState } from "react";
import type { WishView } from "../../../../../shared/wishes/wish-answer";
import { LONGEST_WISH_CARD } from "../../../../../shared/wishes/wish-limits";
import { CLOSED_WISH_STATES } from "../../../../../shared/wishes/wish-states";
import { useAwaitedWrite } from "../../../queue/use-awaited-write";
import { Field } from "../../../ui/field";
import { Heading } from "../../../ui/heading";
import { Pressable } from "../../../ui/pressable";
import { MoveFailure } from "../move-failure";

interface WallCardProps {
  wish: WishView;
  onChanged: () => Promise<void>;
}

/** What the wall will say of a wish whose worker agreed to it, in the officer's words. */
export function WallCard({ wish: { id, state, card, public: isPublic }, onChanged }: WallCardProps) {
  const [typed, setTyped] = useState(card ?? "");
  const [task, send] = useAwaitedWrite("PUT /wishes/:id/card", onChanged);
  const isBusy = task.status === "running";
  if (!isPublic || (CLOSED_WISH_STATES.includes(state) && state !== "fulfilled")) return null;
  return (
    <>
      <Heading level={2} className="section-title">
        墙上的卡片
      </Heading>
      <View className="card form wish-record">
        <View className="secondary">本人同意贴。办结以后才上墙，人人看得到，不要写姓名、电话、住址。</View>
        <Field
          label="比如：骑手 · 丽景街：一副防寒手套"
          type="text"
          value={typed}
          maxLength={LONGEST_WISH_CARD}
          onChange={setTyped}
        />
        <Pressable
          className="button button-plain"
          disabled={typed.trim() === "" || typed.trim() === card || isBusy}
          onPress={() => send({ id, card: typed.trim() })}
        >
          {typed.trim() !== "" && typed.trim() === card ? "✓ 已存" : "存卡片"}
        </Pressable>
        {card === null ? null : (
          <Pressable className="button button-quiet" disabled={isBusy} onPress={() => send({ id, card: null })}>
            不上墙
          </Pressable>
        )}
        <MoveFailure task={task} />
      </View>
    </>
  );
}
