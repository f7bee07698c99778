import { View } from "@tarojs/components";
import { useState } from "react";
import { beijingDate, beijingDayNumber, DAY_MS } from "../../../../../shared/common/time";
import { serverClock } from "../../../http/server-clock";
import { useTask } from "../../../http/use-task";
import { saveTable } from "../../../platform/table-file";
import { Field } from "../../../ui/field";
import { Pressable } from "../../../ui/pressable";
import { TaskFailure } from "../../../ui/task-failure";
import { exportAttendance } from "../class-files";

/** The last four weeks, where nobody says otherwise. */
const DAYS_BACK = 27;
/** As many as one table may hold. */
const MOST_DAYS = 92;

/** Who came, as a table for the monthly report. */
export function AttendanceFile() {
  const [isOpen, setOpen] = useState(false);
  const today = beijingDayNumber(serverClock.now());
  const [from, setFrom] = useState(beijingDate(today - DAYS_BACK));
  const [to, setTo] = useState(beijingDate(today));
  const [task, save] = useTask(async () =>
    saveTable({ name: `签到表 ${from} 到 ${to}.xlsx`, content: await exportAttendance(from, to) }),
  );
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
  const isPossible = days >= 1 && days <= MOST_DAYS;
  if (!isOpen) {
    return (
      <Pressable className="button button-quiet" expanded={false} onPress={() => setOpen(true)}>
        导出签到表
      </Pressable>
    );
  }
  return (
    <View className="card form attendance-file">
      <View className="fields">
        <Field label="从哪天" type="date" value={from} onChange={setFrom} />
        <Field label="到哪天" type="date" value={to} onChange={setTo} />
      </View>
      <Pressable className="button button-plain" disabled={!isPossible || task.status === "running"} onPress={save}>
        {isPossible ? "导出签到表" : `一次最多导出 ${MOST_DAYS} 天`}
      </Pressable>
      <TaskFailure task={task} />
    </View>
  );
}
