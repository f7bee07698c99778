import { View } from "@tarojs/components";
import { useState } from "react";
import { beijingDate, beijingDayNumber, beijingInstant, DAY_MS, type EpochMs } from "../../../../../shared/common/time";
import type { SaidDay } from "../../../../../shared/stations/said-days";
import type { StationDetail } from "../../../../../shared/stations/station-answer";
import { Field } from "../../../ui/field";
import { Pressable } from "../../../ui/pressable";
import { Sheet } from "../../../ui/sheet";
import { DaysSheet } from "./days-sheet";
import type { KeeperTap } from "./keeper-tap";

interface OtherDaysProps {
  station: StationDetail;
  now: EpochMs;
  onTap: (tap: KeeperTap) => void;
}

const MOST_DAYS = 31;

/** A day off next week, or longer hours while the heat lasts: the days are chosen, then asked as a holiday is. */
export function OtherDays({ station: { id, hours }, now, onTap }: OtherDaysProps) {
  const tomorrow = beijingDate(beijingDayNumber(now + DAY_MS));
  const [step, setStep] = useState<"none" | "dates" | "hours">("none");
  const [from, setFrom] = useState(tomorrow);
  const [to, setTo] = useState(tomorrow);
  const dates = datesBetween(from, to);
  const say = (said: SaidDay[]) => {
    setStep("none");
    const days = said.map((one) => ({
      date: one.date,
      hours: typeof one.hours === "string" ? one.hours : [...one.hours],
    }));
    onTap({ endpoint: "PUT /stations/:id/days", input: { id, days } });
  };
  return (
    <>
      <Pressable className="button button-quiet" onPress={() => setStep("dates")}>
        哪几天不开，或天热天冷开久点
      </Pressable>
      {step === "dates" ? (
        <Sheet title="哪几天？" onClose={() => setStep("none")}>
          <View className="keeper-times">
            <Field
              label="从"
              type="date"
              value={from}
              onChange={(date) => {
                setFrom(date);
                if (to < date) setTo(date);
              }}
            />
            <Field label="到" type="date" value={to} onChange={setTo} />
          </View>
          <Pressable className="button keeper-confirm" disabled={dates.length === 0} onPress={() => setStep("hours")}>
            {dates.length === 0 ? `要从今天起，一次最多 ${MOST_DAYS} 天` : `这 ${dates.length} 天`}
          </Pressable>
        </Sheet>
      ) : null}
      {step === "hours" ? (
        <DaysSheet title="这几天几点开？" dates={dates} hours={hours} onClose={() => setStep("none")} onSay={say} />
      ) : null}
    </>
  );

  function datesBetween(first: string, last: string): string[] {
    const [begin, end] = [first, last].map((date) => beijingDayNumber(beijingInstant(date)));
    const isSound =
      begin !== undefined &&
      end !== undefined &&
      begin >= beijingDayNumber(now) &&
      end >= begin &&
      end < begin + MOST_DAYS;
    return isSound ? Array.from({ length: end - begin + 1 }, (_, at) => beijingDate(begin + at)) : [];
  }
}
