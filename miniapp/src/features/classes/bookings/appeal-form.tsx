import { View } from "@tarojs/components";
import { useState } from "react";
import { APPEAL_LIMITS } from "../../../../../shared/common/field-limits";
import { useAwaitedWrite } from "../../../queue/use-awaited-write";
import { accessible } from "../../../ui/accessible";
import { Field } from "../../../ui/field";
import { Pressable } from "../../../ui/pressable";
import { BookingFailure } from "../booking-failure";
import type { MyBooking } from "./sort-bookings";

/** What became of an absence; null: it counts, and nothing has been said of it yet. */
const STANDING: Record<NonNullable<MyBooking["absence"]>, string | null> = {
  counted: null,
  appealed: "说明交给工会了，等工会看。",
  upheld: "工会看了你的说明，这次还是算缺课。",
  waived: "这次不算缺课。",
};

interface AppealProps {
  booking: MyBooking;
  onChanged: () => Promise<void>;
}

/** Why somebody could not come, for the union to look at. */
export function Appeal({ booking: { bookingId, session, absence = "counted" }, onChanged }: AppealProps) {
  const [step, setStep] = useState<"closed" | "writing" | "sent">("closed");
  const [text, setText] = useState("");
  const [task, send] = useAwaitedWrite("POST /bookings/:id/appeal", async () => {
    setStep("sent");
    await onChanged();
  });
  const standing = step === "sent" ? STANDING.appealed : STANDING[absence];
  if (standing !== null) return <View {...accessible({ role: "status", live: true })}>{standing}</View>;
  if (step === "closed") {
    return (
      <Pressable
        className="button button-plain"
        label={`有原因，说明一下：${session.title}`}
        onPress={() => setStep("writing")}
      >
        有原因，说明一下
      </Pressable>
    );
  }
  const said = text.trim();
  const submit = () => send({ id: bookingId, text: said });
  return (
    <View className="form">
      <Field label="为什么没来，说一句" type="words" value={text} maxLength={APPEAL_LIMITS.text} onChange={setText} />
      <Pressable
        className="button button-main booking-appeal"
        disabled={said === "" || task.status === "running"}
        onPress={submit}
      >
        交给工会看
      </Pressable>
      <BookingFailure task={task} lost="没网，还没交上" onRetry={submit} />
    </View>
  );
}
