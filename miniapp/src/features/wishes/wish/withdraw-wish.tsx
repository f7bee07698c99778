import { View } from "@tarojs/components";
import { useState } from "react";
import type { WishView } from "../../../../../shared/wishes/wish-answer";
import { WISH_REASONS } from "../../../../../shared/wishes/wish-reasons";
import { useAwaitedWrite } from "../../../queue/use-awaited-write";
import { Pressable } from "../../../ui/pressable";
import { Sheet } from "../../../ui/sheet";
import { MoveFailure } from "../move-failure";
import { ReasonChoice } from "../reason-choice";

interface WithdrawWishProps {
  wish: WishView;
  onChanged: () => Promise<void>;
}

/** Takes a wish back, after a second look; a reason may be left out. */
export function WithdrawWish({ wish: { id }, onChanged }: WithdrawWishProps) {
  const [isAsking, setAsking] = useState(false);
  const [reason, setReason] = useState<string | null>(null);
  const [task, send] = useAwaitedWrite("POST /wishes/:id/withdraw", async () => {
    setAsking(false);
    await onChanged();
  });
  return (
    <>
      <Pressable className="button button-quiet wish-withdraw" onPress={() => setAsking(true)}>
        不要了，撤回
      </Pressable>
      {isAsking ? (
        <Sheet title="撤回这个心愿？" onClose={() => setAsking(false)} awayLabel="不撤回">
          <View className="sheet-text">撤回后工会就不办了，想要可以再许一个。</View>
          <ReasonChoice
            label="为什么(可以不选)"
            reasons={WISH_REASONS.withdraw}
            chosen={reason}
            onChoose={(key) => setReason(key === reason ? null : key)}
          />
          <Pressable
            className="button button-main"
            disabled={task.status === "running"}
            onPress={() => send({ id, ...(reason === null ? {} : { reason }) })}
          >
            撤回
          </Pressable>
          <MoveFailure task={task} />
        </Sheet>
      ) : null}
    </>
  );
}
