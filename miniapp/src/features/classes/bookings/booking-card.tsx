import { View } from "@tarojs/components";
import type { SessionItem } from "../../../../../shared/classes/class-answer";
import { type EpochMs, HOUR_MS } from "../../../../../shared/common/time";
import { openClass, openClassCheckIn } from "../../../navigation/class-pages";
import { Heading } from "../../../ui/heading";
import { Pressable } from "../../../ui/pressable";
import { StatePill } from "../../stations/state-pill";
import { BookingFailure } from "../booking-failure";
import { CancelBooking } from "../cancel-booking";
import { bookingWords, offerUntil, remainingWords, sessionWhenWords, venueWords } from "../class-words";
import { SessionTitle } from "../session-title";
import { useBooking } from "../use-booking";
import { Appeal } from "./appeal-form";
import type { MyBooking } from "./sort-bookings";

interface BookingCardProps {
  booking: MyBooking;
  now: EpochMs;
  onChanged: () => Promise<void>;
}

/** One booking: when and where, how it stands, and what to do about it. */
export function BookingCard({ booking, now, onChanged }: BookingCardProps) {
  const { session, state, number } = booking;
  const { accepting, accept } = useBooking(onChanged);
  const until = offerUntil(booking, now);
  const isHeld = session.state === "scheduled";
  const isAhead = isHeld && now < Date.parse(session.startsAt);
  const mine = { ...session, mine: booking };
  return (
    <View className="card booking-card">
      <View className="booking-when">{sessionWhenWords(session, now)}</View>
      <Heading level={2} className="session-title">
        <SessionTitle session={session} />
      </Heading>
      <View>{venueWords(session.venue)}</View>
      <StatePill words={bookingWords(booking, now)} />
      {session.cancelledReason === null ? null : <View>取消原因：{session.cancelledReason}</View>}
      {state === "confirmed" ? <View className="secondary">你的号：{number}，签到时报给站长</View> : null}
      {until === null ? null : (
        <>
          <View className="booking-offer">{remainingWords(until, now)}，过了就给下一个人</View>
          <Pressable
            className="button button-main"
            label={`我要这个名额：${session.title}`}
            disabled={accepting.status === "running"}
            onPress={() => accept(session.id)}
          >
            我要这个名额
          </Pressable>
          <BookingFailure task={accepting} lost="没网，还没占上" onRetry={() => accept(session.id)} />
        </>
      )}
      {state === "confirmed" && isHeld && isCheckInNear(session, now) ? (
        <Pressable
          className="button button-main"
          label={`去签到：${session.title}`}
          onPress={() => openClassCheckIn(session.id)}
        >
          去签到
        </Pressable>
      ) : null}
      <View className="answer-actions">
        <Pressable
          className="button button-plain"
          label={`看详情：${session.title}`}
          onPress={() => openClass(session.id)}
        >
          看详情
        </Pressable>
        {isAhead && (state === "confirmed" || state === "waitlisted") ? (
          <CancelBooking session={mine} now={now} onChanged={onChanged} />
        ) : null}
      </View>
      {state === "absent" || state === "cancelled_late" ? <Appeal booking={booking} onChanged={onChanged} /> : null}
    </View>
  );
}

/** Roughly: the page for it knows the rules of the class, and says when it opens. */
function isCheckInNear({ startsAt, endsAt }: SessionItem, now: EpochMs): boolean {
  return now >= Date.parse(startsAt) - HOUR_MS && now < Date.parse(endsAt);
}
