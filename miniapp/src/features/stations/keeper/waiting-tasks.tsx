import { View } from "@tarojs/components";
import { useCallback } from "react";
import { callApi } from "../../../http/call-api";
import { useLoadable } from "../../../http/use-loadable";
import { openTasks } from "../../../navigation/account-pages";
import { Heading } from "../../../ui/heading";
import { Pressable } from "../../../ui/pressable";
import { TaskCard } from "../../trust/tasks/task-card";
import "../../../keeper/tasks/index.scss";

interface WaitingTasksProps {
  stationId: string;
  /** An answer may have changed the station too. */
  onAnswered: () => Promise<void>;
}

/** What passers-by said of this station and nobody has answered; nothing where there is nothing, or no network. */
export function WaitingTasks({ stationId, onAnswered }: WaitingTasksProps) {
  const load = useCallback(() => callApi("GET /tasks", { stationId, state: "open" }), [stationId]);
  const [list, reload] = useLoadable(load);
  if (list.status !== "ready" || list.value.tasks.length === 0) return null;
  const { tasks, nextCursor } = list.value;
  const onChanged = async () => {
    await Promise.all([reload(), onAnswered()]);
  };
  return (
    <View className="waiting-tasks">
      <Heading level={2} className="section-title">
        等你处理({nextCursor === null ? tasks.length : `先列 ${tasks.length} 件`})
      </Heading>
      {tasks.map((task) => (
        <TaskCard key={task.id} task={task} onChanged={onChanged} />
      ))}
      {nextCursor === null ? null : (
        <Pressable className="button button-plain" onPress={openTasks}>
          看全部上报
        </Pressable>
      )}
    </View>
  );
}
