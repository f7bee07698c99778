import { View } from "@tarojs/components";
import { useState } from "react";
import type { WishView } from "../../../../../shared/wishes/wish-answer";
import { LONGEST_WISH_WORDS } from "../../../../../shared/wishes/wish-limits";
import { useAwaitedWrite } from "../../../queue/use-awaited-write";
import { Pressable } from "../../../ui/pressable";
import { SentencesField } from "../../../ui/sentences-field";
import { askToSubscribe } from "../../messages/ask-to-subscribe";
import { MoveFailure } from "../move-failure";

interface MoveProps {
  wish: WishView;
  onChanged: () => Promise<void>;
}

/** What the union asked, and room for the answer. */
export function AnswerQuestion({ wish: { id, history }, onChanged }: MoveProps) {
  const [answer, setAnswer] = useState("");
  const [task, send] = useAwaitedWrite("POST /wishes/:id/answer", onChanged);
  const question = history.filter(({ step }) => step === "ask").slice(-1)[0]?.words ?? null;
  const said = answer.trim();
  const submit = () => {
    askToSubscribe("wish");
    send({ id, answer: said });
  };
  return (
    <View className="form">
      {question === null ? null : <View className="wish-question">工会问：{question}</View>}
      <SentencesField label="回一句" value={answer} maxLength={LONGEST_WISH_WORDS} onChange={setAnswer} />
      <Pressable
        className="button button-main wish-send"
        disabled={said === "" || task.status === "running"}
        onPress={submit}
      >
        回给工会
      </Pressable>
      <MoveFailure task={task} />
    </View>
  );
}
