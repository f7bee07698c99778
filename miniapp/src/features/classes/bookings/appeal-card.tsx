import { View } from "@tarojs/components";
import { useState } from "react";
import type { AppealItem } from "../../../../../shared/classes/appeal";
import { APPEAL_LIMITS } from "../../../../../shared/common/field-limits";
import type { EpochMs } from "../../../../../shared/common/time";
import { useAwaitedWrite } from "../../../queue/use-awaited-write";
import { Field } from "../../../ui/field";
import { Heading } from "../../../ui/heading";
import { Pressable } from "../../../ui/pressable";
import { TaskFailure } from "../../../ui/task-failure";
import { pastTimeWords } from "../../../ui/words/clock-words";
import { sessionDayWords } from "../class-words";

interface AppealCardProps {
  appeal: AppealItem;
  now: EpochMs;
  onDecided: () => Promise<void>;
}

/** What somebody says, and the two answers to it. */
export function AppealCard({ appeal, now, onDecided }: AppealCardProps) {
  const { bookingId: id, calledBy, title, venueName, startsAt, text, createdAt } = appeal;
  const [words, setWords] = useState("");
  const [task, send] = useAwaitedWrite("POST /appeals/:id", async () => onDecided());
  const decide = (decision: "granted" | "refused") =>
    send({ id, decision, reply: words.trim() === "" ? null : words.trim() });
  const isBusy = task.status === "running";
  return (
    <View className="card form appeal">
      <Heading level={2} className="session-title">
        {calledBy}
      </Heading>
      <View className="appeal-text">「{text}」</View>
      <View>
        没来：{title}，{sessionDayWords(startsAt, now)}，{venueName}
      </View>
      <View className="secondary">{pastTimeWords(Date.parse(createdAt), now)} 说的</View>
      <Field label="回他一句(可以不填)" type="text" value={words} maxLength={APPEAL_LIMITS.reply} onChange={setWords} />
      <View className="appeal-answers">
        <Pressable
          className="button button-main"
          label={`不算缺课：${calledBy}`}
          disabled={isBusy}
          onPress={() => decide("granted")}
        >
          不算缺课
        </Pressable>
        <Pressable
          className="button button-plain"
          label={`还是算：${calledBy}`}
          disabled={isBusy}
          onPress={() => decide("refused")}
        >
          还是算
        </Pressable>
      </View>
      <TaskFailure task={task} />
    </View>
  );
}
