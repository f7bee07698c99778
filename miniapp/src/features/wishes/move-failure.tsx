import { View } from "@tarojs/components";
import { isNetworkFailure } from "../../http/api-failure";
import type { TaskState } from "../../http/use-task";
import { accessible } from "../../ui/accessible";
import { failureWords } from "../../ui/words/failure-words";

/** Why a wish is as it was, and what to do; nothing while nothing went wrong. A second tap never counts twice. */
export function MoveFailure({ task }: { task: TaskState }) {
  if (task.status !== "failed") return null;
  const { code, fields } = task.failure;
  const { title, advice } = failureWords(task.failure);
  const [field] = fields;
  return (
    <View className="task-failure" {...accessible({ role: "alert", live: true })}>
      {isNetworkFailure(code)
        ? "没网，不知道成没成。有网了再点一次，不会算两次。"
        : field !== undefined
          ? field.message
          : `${title}：${advice}`}
    </View>
  );
}
