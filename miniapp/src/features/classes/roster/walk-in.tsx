import { View } from "@tarojs/components";
import { useState } from "react";
import { PERSON_NAME_LIMIT } from "../../../../../shared/common/field-limits";
import { useAwaitedWrite } from "../../../queue/use-awaited-write";
import { Field } from "../../../ui/field";
import { Heading } from "../../../ui/heading";
import { Pressable } from "../../../ui/pressable";
import { askKeeper } from "../../messages/ask-to-subscribe";
import { BookingFailure } from "../booking-failure";

interface WalkInProps {
  sessionId: string;
  onAdded: () => Promise<void>;
}

/** Somebody who stands there and has no booking, or no phone, takes a free seat. */
export function WalkIn({ sessionId, onAdded }: WalkInProps) {
  const [name, setName] = useState("");
  const [task, send] = useAwaitedWrite("POST /classes/:id/walk-ins", async () => {
    setName("");
    await onAdded();
  });
  const calledBy = name.trim();
  const submit = () => {
    askKeeper();
    send({ id: sessionId, calledBy });
  };
  return (
    <>
      <Heading level={2} className="section-title">
        没报名、当场来的
      </Heading>
      <View className="card form roster-walk-in">
        <Field label="怎么称呼，如 王师傅" type="text" value={name} maxLength={PERSON_NAME_LIMIT} onChange={setName} />
        <Pressable
          className="button button-plain"
          disabled={calledBy === "" || task.status === "running"}
          onPress={submit}
        >
          给他一个空位
        </Pressable>
        <BookingFailure task={task} lost="没网，还没加上" onRetry={submit} />
      </View>
    </>
  );
}
