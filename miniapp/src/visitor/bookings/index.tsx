import { View } from "@tarojs/components";
import Taro, { usePullDownRefresh } from "@tarojs/taro";
import { useCallback } from "react";
import type { MyBookings } from "../../../../shared/classes/class-answer";
import type { EpochMs } from "../../../../shared/common/time";
import { AbsenceCard } from "../../features/classes/bookings/absence-card";
import { BookingCard } from "../../features/classes/bookings/booking-card";
import { CalledBy } from "../../features/classes/bookings/called-by";
import { sortBookings } from "../../features/classes/bookings/sort-bookings";
import { useSignIn } from "../../features/people/sign-in";
import { SignInCard } from "../../features/people/sign-in-card";
import { callApi } from "../../http/call-api";
import { useLoadable } from "../../http/use-loadable";
import { useServerNow } from "../../http/use-server-now";
import { openTimetable } from "../../navigation/class-pages";
import { useReturn } from "../../navigation/use-return";
import { Heading } from "../../ui/heading";
import { Failure, Message } from "../../ui/message";
import { PageFrame } from "../../ui/page-frame";
import { Pressable } from "../../ui/pressable";
import { ListSkeleton } from "../../ui/skeleton";
import "./index.scss";

/** What somebody has booked or waits for, the most urgent first, and how many absences count. */
export default function MyBookingsPage() {
  const userId = useSignIn()?.user.id ?? null;
  const load = useCallback(() => loadMine(userId), [userId]);
  const [mine, reload] = useLoadable(userId === null ? null : load);
  const now = useServerNow();
  useReturn(() => void reload());
  usePullDownRefresh(() => {
    void reload().finally(() => Taro.stopPullDownRefresh());
  });
  return (
    <PageFrame className="bookings">
      {userId === null ? (
        <SignedOut />
      ) : mine.status === "loading" ? (
        <ListSkeleton rows={2} />
      ) : mine.status === "failed" ? (
        <Failure failure={mine.failure} onRetry={() => void reload()} />
      ) : (
        <Bookings mine={mine.value} now={Math.max(now, Date.parse(mine.value.asOf))} onChanged={reload} />
      )}
    </PageFrame>
  );
}

/** The token that goes with the request names the person. */
function loadMine(_userId: string | null) {
  return callApi("GET /bookings/mine", {});
}

function SignedOut() {
  return (
    <>
      <Message title="登录了才知道你报过什么" advice="看课表不用登录" />
      <View className="card account">
        <SignInCard />
      </View>
    </>
  );
}

interface BookingsProps {
  mine: MyBookings;
  now: EpochMs;
  onChanged: () => Promise<void>;
}

function Bookings({ mine, now, onChanged }: BookingsProps) {
  const { coming, past } = sortBookings(mine.bookings, now);
  return (
    <>
      <CalledBy />
      <AbsenceCard absences={mine.absences} now={now} />
      {coming.length === 0 ? (
        <Message title="现在没有报着的课" advice="课都免费，看看这周有什么">
          <Pressable className="button button-main" onPress={openTimetable}>
            看课表
          </Pressable>
        </Message>
      ) : (
        <View className="list booking-list">
          {coming.map((booking) => (
            <BookingCard key={booking.bookingId} booking={booking} now={now} onChanged={onChanged} />
          ))}
        </View>
      )}
      {past.length > 0 ? (
        <>
          <Heading level={2} className="section-title">
            以前的
          </Heading>
          <View className="list booking-list">
            {past.map((booking) => (
              <BookingCard key={booking.bookingId} booking={booking} now={now} onChanged={onChanged} />
            ))}
          </View>
        </>
      ) : null}
    </>
  );
}
