import { callApi } from "../../../http/call-api";
import { useTask } from "../../../http/use-task";
import { saveExport } from "../../../platform/save-export";
import { Pressable } from "../../../ui/pressable";
import { TaskFailure } from "../../../ui/task-failure";

/** Everything that is held about the person, to take along. */
export function ExportButton() {
  const [task, save] = useTask(async () => saveExport(JSON.stringify(await callApi("GET /me/export", {}), null, 2)));
  return (
    <>
      <Pressable className="button button-plain" disabled={task.status === "running"} onPress={save}>
        {task.status === "running" ? "正在导出…" : "导出我的数据"}
      </Pressable>
      <TaskFailure task={task} />
    </>
  );
}
