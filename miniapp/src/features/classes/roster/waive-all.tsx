import { View } from "@tarojs/components";
import { useState } from "react";
import type { Roster } from "../../../../../shared/classes/class-answer";
import { useAwaitedWrite } from "../../../queue/use-awaited-write";
import { Notice } from "../../../ui/notice";
import { Pressable } from "../../../ui/pressable";
import { Sheet } from "../../../ui/sheet";
import { TaskFailure } from "../../../ui/task-failure";
import { askKeeper } from "../../messages/ask-to-subscribe";

interface WaiveAllProps {
  session: Roster["session"];
  onWaived: () => Promise<void>;
}

/** On a day of heavy weather or peak orders nobody's absence counts: one tap for all, and not to be taken back. */
export function WaiveAll({ session: { id, state, absencesWaived }, onWaived }: WaiveAllProps) {
  const [isAsking, setAsking] = useState(false);
  const [task, waive] = useAwaitedWrite("POST /classes/:id/waive", async () => {
    setAsking(false);
    await onWaived();
  });
  if (state === "cancelled") return null;
  if (absencesWaived) return <Notice>✓ 这一节谁没来都不算缺课</Notice>;
  return (
    <View className="roster-waive">
      <Pressable className="button button-plain" onPress={() => setAsking(true)}>
        天气不好、单子太多？都不算缺课
      </Pressable>
      {isAsking ? (
        <Sheet title="这一节谁没来都不算缺课？" onClose={() => setAsking(false)} awayLabel="先不用">
          <View className="sheet-text">已经记上的去掉，后面没来的也不记。点了收不回来。</View>
          <Pressable
            className="button button-main"
            disabled={task.status === "running"}
            onPress={() => {
              askKeeper();
              waive({ id });
            }}
          >
            都不算缺课
          </Pressable>
          <TaskFailure task={task} />
        </Sheet>
      ) : null}
    </View>
  );
}
