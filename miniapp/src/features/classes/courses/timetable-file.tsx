import { View } from "@tarojs/components";
import { useState } from "react";
import type { ImportAnswer } from "../../../../../shared/stations/import/import-answer";
import { type TaskState, useTask } from "../../../http/use-task";
import { pickTable, saveTable } from "../../../platform/table-file";
import type { TableFile } from "../../../platform/table-file-props";
import { accessible } from "../../../ui/accessible";
import { Pressable } from "../../../ui/pressable";
import { TaskFailure } from "../../../ui/task-failure";
import { exportCourseTable, importCourseTable } from "../class-files";

const EXPORTED_AS = "课表.xlsx";

interface TimetableFileProps {
  onImported: () => Promise<void>;
}

type Step =
  | { at: "start" }
  | { at: "read"; file: TableFile; answer: ImportAnswer }
  | { at: "done"; answer: ImportAnswer };

/** A whole timetable from a file: what would happen first, then one tap; and the one there is, as a file. */
export function TimetableFile({ onImported }: TimetableFileProps) {
  const [step, setStep] = useState<Step>({ at: "start" });
  const [reading, read] = useTask(async () => {
    const file = await pickTable();
    if (file !== null) setStep({ at: "read", file, answer: await importCourseTable(file, true) });
  });
  const [importing, importIt] = useTask(async (file: TableFile) => {
    setStep({ at: "done", answer: await importCourseTable(file, false) });
    await onImported();
  });
  const [exporting, exportAll] = useTask(async () =>
    saveTable({ name: EXPORTED_AS, content: await exportCourseTable() }),
  );
  return (
    <View className="timetable-file">
      <View className="timetable-file-buttons">
        <Pressable className="button button-plain" disabled={reading.status === "running"} onPress={read}>
          {reading.status === "running" ? "正在看这张表…" : "导入课表"}
        </Pressable>
        <Pressable className="button button-plain" disabled={exporting.status === "running"} onPress={exportAll}>
          导出课表
        </Pressable>
      </View>
      <Rejection task={reading} />
      <Rejection task={importing} />
      <TaskFailure task={exporting} />
      {step.at === "start" ? null : (
        <View className="card timetable-file-answer" {...accessible({ role: "status", live: true })}>
          <View className="timetable-file-name">
            {step.at === "read" ? `「${step.file.name}」可以导入` : "✓ 导入好了"}
          </View>
          <View>{summary(step.answer)}</View>
          {step.answer.warnings.map(({ row, column, message }) => (
            <View key={`${row} ${column} ${message}`} className="secondary">
              第 {row} 行{column ? ` ${column}` : ""}：{message}
            </View>
          ))}
          {step.at === "read" ? (
            <Pressable
              className="button button-main"
              disabled={importing.status === "running"}
              onPress={() => importIt(step.file)}
            >
              导入
            </Pressable>
          ) : null}
        </View>
      )}
    </View>
  );
}

function summary({ created, updated, unchanged, ignoredColumns }: ImportAnswer): string {
  const ignored = ignoredColumns.length === 0 ? "" : `没用到的列：${ignoredColumns.join("、")}。`;
  return `新加 ${created} 门，改 ${updated} 门，不变 ${unchanged} 门。${ignored}`;
}

/** Where in the table what is wrong; nothing was imported then. */
function Rejection({ task }: { task: TaskState }) {
  const fields = task.status === "failed" ? task.failure.fields : [];
  return (
    <>
      <TaskFailure task={task} />
      {fields.map(({ path, message }) => (
        <View key={`${path} ${message}`} className="task-failure">
          {path.replace(/^row (\d+)(?: \/ )?/, "第 $1 行 ").trim()}：{message}
        </View>
      ))}
    </>
  );
}
