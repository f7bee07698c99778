import { View } from "@tarojs/components";
import { useState } from "react";
import type { SessionItem } from "../../../shared/classes/class-answer";
import type { EpochMs } from "../../../shared/core/time";
import { Pressable } from "../components/pressable";
import { Sheet } from "../components/sheet";
import { sessionWhenWords } from "../copy/class-words";
import { useAwaitedWrite } from "../queue/use-awaited-write";
import { BookingFailure } from "./booking-failure";

interface CancelBookingProps {
  session: SessionItem & { cancelUntil?: string };
  now: EpochMs;
  onChanged: () => Promise<void>;
}

/** Gives up a seat or a place in the waitlist, after saying what that means. */
export function CancelBooking({ session, now, onChanged }: CancelBookingProps) {
  const [isAsking, setAsking] = useState(false);
  const [task, cancel] = useAwaitedWrite("DELETE /classes/:id/booking", async () => {
    setAsking(false);
    await onChanged();
  });
  const isQueue = session.mine?.state === "waitlisted";
  return (
    <>
      <Pressable
        className="button button-plain"
        label={`${isQueue ? "不排了" : "取消报名"}:${session.title}`}
        onPress={() => setAsking(true)}
      >
        {isQueue ? "不排了" : "取消报名"}
      </Pressable>
      {isAsking ? (
        <Sheet title={isQueue ? "不排这节课了?" : "取消这节课?"} onClose={() => setAsking(false)}>
          <View>
            {session.title},{sessionWhenWords(session, now)}
          </View>
          <View className="sheet-text">{consequence(session, now)}</View>
          <Pressable
            className="button button-main"
            disabled={task.status === "running"}
            onPress={() => cancel({ id: session.id })}
          >
            {isQueue ? "不排了" : "取消报名"}
          </Pressable>
          <BookingFailure task={task} lost="没网,还没取消" onRetry={() => cancel({ id: session.id })} />
        </Sheet>
      ) : null}
    </>
  );
}

function consequence({ mine, cancelUntil }: CancelBookingProps["session"], now: EpochMs): string {
  if (mine?.state === "waitlisted") return "不算缺课。想再排,要重新排在最后。";
  if (cancelUntil !== undefined && now > Date.parse(cancelUntil)) {
    return "离上课太近了,现在取消也算一次缺课。名额会让给排队的人。";
  }
  return "不算缺课。名额会让给排队的人。";
}
