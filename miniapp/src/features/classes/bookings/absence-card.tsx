import { View } from "@tarojs/components";
import type { MyBookings } from "../../../../../shared/classes/class-answer";
import type { EpochMs } from "../../../../../shared/common/time";
import { Notice } from "../../../ui/notice";
import { comingTimeWords } from "../../../ui/words/clock-words";

interface AbsenceCardProps {
  absences: MyBookings["absences"];
  now: EpochMs;
}

/** How many absences count, and what follows; nothing where there are none. */
export function AbsenceCard({ absences: { count, pausedUntil, warned }, now }: AbsenceCardProps) {
  const until = pausedUntil === null ? null : Date.parse(pausedUntil);
  if (until !== null && until > now) {
    return (
      <Notice tone="soon">
        <View>
          缺课 {count} 次，停报到 {comingTimeWords(until, now)}。有原因的话，在下面那节课上说明。
        </View>
      </Notice>
    );
  }
  if (count === 0) return null;
  return (
    <Notice tone={warned ? "soon" : "plain"}>
      <View>
        记了 {count} 次缺课{warned ? "，再有一次就要停报一阵子" : ""}。来不了就早点取消，不算缺课。
      </View>
    </Notice>
  );
}
