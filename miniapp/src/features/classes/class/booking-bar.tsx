import { View } from "@tarojs/components";
import type { MyPlace } from "../../../../../shared/classes/class-answer";
import type { TaskState } from "../../../http/use-task";
import { accessible } from "../../../ui/accessible";
import { Pressable } from "../../../ui/pressable";
import { failureWords } from "../../../ui/words/failure-words";

interface BookingBarProps {
  mine: MyPlace | undefined;
  task: TaskState;
  /** They got what they tapped on this page. */
  hasBooked: boolean;
  /** They signed in for it, after which it went on by itself. */
  hasSignedIn: boolean;
  onClose: () => void;
}

/**
 * What became of the tap, at the foot of the screen wherever the page is scrolled to: the page is drawn anew with the seat on
 * top, and the person is at its end.
 */
export function BookingBar({ mine, task, hasBooked, hasSignedIn, onClose }: BookingBarProps) {
  const words = barWords({ mine, task, hasBooked, hasSignedIn });
  return (
    <View className="booking-bar-place" {...accessible({ role: "status", live: true })}>
      {words === null ? null : (
        <View className="booking-bar">
          <View className="booking-bar-words">{words}</View>
          {task.status === "running" ? null : (
            <Pressable className="booking-bar-close" onPress={onClose}>
              知道了
            </Pressable>
          )}
        </View>
      )}
    </View>
  );
}

function barWords({ mine, task, hasBooked, hasSignedIn }: Omit<BookingBarProps, "onClose">): string | null {
  if (task.status === "running") return hasSignedIn ? "登录好了，正在给你报…" : null;
  if (task.status === "failed") return hasSignedIn ? `登录好了，没报上：${failureWords(task.failure).title}` : null;
  if (!hasBooked) return null;
  switch (mine?.state) {
    case "confirmed":
      return `✓ 报上了，你是 ${mine.number} 号`;
    case "waitlisted":
      return mine.position ? `✓ 排上了，第 ${mine.position} 位` : "✓ 排上了";
    default:
      return null;
  }
}
