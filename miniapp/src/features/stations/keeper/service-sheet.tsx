import { View } from "@tarojs/components";
import { useState } from "react";
import { SERVICE_LIMITS } from "../../../../../shared/common/field-limits";
import type { EpochMs } from "../../../../../shared/common/time";
import type { Hours } from "../../../../../shared/stations/hours";
import { weekdayName } from "../../../../../shared/stations/hours-words";
import { DOOR_SHUT_THEN, meetsDoor } from "../../../../../shared/stations/services/meets-door";
import { readServiceHours } from "../../../../../shared/stations/services/read-service-hours";
import { serviceHoursLines } from "../../../../../shared/stations/services/service-hours-words";
import type { TimedServiceAnswer } from "../../../../../shared/stations/station-answer";
import { accessible } from "../../../ui/accessible";
import { Field } from "../../../ui/field";
import { Pressable } from "../../../ui/pressable";
import { Sheet } from "../../../ui/sheet";
import { draftOf, emptyDraft, hoursTextOf, problemOf, type ServiceDraft, today, USUAL_SERVICES } from "./service-draft";

interface ServiceSheetProps {
  /** Of the door. */
  doorHours: Hours;
  /** Null: one that is added. */
  service: TimedServiceAnswer | null;
  now: EpochMs;
  onClose: () => void;
  onSay: (said: { name: string; hoursText: string; note: string | null }) => void;
  onForget: (name: string) => void;
}

const WAYS = { weekly: "每周", once: "只这一天", written: "自己写" } as const;

/** What it is and when, mostly by taps; what is made of it stands below before it is said. */
export function ServiceSheet({ doorHours, service, now, onClose, onSay, onForget }: ServiceSheetProps) {
  const [draft, setDraft] = useState(() => (service === null ? emptyDraft(now) : draftOf(service, now)));
  const set = (change: Partial<ServiceDraft>) => setDraft({ ...draft, ...change });
  const problem = problemOf(draft, now);
  const hoursText = hoursTextOf(draft);
  const { hours } = readServiceHours(hoursText, today(now));
  return (
    <Sheet title={service === null ? "加一项定时服务" : service.name} onClose={onClose}>
      {service === null ? <Name draft={draft} onChange={set} /> : null}
      <Chips label="哪天有" words={WAYS} chosen={draft.way} onChoose={(way) => set({ way })} />
      {draft.way === "weekly" ? <Weekdays draft={draft} onChange={set} /> : null}
      {draft.way === "once" ? (
        <Field label="哪天" type="date" value={draft.date} onChange={(date) => set({ date })} />
      ) : null}
      {draft.way === "written" ? (
        <Field
          label="什么时候有，如 周二14:00-16:00"
          type="text"
          value={draft.written}
          maxLength={SERVICE_LIMITS.hours}
          onChange={(written) => set({ written })}
        />
      ) : (
        <View className="keeper-times">
          <Field label="从" type="time" value={draft.from} onChange={(from) => set({ from })} />
          <Field label="到" type="time" value={draft.to} onChange={(to) => set({ to })} />
        </View>
      )}
      <Field
        label="在哪、带什么(可以不写)"
        type="text"
        value={draft.note}
        maxLength={SERVICE_LIMITS.note}
        onChange={(note) => set({ note })}
      />
      <View className="secondary" {...accessible({ role: "status", live: true })}>
        {hours === null ? "" : `读成：${serviceHoursLines(hours).join("；")}`}
        {hours === null || meetsDoor(doorHours, hours, now) ? "" : `。${DOOR_SHUT_THEN}`}
      </View>
      <Pressable
        className="button keeper-confirm"
        disabled={problem !== null}
        onPress={() => onSay({ name: draft.name.trim(), hoursText, note: draft.note.trim() || null })}
      >
        {problem ?? "就这样"}
      </Pressable>
      {service === null ? null : (
        <Pressable className="button keeper-close" onPress={() => onForget(service.name)}>
          不办了，删掉
        </Pressable>
      )}
    </Sheet>
  );
}

interface PartProps {
  draft: ServiceDraft;
  onChange: (change: Partial<ServiceDraft>) => void;
}

function Name({ draft, onChange }: PartProps) {
  return (
    <>
      <View className="reasons" {...accessible({ role: "group", label: "是什么服务" })}>
        {USUAL_SERVICES.map((name) => (
          <Pressable
            key={name}
            className={`chip ${name === draft.name ? "chip-on" : ""}`}
            pressed={name === draft.name}
            onPress={() => onChange({ name })}
          >
            {name}
          </Pressable>
        ))}
      </View>
      <Field
        label="或者写别的名字"
        type="text"
        value={draft.name}
        maxLength={SERVICE_LIMITS.name}
        onChange={(name) => onChange({ name })}
      />
    </>
  );
}

function Weekdays({ draft: { weekdays }, onChange }: PartProps) {
  return (
    <View className="reasons" {...accessible({ role: "group", label: "星期几" })}>
      {Array.from({ length: 7 }, (_, weekday) => weekday).map((weekday) => {
        const isOn = weekdays.includes(weekday);
        return (
          <Pressable
            key={weekday}
            className={`chip ${isOn ? "chip-on" : ""}`}
            pressed={isOn}
            onPress={() =>
              onChange({ weekdays: isOn ? weekdays.filter((one) => one !== weekday) : [...weekdays, weekday] })
            }
          >
            {weekdayName(weekday)}
          </Pressable>
        );
      })}
    </View>
  );
}

interface ChipsProps<Key extends string> {
  label: string;
  words: Readonly<Record<Key, string>>;
  chosen: Key;
  onChoose: (key: Key) => void;
}

function Chips<Key extends string>({ label, words, chosen, onChoose }: ChipsProps<Key>) {
  return (
    <View className="reasons" {...accessible({ role: "group", label })}>
      {(Object.keys(words) as Key[]).map((key) => (
        <Pressable
          key={key}
          className={`chip ${key === chosen ? "chip-on" : ""}`}
          pressed={key === chosen}
          onPress={() => onChoose(key)}
        >
          {words[key]}
        </Pressable>
      ))}
    </View>
  );
}
