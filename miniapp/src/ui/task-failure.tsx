import { View } from "@tarojs/components";
import type { TaskState } from "../http/use-task";
import { accessible } from "./accessible";
import { failureWords } from "./words/failure-words";

/** What went wrong with a tap, below the button; nothing while nothing did. */
export function TaskFailure({ task }: { task: TaskState }) {
  if (task.status !== "failed") return null;
  const { title, advice } = failureWords(task.failure);
  return (
    <View className="task-failure" {...accessible({ role: "alert", live: true })}>
      {title}:{advice}
    </View>
  );
}
