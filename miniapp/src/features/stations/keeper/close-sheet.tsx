import { View } from "@tarojs/components";
import { useState } from "react";
import { beijingDate, beijingDayNumber, DAY_MS, type EpochMs, HOUR_MS } from "../../../../../shared/common/time";
import { CLOSURE_REASONS } from "../../../../../shared/stations/closure-reasons";
import type { Hours } from "../../../../../shared/stations/hours";
import { accessible } from "../../../ui/accessible";
import { Field } from "../../../ui/field";
import { Pressable } from "../../../ui/pressable";
import { Sheet } from "../../../ui/sheet";
import { clockWords } from "../../../ui/words/clock-words";
import { closureEnd, closureEnds } from "./closure-ends";

interface CloseSheetProps {
  hours: Hours;
  now: EpochMs;
  onClose: () => void;
  onChoose: (until: EpochMs, reason: string | null) => void;
}

/** 要关多久: one tap closes. The reason may be tapped before, and need not be. */
export function CloseSheet({ hours, now, onClose, onChoose }: CloseSheetProps) {
  const [reason, setReason] = useState<string | null>(null);
  const [isOwnChoice, setOwnChoice] = useState(false);
  return (
    <Sheet title="要关多久？" onClose={onClose}>
      <View className="secondary">为什么关，可以不选</View>
      <View className="reasons" {...accessible({ role: "group", label: "为什么关" })}>
        {CLOSURE_REASONS.map((word) => (
          <Pressable
            key={word}
            className={`chip ${word === reason ? "chip-on" : ""}`}
            pressed={word === reason}
            onPress={() => setReason(word === reason ? null : word)}
          >
            {word}
          </Pressable>
        ))}
      </View>
      {closureEnds(hours, now).map(({ label, until, reopens }) => (
        <Pressable key={label} className="button button-plain choice" onPress={() => onChoose(until, reason)}>
          <View>{label}</View>
          <View className="choice-note">{reopens}</View>
        </Pressable>
      ))}
      {isOwnChoice ? (
        <OwnEnd hours={hours} now={now} onChoose={(until) => onChoose(until, reason)} />
      ) : (
        <Pressable className="button button-plain choice" onPress={() => setOwnChoice(true)}>
          <View>自己选</View>
          <View className="choice-note">哪天几点再开</View>
        </Pressable>
      )}
    </Sheet>
  );
}

const LONGEST_DAYS = 365;

interface OwnEndProps {
  hours: Hours;
  now: EpochMs;
  onChoose: (until: EpochMs) => void;
}

function OwnEnd({ hours, now, onChoose }: OwnEndProps) {
  const suggested = now + 2 * HOUR_MS;
  const [date, setDate] = useState(beijingDate(beijingDayNumber(suggested)));
  const [time, setTime] = useState(`${clockWords(suggested).slice(0, 2)}:00`);
  const until = Date.parse(`${date}T${time}:00+08:00`);
  const isPossible = until > now && until <= now + LONGEST_DAYS * DAY_MS;
  return (
    <View className="own-choice">
      <View className="keeper-times">
        <Field label="哪天" type="date" value={date} onChange={setDate} />
        <Field label="几点" type="time" value={time} onChange={setTime} />
      </View>
      <Pressable className="button keeper-confirm" disabled={!isPossible} onPress={() => onChoose(until)}>
        {isPossible ? `就这样，${closureEnd("", hours, until, now).reopens}` : "要选以后的时间，一年以内"}
      </Pressable>
    </View>
  );
}
