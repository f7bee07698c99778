import { View } from "@tarojs/components";
import { useState } from "react";
import { AMENITIES } from "../../../../../shared/amenities/amenity";
import { REPORT_LIMITS } from "../../../../../shared/common/field-limits";
import { dateWords } from "../../../../../shared/stations/hours-words";
import type { TaskItem } from "../../../../../shared/trust/report-answer";
import { TASK_STATE_NAMES } from "../../../../../shared/trust/task-state-names";
import { judgeMove } from "../../../../../shared/trust/task-states";
import { callApi } from "../../../http/call-api";
import { useServerNow } from "../../../http/use-server-now";
import { useTask } from "../../../http/use-task";
import { Field } from "../../../ui/field";
import { Pressable } from "../../../ui/pressable";
import { TaskFailure } from "../../../ui/task-failure";
import { pastTimeWords } from "../../../ui/words/clock-words";
import { askKeeper } from "../../messages/ask-to-subscribe";
import { deadlineWords, REPORT_WORDS } from "../trust-words";

interface TaskCardProps {
  task: TaskItem;
  onChanged: () => Promise<void>;
}

/** One task: what was said and how often, and the two taps that answer it. */
export function TaskCard({ task, onChanged }: TaskCardProps) {
  const now = useServerNow();
  const { id, kind, amenity, state, done, reports, atDoor } = task;
  const dueAt = task.dueAt === null ? null : Date.parse(task.dueAt);
  const [accepting, accept] = useTask(async () => {
    await callApi("POST /tasks/:id/accept", { id });
    await onChanged();
  });
  const isDoor = kind === "door_closed";
  return (
    <View className="card task">
      <View className="task-title">
        {task.stationName} · {amenity ? `${AMENITIES[amenity].label}${REPORT_WORDS[kind]}` : REPORT_WORDS[kind]}
      </View>
      <View>
        上报了 {reports} 次{isDoor ? `，${atDoor} 次在门口` : ""} · {pastTimeWords(Date.parse(task.createdAt), now)}
      </View>
      {task.notes.map((note) => (
        <View key={note}>「{note}」</View>
      ))}
      {task.uncheckedNotes.map((note) => (
        <View key={note} className="secondary">
          「{note}」没通过检查，只有工会看得到
        </View>
      ))}
      <View className="secondary">
        {TASK_STATE_NAMES[state]}
        {done ? `：${done}` : ""}
      </View>
      {task.assignee === null ? null : <View className="secondary">交给{task.assignee.name}办</View>}
      {task.waitsUntil === null ? null : <View className="secondary">等配件，{dateWords(task.waitsUntil)}到</View>}
      {task.remindedAt === null || dueAt === null ? null : (
        <View className="task-overdue">工会{pastTimeWords(Date.parse(task.remindedAt), now)}催过</View>
      )}
      {dueAt === null ? null : (
        <View className={dueAt <= now ? "task-overdue" : "secondary"}>{deadlineWords(dueAt, now)}</View>
      )}
      {judgeMove(task, "accept") === "possible" ? (
        <Pressable
          className="button button-plain"
          label={`我来处理：${task.stationName}`}
          disabled={accepting.status === "running"}
          onPress={() => {
            askKeeper();
            accept();
          }}
        >
          我来处理
        </Pressable>
      ) : null}
      <TaskFailure task={accepting} />
      {judgeMove(task, "resolve") === "possible" ? <Resolve task={task} onChanged={onChanged} /> : null}
    </View>
  );
}

/** What was done, in one tap where a usual answer fits, or in the person's own words. */
function Resolve({ task: { id, kind, amenity }, onChanged }: TaskCardProps) {
  const [words, setWords] = useState("");
  const usual = amenity ? "修好了" : kind === "door_closed" ? "门开着了" : "处理好了";
  const [resolving, resolve] = useTask(async (done: string) => {
    await callApi("POST /tasks/:id/resolve", { id, done, amenityWorks: amenity !== null });
    await onChanged();
  });
  const isBusy = resolving.status === "running";
  return (
    <>
      <Field label="做了什么(可以不填)" type="text" value={words} maxLength={REPORT_LIMITS.done} onChange={setWords} />
      <Pressable
        className="button button-main"
        disabled={isBusy}
        onPress={() => {
          askKeeper();
          resolve(words.trim() === "" ? usual : words.trim());
        }}
      >
        {usual}
      </Pressable>
      <TaskFailure task={resolving} />
    </>
  );
}
