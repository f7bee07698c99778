import { View } from "@tarojs/components";
import { useState } from "react";
import { DAY_MS, HOUR_MS } from "../../../../../shared/common/time";
import { callApi } from "../../../http/call-api";
import { useServerNow } from "../../../http/use-server-now";
import { useTask } from "../../../http/use-task";
import { Pressable } from "../../../ui/pressable";
import { Sheet } from "../../../ui/sheet";
import { TaskFailure } from "../../../ui/task-failure";
import { askKeeper } from "../../messages/ask-to-subscribe";

const SPANS = [
  ["最近 1 小时报的", HOUR_MS],
  ["最近 1 天报的", DAY_MS],
  ["最近 3 天报的", 3 * DAY_MS],
] as const;

/** For officers: takes away in one action what people without a name have piled up, and what it did to the doors. */
export function DismissFlood({ onChanged }: { onChanged: () => Promise<void> }) {
  const now = useServerNow();
  const [isAsking, setAsking] = useState(false);
  const [told, setTold] = useState("");
  const [task, dismiss] = useTask(async (spanMs: number) => {
    const { dismissed, isMore } = await callApi("POST /tasks/dismiss", { since: new Date(now - spanMs).toISOString() });
    setAsking(false);
    setTold(`撤掉了 ${dismissed} 件${isMore ? "，还有，再点一次" : ""}`);
    if (dismissed > 0) await onChanged();
  });
  return (
    <View className="dismiss-flood">
      <Pressable className="button button-plain" onPress={() => setAsking(true)}>
        一次撤掉乱报的
      </Pressable>
      {told === "" ? null : <View className="secondary">{told}</View>}
      {isAsking ? (
        <Sheet title="撤掉哪些？" onClose={() => setAsking(false)} awayLabel="不撤">
          <View className="sheet-text">
            只撤没登录、微信也认不出是谁的人报的，有一个认得出的人也报了的不撤。撤掉以后，这些驿站不再因为这些话往后排；报的人会看到“没有采纳”。不能恢复。
          </View>
          {SPANS.map(([name, spanMs]) => (
            <Pressable
              key={name}
              className="button button-main"
              disabled={task.status === "running"}
              onPress={() => {
                askKeeper();
                dismiss(spanMs);
              }}
            >
              {name}
            </Pressable>
          ))}
          <TaskFailure task={task} />
        </Sheet>
      ) : null}
    </View>
  );
}
