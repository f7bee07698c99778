import { View } from "@tarojs/components";
import { useCallback } from "react";
import { Heading } from "../../components/heading";
import { callApi } from "../../http/call-api";
import { useLoadable } from "../../http/use-loadable";
import { TaskCard } from "../tasks/task-card";
import "../tasks/index.scss";

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
  const { tasks } = list.value;
  const onChanged = async () => {
    await Promise.all([reload(), onAnswered()]);
  };
  return (
    <View className="waiting-tasks">
      <Heading level={2} className="section-title">
        等你处理({tasks.length})
      </Heading>
      {tasks.map((task) => (
        <TaskCard key={task.id} task={task} onChanged={onChanged} />
      ))}
    </View>
  );
}
