import { View } from "@tarojs/components";
import { useState } from "react";
import { beijingDate, type EpochMs } from "../../../../../shared/common/time";
import { holidayLines, holidayWords } from "../../../../../shared/holidays/holiday-words";
import { holidayQuestion } from "../../../../../shared/holidays/roll-call";
import { usualHours } from "../../../../../shared/stations/posted-hours";
import type { SaidDay } from "../../../../../shared/stations/said-days";
import type { StationDetail } from "../../../../../shared/stations/station-answer";
import { Heading } from "../../../ui/heading";
import { Pressable } from "../../../ui/pressable";
import { DaysSheet } from "./days-sheet";
import type { KeeperTap } from "./keeper-tap";
import { usualDay } from "./said-day";

interface HolidayCardProps {
  station: StationDetail;
  now: EpochMs;
  onTap: (tap: KeeperTap) => void;
}

/** The one question before a holiday: as usual, not open, or hours of its own. Gone with the answer. */
export function HolidayCard({ station: { id, hours }, now, onTap }: HolidayCardProps) {
  const [isChoosing, setChoosing] = useState(false);
  const question = holidayQuestion(hours, now);
  if (question === null) return null;
  const { holiday, days } = question;
  const dates = days.map(beijingDate);
  const say = (said: readonly SaidDay[]) => {
    setChoosing(false);
    onTap({ endpoint: "PUT /stations/:id/days", input: { id, days: inputDays(said) } });
  };
  const knowsUsual = days.every((day) => usualHours(hours, day) !== "unknown");
  const isPart = days.length < holiday.days.length;
  return (
    <View className="card holiday-question">
      <Heading level={2} className="holiday-title">
        {holidayWords(holiday)}，开吗？
      </Heading>
      {isPart ? <View className="secondary">还有 {days.length} 天没说</View> : null}
      {knowsUsual ? (
        <View className="secondary">照常就是：{holidayLines(days.map((day) => usualDay(hours, day))).join("；")}</View>
      ) : null}
      <View className="keeper-actions">
        {knowsUsual ? (
          <Pressable
            className="button keeper-confirm"
            onPress={() => say(dates.map((date) => ({ date, hours: "usual" })))}
          >
            照常
          </Pressable>
        ) : null}
        <Pressable className="button keeper-close" onPress={() => say(dates.map((date) => ({ date, hours: [] })))}>
          {days.length === 1 ? "不开" : `${days.length} 天都不开`}
        </Pressable>
        <Pressable className="button button-plain" onPress={() => setChoosing(true)}>
          改时间
        </Pressable>
      </View>
      {isChoosing ? (
        <DaysSheet
          title={`${holiday.name}几点开？`}
          dates={dates}
          hours={hours}
          onClose={() => setChoosing(false)}
          onSay={say}
        />
      ) : null}
    </View>
  );
}

function inputDays(said: readonly SaidDay[]) {
  return said.map(({ date, hours }) => ({ date, hours: typeof hours === "string" ? hours : [...hours] }));
}
