import { View } from "@tarojs/components";
import { useState } from "react";
import type { WishView } from "../../../../../shared/wishes/wish-answer";
import { LONGEST_WISH_WORDS } from "../../../../../shared/wishes/wish-limits";
import { WISH_REASONS } from "../../../../../shared/wishes/wish-reasons";
import { useAwaitedWrite } from "../../../queue/use-awaited-write";
import { Field } from "../../../ui/field";
import { Pressable } from "../../../ui/pressable";
import { Sheet } from "../../../ui/sheet";
import { askToSubscribe } from "../../messages/ask-to-subscribe";
import { MoveFailure } from "../move-failure";
import { ReasonChoice } from "../reason-choice";

interface ArrivedProps {
  wish: WishView;
  onChanged: () => Promise<void>;
}

/** Whether it arrived: yes ends the wish, no opens it again, once. */
export function Arrived({ wish: { id, moves }, onChanged }: ArrivedProps) {
  const [isDisputing, setDisputing] = useState(false);
  const [confirming, confirm] = useAwaitedWrite("POST /wishes/:id/confirm", onChanged);
  return (
    <>
      {moves.includes("confirm") ? (
        <Pressable
          className="button button-main"
          disabled={confirming.status === "running"}
          onPress={() => confirm({ id })}
        >
          拿到了，谢谢
        </Pressable>
      ) : null}
      <MoveFailure task={confirming} />
      {moves.includes("dispute") ? (
        <Pressable className="button button-plain" onPress={() => setDisputing(true)}>
          不对，没拿到
        </Pressable>
      ) : null}
      {isDisputing ? <Dispute id={id} onClose={() => setDisputing(false)} onChanged={onChanged} /> : null}
    </>
  );
}

interface DisputeProps {
  id: string;
  onClose: () => void;
  onChanged: () => Promise<void>;
}

function Dispute({ id, onClose, onChanged }: DisputeProps) {
  const [reason, setReason] = useState<string | null>(null);
  const [words, setWords] = useState("");
  const [task, send] = useAwaitedWrite("POST /wishes/:id/dispute", async () => {
    onClose();
    await onChanged();
  });
  const said = words.trim();
  const submit = () => {
    if (reason === null) return;
    askToSubscribe("wish");
    send({ id, reason, ...(said === "" ? {} : { words: said }) });
  };
  return (
    <Sheet title="哪里不对？" onClose={onClose} awayLabel="再想想">
      <View className="sheet-text">说了以后工会重新办。只能说一次。</View>
      <ReasonChoice label="哪里不对" reasons={WISH_REASONS.dispute} chosen={reason} onChoose={setReason} />
      <View className="form">
        <Field
          label="再说一句(可以不填)"
          type="text"
          value={words}
          maxLength={LONGEST_WISH_WORDS}
          onChange={setWords}
        />
      </View>
      <Pressable
        className="button button-main"
        disabled={reason === null || task.status === "running"}
        onPress={submit}
      >
        告诉工会，重新办
      </Pressable>
      <MoveFailure task={task} />
    </Sheet>
  );
}
