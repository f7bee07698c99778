import { View } from "@tarojs/components";
import { beijingDate, beijingDayNumber, type EpochMs, weekdayOf } from "../../../../../shared/common/time";
import { dateWords, weekdayName } from "../../../../../shared/stations/hours-words";
import { ChoiceRow } from "../../../ui/choice-row";
import { Pressable } from "../../../ui/pressable";
import { DAYS_SHOWN } from "./timetable-query";

interface DayStripProps {
  now: EpochMs;
  /** Days since 1970-01-01. */
  day: number;
  /** How many classes each day has. */
  counts: ReadonlyMap<number, number>;
  onChoose: (day: number) => void;
}

/** The days from today on, each with what it holds; the weeks after this one are reached sideways. */
export function DayStrip({ now, day, counts, onChoose }: DayStripProps) {
  const today = beijingDayNumber(now);
  const choices = Array.from({ length: DAYS_SHOWN }, (_, ahead) => today + ahead).map((one) => {
    const count = counts.get(one) ?? 0;
    const isOn = one === day;
    const face = (
      <Pressable
        key={one}
        className={`day ${isOn ? "day-on" : ""} ${count === 0 ? "day-empty" : ""}`}
        pressed={isOn}
        onPress={() => onChoose(one)}
      >
        <View className="day-name">{dayName(one, today)}</View>
        <View className="day-date">{dateWords(beijingDate(one))}</View>
        <View className="day-count">{count === 0 ? "没课" : `${count} 节`}</View>
      </Pressable>
    );
    return { isOn, face };
  });
  return <ChoiceRow label="哪一天" className="days" choices={choices} first={3} />;
}

/** 今天, 明天, 周三; in the weeks after this one 下周三, 下下周三. */
export function dayName(day: number, today: number): string {
  if (day === today) return "今天";
  if (day === today + 1) return "明天";
  const weekday = weekdayOf(day);
  const monday = (one: number) => one - weekdayOf(one);
  const weeksAhead = (monday(day) - monday(today)) / 7;
  return `${"下".repeat(weeksAhead)}${weekdayName(weekday)}`;
}
