import { View } from "@tarojs/components";
import { useState } from "react";
import type { WishView } from "../../../../../shared/wishes/wish-answer";
import { useAwaitedWrite } from "../../../queue/use-awaited-write";
import { Pressable } from "../../../ui/pressable";
import { Sheet } from "../../../ui/sheet";
import { PaperSlip } from "../make-wish/paper-slip";
import { MoveFailure } from "../move-failure";
import { PrintSlip } from "../print-slip";

/** Another slip for somebody who lost theirs, or whose code nobody wrote down. The one before ends. */
export function NewSlip({ wish: { id, categoryLabel, station } }: { wish: WishView }) {
  const [isAsking, setAsking] = useState(false);
  const [slipCode, setSlipCode] = useState<string | null>(null);
  const [task, send] = useAwaitedWrite("POST /wishes/:id/slip", (answer) => {
    setSlipCode(answer.slipCode);
    setAsking(false);
  });
  if (slipCode !== null) {
    return (
      <View className="slip-printed">
        <PaperSlip id={id} slipCode={slipCode} categoryLabel={categoryLabel} station={station} />
        <View className="slip-actions">
          <PrintSlip />
          <Pressable className="button button-quiet" onPress={() => setSlipCode(null)}>
            抄好了
          </Pressable>
        </View>
      </View>
    );
  }
  return (
    <View className="wish-withdraw">
      <Pressable className="button button-plain" onPress={() => setAsking(true)}>
        纸条丢了？重开一张
      </Pressable>
      {isAsking ? (
        <Sheet title="重开一张纸条？" onClose={() => setAsking(false)} awayLabel="先不开">
          <View className="sheet-text">旧纸条上的码就不能用了，把新的抄给他。</View>
          <Pressable className="button button-main" disabled={task.status === "running"} onPress={() => send({ id })}>
            重开，给我新的码
          </Pressable>
          <MoveFailure task={task} />
        </Sheet>
      ) : null}
    </View>
  );
}
