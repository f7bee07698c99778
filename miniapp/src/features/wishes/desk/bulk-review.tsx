import { View } from "@tarojs/components";
import { useState } from "react";
import type { BulkReviewAnswer } from "../../../../../shared/wishes/wish-answer";
import { WISH_REASONS } from "../../../../../shared/wishes/wish-reasons";
import { useAwaitedWrite } from "../../../queue/use-awaited-write";
import { accessible } from "../../../ui/accessible";
import { Pressable } from "../../../ui/pressable";
import { Sheet } from "../../../ui/sheet";
import { MoveFailure } from "../move-failure";
import { ReasonChoice } from "../reason-choice";

interface BulkReviewProps {
  ids: readonly string[];
  onDone: () => Promise<void>;
}

/** One decision for all that are picked; each succeeds or not by itself, and what did not is said. */
export function BulkReview({ ids, onDone }: BulkReviewProps) {
  const [isRejecting, setRejecting] = useState(false);
  const [reason, setReason] = useState<string | null>(null);
  const [told, setTold] = useState<string | null>(null);
  const [task, send] = useAwaitedWrite("POST /wishes/review", async (answer) => {
    setRejecting(false);
    setReason(null);
    setTold(resultWords(answer));
    await onDone();
  });
  const isBusy = task.status === "running";
  return (
    <>
      {told === null ? null : (
        <View className="bulk-told" {...accessible({ role: "status", live: true })}>
          {told}
        </View>
      )}
      {ids.length === 0 ? null : (
        <View className="bulk-review" {...accessible({ role: "group", label: "一起审核" })}>
          <Pressable
            className="button button-main"
            disabled={isBusy}
            onPress={() => send({ ids: [...ids], move: "approve" })}
          >
            同意选上的 {ids.length} 个
          </Pressable>
          <Pressable className="button button-plain" disabled={isBusy} onPress={() => setRejecting(true)}>
            都不同意
          </Pressable>
        </View>
      )}
      {isRejecting ? null : <MoveFailure task={task} />}
      {isRejecting ? (
        <Sheet title={`不同意这 ${ids.length} 个？`} onClose={() => setRejecting(false)} awayLabel="再想想">
          <View className="sheet-text">原因会告诉本人。</View>
          <ReasonChoice label="为什么" reasons={WISH_REASONS.reject} chosen={reason} onChoose={setReason} />
          <Pressable
            className="button button-main"
            disabled={reason === null || isBusy}
            onPress={() => reason !== null && send({ ids: [...ids], move: "reject", reason })}
          >
            不同意，告诉本人
          </Pressable>
          <MoveFailure task={task} />
        </Sheet>
      ) : null}
    </>
  );
}

function resultWords({ results }: BulkReviewAnswer): string {
  const done = results.filter((result) => result.done).length;
  const left = results.length - done;
  return left === 0 ? `✓ ${done} 个办好了` : `✓ ${done} 个办好了，${left} 个刚刚有别人动过，没有改`;
}
