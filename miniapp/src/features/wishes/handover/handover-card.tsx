import { View } from "@tarojs/components";
import { useState } from "react";
import { PICKUP_CODE_LENGTH, readShortCode } from "../../../../../shared/people/short-code";
import type { WishHandovers } from "../../../../../shared/wishes/wish-answer";
import { wishNumber } from "../../../../../shared/wishes/wish-number";
import { useAwaitedWrite } from "../../../queue/use-awaited-write";
import { accessible } from "../../../ui/accessible";
import { Field } from "../../../ui/field";
import { Heading } from "../../../ui/heading";
import { Pressable } from "../../../ui/pressable";
import { askKeeper } from "../../messages/ask-to-subscribe";
import { MoveFailure } from "../move-failure";
import { wishDayWords } from "../wish-words";

/** With a space in the middle. */
const LONGEST_TYPED = 12;

interface HandoverCardProps {
  wish: WishHandovers["wishes"][number];
  onHandedOver: () => Promise<void>;
}

/** One thing that waits. Who shows its code gets it; the keeper learns nothing else of them. */
export function HandoverCard({ wish, onHandedOver }: HandoverCardProps) {
  const { id, categoryLabel, station, window: pickupWindow, since, isDemo } = wish;
  const [typed, setTyped] = useState("");
  const [isDone, setDone] = useState(false);
  const [task, deliver] = useAwaitedWrite("POST /wishes/:id/deliver", () => setDone(true));
  const code = readShortCode(typed, PICKUP_CODE_LENGTH);
  return (
    <View className="card form handover">
      <Heading level={2} className="session-title">
        {isDemo ? "示例 · " : ""}
        {categoryLabel} · 编号 {wishNumber(id)}
      </Heading>
      <View>{station.name}</View>
      <View className="secondary">
        {wishDayWords(since)} 放来的{pickupWindow === null ? "" : ` · ${pickupWindow}`}
      </View>
      {isDone ? (
        <View className="handover-done" {...accessible({ role: "status", live: true })}>
          <View>✓ 码对，交给他吧</View>
          <Pressable className="button button-plain" onPress={() => void onHandedOver()}>
            好了
          </Pressable>
        </View>
      ) : (
        <>
          <Field label="他的取货码" type="text" value={typed} maxLength={LONGEST_TYPED} onChange={setTyped} />
          <Pressable
            className="button button-main"
            label={`对码，交给他：${categoryLabel} ${wishNumber(id)}`}
            disabled={code === null || task.status === "running"}
            onPress={() => {
              if (code === null) return;
              askKeeper();
              deliver({ id, pickupCode: code });
            }}
          >
            {task.status === "running" ? "正在对…" : "对码，交给他"}
          </Pressable>
          <MoveFailure task={task} />
        </>
      )}
    </View>
  );
}
