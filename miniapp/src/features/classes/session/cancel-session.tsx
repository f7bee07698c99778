import { View } from "@tarojs/components";
import { useState } from "react";
import type { SessionDetail } from "../../../../../shared/classes/class-answer";
import { REASON_LIMIT } from "../../../../../shared/common/field-limits";
import { useAwaitedWrite } from "../../../queue/use-awaited-write";
import { accessible } from "../../../ui/accessible";
import { Chip } from "../../../ui/chip";
import { Field } from "../../../ui/field";
import { Heading } from "../../../ui/heading";
import { Pressable } from "../../../ui/pressable";
import { Sheet } from "../../../ui/sheet";
import { TaskFailure } from "../../../ui/task-failure";
import { sessionWhenWords } from "../class-words";

const REASONS = ["老师有事", "人太少", "场地用不了", "天气不好"];

export interface SessionDeskProps {
  session: SessionDetail;
  onChanged: () => Promise<void>;
}

/** Cancels one date: a reason in one tap or in words, then a second yes that says what follows. */
export function CancelSession({ session, onChanged }: SessionDeskProps) {
  const [reason, setReason] = useState("");
  const [isAsking, setAsking] = useState(false);
  const [task, cancel] = useAwaitedWrite("POST /classes/:id/cancel", async () => {
    setAsking(false);
    await onChanged();
  });
  const said = reason.trim();
  return (
    <>
      <Heading level={2} className="section-title">
        取消这一节
      </Heading>
      <View className="card form">
        <View className="course-chips" {...accessible({ role: "group", label: "为什么取消" })}>
          {REASONS.map((one) => (
            <Chip key={one} on={reason === one} onPress={() => setReason(reason === one ? "" : one)}>
              {one}
            </Chip>
          ))}
        </View>
        <Field
          label="为什么取消，报了的人会看到"
          type="text"
          value={reason}
          maxLength={REASON_LIMIT}
          onChange={setReason}
        />
        <Pressable className="button button-plain" disabled={said === ""} onPress={() => setAsking(true)}>
          取消这一节
        </Pressable>
      </View>
      {isAsking ? (
        <Sheet title="取消这一节？" onClose={() => setAsking(false)} awayLabel="不取消">
          <View>
            {session.title}，{sessionWhenWords(session, Date.parse(session.asOf))}
          </View>
          <View className="sheet-text">
            报了的 {session.capacity - session.seatsLeft} 人和排队的 {session.waitlistLength}{" "}
            人都会收到通知，不算缺课。取消了不能恢复。
          </View>
          <Pressable
            className="button button-main"
            disabled={task.status === "running"}
            onPress={() => cancel({ id: session.id, reason: said })}
          >
            取消，通知大家
          </Pressable>
          <TaskFailure task={task} />
        </Sheet>
      ) : null}
    </>
  );
}
