import { View } from "@tarojs/components";
import { useState } from "react";
import { holidayDateWords } from "../../../../../shared/holidays/holiday-words";
import type { Hours } from "../../../../../shared/stations/hours";
import type { SaidDay } from "../../../../../shared/stations/said-days";
import { accessible } from "../../../ui/accessible";
import { Field } from "../../../ui/field";
import { Pressable } from "../../../ui/pressable";
import { Sheet } from "../../../ui/sheet";
import { type DayChoice, firstChoice, saidDay } from "./said-day";

interface DaysSheetProps {
  title: string;
  dates: readonly string[];
  hours: Hours;
  onClose: () => void;
  onSay: (said: SaidDay[]) => void;
}

const WAYS = { usual: "照常", spans: "改时间", closed: "不开" } as const;

/** The same for all days first; days that differ one by one. Holidays, days off and longer hours are asked for alike. */
export function DaysSheet({ title, dates, hours, onClose, onSay }: DaysSheetProps) {
  const [first = ""] = dates;
  const [all, setAll] = useState<DayChoice>(() => ({ ...firstChoice(hours, first), way: "spans" }));
  const [single, setSingle] = useState<Readonly<Record<string, DayChoice>>>({});
  const [isDaily, setDaily] = useState(false);
  const said = dates.flatMap((date) => saidDay(date, single[date] ?? all) ?? []);
  const isWhole = said.length === dates.length;
  return (
    <Sheet title={title} onClose={onClose}>
      <OneDay
        label={dates.length === 1 ? holidayDateWords(first) : `${dates.length} 天都`}
        choice={all}
        onChoose={setAll}
      />
      {dates.length > 1 ? (
        <Pressable className="button button-quiet" expanded={isDaily} onPress={() => setDaily(!isDaily)}>
          {isDaily ? "收起" : "有的天不一样"}
        </Pressable>
      ) : null}
      {isDaily
        ? dates.map((date) => (
            <OneDay
              key={date}
              label={holidayDateWords(date)}
              choice={single[date] ?? all}
              onChoose={(choice) => setSingle({ ...single, [date]: choice })}
            />
          ))
        : null}
      <Pressable className="button keeper-confirm" disabled={!isWhole} onPress={() => onSay(said)}>
        {isWhole ? "就这样" : "时间还没写全"}
      </Pressable>
    </Sheet>
  );
}

interface OneDayProps {
  label: string;
  choice: DayChoice;
  onChoose: (choice: DayChoice) => void;
}

function OneDay({ label, choice, onChoose }: OneDayProps) {
  return (
    <View className="said-day" {...accessible({ role: "group", label })}>
      <View className="said-day-label">{label}</View>
      <View className="reasons">
        {(Object.keys(WAYS) as DayChoice["way"][]).map((way) => (
          <Pressable
            key={way}
            className={`chip ${way === choice.way ? "chip-on" : ""}`}
            pressed={way === choice.way}
            onPress={() => onChoose({ ...choice, way })}
          >
            {WAYS[way]}
          </Pressable>
        ))}
      </View>
      {choice.way === "spans" ? (
        <View className="keeper-times">
          <Field
            label="开门"
            type="time"
            value={choice.span.opens}
            onChange={(opens) => onChoose({ ...choice, span: { ...choice.span, opens } })}
          />
          <Field
            label="关门"
            type="time"
            value={choice.span.closes}
            onChange={(closes) => onChoose({ ...choice, span: { ...choice.span, closes } })}
          />
        </View>
      ) : null}
    </View>
  );
}
