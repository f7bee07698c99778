import { View } from "@tarojs/components";
import type { EpochMs } from "../../../../../shared/common/time";
import type { Hours } from "../../../../../shared/stations/hours";
import { Heading } from "../../../ui/heading";
import { type HoursNote, hoursWords } from "../hours-lines";

interface WeekHoursProps {
  hours: Hours;
  now: EpochMs;
}

/** Today first, then the week with days alike in one line, and all that differs from it. */
export function WeekHours({ hours, now }: WeekHoursProps) {
  const { week, today, others, note } = hoursWords(hours, now);
  return (
    <>
      <Heading level={2} className="section-title">
        几点开门
      </Heading>
      <View className="card hours">
        <NoteLine note={today} className={`hours-row ${today.isApart ? "hours-apart" : "hours-today"}`} />
        {week.map((days) => (
          <NoteLine key={days.title} note={days} className="hours-row" />
        ))}
        {others.map((other) => (
          <NoteLine key={other.title} note={other} className="hours-row hours-other" />
        ))}
        {note ? <View className="hours-note">门口写着：{note}</View> : null}
      </View>
    </>
  );
}

function NoteLine({ note, className }: { note: HoursNote; className: string }) {
  return (
    <View className={className}>
      <View className="hours-day">{note.title}</View>
      <Lines lines={note.lines} />
    </View>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <View className="hours-lines">
      {lines.map((line) => (
        <View key={line}>{line}</View>
      ))}
    </View>
  );
}
