import { View } from "@tarojs/components";
import { useCallback, useState } from "react";
import type { SessionItem } from "../../../../shared/classes/class-answer";
import type { EpochMs } from "../../../../shared/common/time";
import { callApi } from "../../http/call-api";
import { useLoadable } from "../../http/use-loadable";
import { useAwaitedWrite } from "../../queue/use-awaited-write";
import { accessible } from "../../ui/accessible";
import { Pressable } from "../../ui/pressable";
import { Sheet } from "../../ui/sheet";
import { BookingFailure } from "./booking-failure";
import { sessionWhenWords } from "./class-words";

interface CancelBookingProps {
  session: SessionItem & { cancelUntil?: string };
  now: EpochMs;
  onChanged: () => Promise<void>;
}

/** Gives up a seat or a place in the waitlist, after saying what that means. */
export function CancelBooking({ session, now, onChanged }: CancelBookingProps) {
  const [isAsking, setAsking] = useState(false);
  const isWaiting = session.mine?.state === "waitlisted";
  const name = isWaiting ? "不排了" : "取消报名";
  const done = async () => {
    setAsking(false);
    await onChanged();
  };
  return (
    <>
      <Pressable className="button button-plain" label={`${name}：${session.title}`} onPress={() => setAsking(true)}>
        {name}
      </Pressable>
      {isAsking ? (
        <Sheet
          title={isWaiting ? "不排这节课了？" : "取消这节课？"}
          onClose={() => setAsking(false)}
          awayLabel={isWaiting ? "接着排" : "不取消"}
        >
          <View>
            {session.title}，{sessionWhenWords(session, now)}
          </View>
          <Consequence session={session} now={now} />
          {session.bookedBy === "term" && !isWaiting ? (
            <>
              <Leave endpoint="POST /classes/:id/booking/skip" name="只是这一节不来" id={session.id} onDone={done} />
              <Leave endpoint="DELETE /classes/:id/booking" name="后面的都不来了" id={session.id} onDone={done} />
            </>
          ) : (
            <Leave endpoint="DELETE /classes/:id/booking" name={name} id={session.id} onDone={done} />
          )}
        </Sheet>
      ) : null}
    </>
  );
}

interface LeaveProps {
  endpoint: "DELETE /classes/:id/booking" | "POST /classes/:id/booking/skip";
  name: string;
  id: string;
  onDone: () => Promise<void>;
}

function Leave({ endpoint, name, id, onDone }: LeaveProps) {
  const [task, leave] = useAwaitedWrite(endpoint, onDone);
  return (
    <>
      <Pressable className="button button-main" disabled={task.status === "running"} onPress={() => leave({ id })}>
        {name}
      </Pressable>
      <BookingFailure task={task} lost="没网，还没取消" onRetry={() => leave({ id })} />
    </>
  );
}

/** What giving up means now. A list does not say until when it is free: the class itself is asked then. */
function Consequence({ session, now }: Omit<CancelBookingProps, "onChanged">) {
  const { id, mine, cancelUntil } = session;
  const isWaiting = mine?.state === "waitlisted";
  const load = useCallback(() => callApi("GET /classes/:id", { id }), [id]);
  const [detail] = useLoadable(isWaiting || cancelUntil !== undefined ? null : load);
  const until = cancelUntil ?? (detail.status === "ready" ? detail.value.cancelUntil : null);
  return (
    <View className="sheet-text" {...accessible({ role: "status", live: true })}>
      {isWaiting ? "不算缺课。想再排，要重新排在最后。" : consequence(until, now)}
    </View>
  );
}

function consequence(cancelUntil: string | null, now: EpochMs): string {
  if (cancelUntil === null) return "离上课太近才取消，也算一次缺课；早取消不算。";
  if (now > Date.parse(cancelUntil)) return "离上课太近了，现在取消也算一次缺课。名额会让给排队的人。";
  return "不算缺课。名额会让给排队的人。";
}
