import { View } from "@tarojs/components";
import { isNetworkFailure } from "../../http/api-failure";
import type { TaskState } from "../../http/use-task";
import { openMyBookings, openTimetable } from "../../navigation/class-pages";
import { accessible } from "../../ui/accessible";
import { Pressable } from "../../ui/pressable";
import { failureWords } from "../../ui/words/failure-words";

interface BookingFailureProps {
  task: TaskState;
  /** What did not happen, where there was no network: 没网,没报上. */
  lost: string;
  onRetry: () => void;
}

/** Refusals that one's own bookings explain: too many, another at that hour, a pause. */
const OWN_BOOKINGS: ReadonlySet<string> = new Set([
  "too_many_bookings",
  "too_many_waitlist_places",
  "overlapping_booking",
  "booking_paused",
]);
/** Refusals after which only another class helps. */
const OTHER_CLASSES: ReadonlySet<string> = new Set([
  "session_cancelled",
  "session_started",
  "waitlist_full",
  "not_found",
]);

/** Why there is no seat, and the way on; nothing while nothing went wrong. */
export function BookingFailure({ task, lost, onRetry }: BookingFailureProps) {
  if (task.status !== "failed") return null;
  const { code } = task.failure;
  if (isNetworkFailure(code)) {
    return (
      <View className="booking-failure" {...accessible({ role: "alert", live: true })}>
        <View className="booking-failure-title">{lost}</View>
        <View>{code === "offline" ? "有网了再点一次。" : "网太慢，不知道成没成。再点一次，不会算两次。"}</View>
        <Pressable className="button button-plain" onPress={onRetry}>
          再试一次
        </Pressable>
      </View>
    );
  }
  const { title, advice } = failureWords(task.failure);
  return (
    <View className="booking-failure" {...accessible({ role: "alert", live: true })}>
      <View className="booking-failure-title">{title}</View>
      <View>{advice}</View>
      {OWN_BOOKINGS.has(code) ? (
        <Pressable className="button button-plain" onPress={openMyBookings}>
          看我报的课
        </Pressable>
      ) : OTHER_CLASSES.has(code) ? (
        <Pressable className="button button-plain" onPress={openTimetable}>
          看别的课
        </Pressable>
      ) : null}
    </View>
  );
}
