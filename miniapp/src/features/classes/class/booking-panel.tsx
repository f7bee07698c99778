import { View } from "@tarojs/components";
import { useEffect, useState } from "react";
import type { SessionDetail } from "../../../../../shared/classes/class-answer";
import type { EpochMs } from "../../../../../shared/common/time";
import { openClassCheckIn, openMyBookings } from "../../../navigation/class-pages";
import { accessible } from "../../../ui/accessible";
import { Pressable } from "../../../ui/pressable";
import { askToSubscribe, prepareToAsk } from "../../messages/ask-to-subscribe";
import { useSignIn } from "../../people/sign-in";
import { SignInSheet } from "../../people/sign-in-sheet";
import { BookingFailure } from "../booking-failure";
import { CancelBooking } from "../cancel-booking";
import { costWords } from "../class-rule-words";
import { offerUntil, remainingWords } from "../class-words";
import type { BookingTasks } from "../use-booking";
import { classActions } from "./class-action";

interface BookingPanelProps {
  session: SessionDetail;
  now: EpochMs;
  tasks: BookingTasks;
  onSignedIn: () => void;
  onChanged: () => Promise<void>;
}

/** The one thing to do about this class, what became of it, and the way out. */
export function BookingPanel({ session, now, tasks, onSignedIn, onChanged }: BookingPanelProps) {
  const isSignedIn = useSignIn() !== null;
  const [asksSignIn, setAsksSignIn] = useState(false);
  const { booking, book, accepting, accept } = tasks;
  const { main, cancels, whyNot } = classActions(session, now);
  const until = offerUntil(session.mine, now);
  // At the foot of the screen wherever the page is scrolled to.
  const isDocked = main === "book" || main === "wait";
  const askAt = main === "wait" ? "waitlist" : "booking";
  useEffect(() => void prepareToAsk(), []);
  const press = () => {
    if (!isSignedIn) return setAsksSignIn(true);
    // First in the tap: WeChat asks nobody later.
    askToSubscribe(askAt);
    book(session.id);
  };
  return (
    <View className={`booking-panel ${isDocked ? "booking-dock" : ""}`}>
      {main === "book" || main === "wait" ? (
        <View className="booking-dock-row">
          <View className="booking-dock-rules">
            {costWords(session, now).map((words) => (
              <View key={words}>{words}</View>
            ))}
          </View>
          <Pressable
            className="button button-main booking-dock-button"
            disabled={booking.status === "running"}
            onPress={press}
          >
            {bookingLabel(session, main, booking.status === "running")}
          </Pressable>
        </View>
      ) : null}
      {main === "accept" && until !== null ? (
        <>
          <View className="booking-offer">{remainingWords(until, now)}，过了就给下一个人</View>
          <Pressable
            className="button button-main"
            disabled={accepting.status === "running"}
            onPress={() => accept(session.id)}
          >
            我要这个名额
          </Pressable>
        </>
      ) : null}
      {main === "check_in" ? (
        <Pressable className="button button-main" onPress={() => openClassCheckIn(session.id)}>
          去签到
        </Pressable>
      ) : null}
      <BookingFailure task={booking} lost="没网，没报上" onRetry={() => book(session.id)} />
      <BookingFailure task={accepting} lost="没网，还没占上" onRetry={() => accept(session.id)} />
      {whyNot === null ? null : (
        <View className="booking-why" {...accessible({ role: "status" })}>
          {whyNot}
        </View>
      )}
      {cancels ? <CancelBooking session={session} now={now} onChanged={onChanged} /> : null}
      {session.mine ? (
        <Pressable className="button button-quiet" onPress={openMyBookings}>
          看我报的课
        </Pressable>
      ) : null}
      {asksSignIn && !isSignedIn ? (
        <SignInSheet title="报名要先登录" askAt={askAt} onSignedIn={onSignedIn} onClose={() => setAsksSignIn(false)} />
      ) : null}
    </View>
  );
}

function bookingLabel({ bookedBy }: SessionDetail, main: "book" | "wait", isRunning: boolean): string {
  if (isRunning) return "正在报…";
  if (main === "wait") return "排队等名额";
  return bookedBy === "term" ? "报名(整期)" : "报名";
}
