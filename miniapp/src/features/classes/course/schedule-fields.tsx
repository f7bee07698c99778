import { View } from "@tarojs/components";
import { weekdayName } from "../../../../../shared/stations/hours-words";
import { accessible } from "../../../ui/accessible";
import { Chip } from "../../../ui/chip";
import { Field } from "../../../ui/field";
import { Heading } from "../../../ui/heading";
import { Pressable } from "../../../ui/pressable";
import type { CourseDraft, DraftDate } from "./course-draft";
import { DraftField } from "./draft-field";

const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6];
const LONGEST_MINUTES = 3;

interface ScheduleFieldsProps {
  draft: CourseDraft;
  onChange: (changed: Partial<CourseDraft>) => void;
}

/** When it is held: every week at an hour, or on days that are named one by one. */
export function ScheduleFields({ draft, onChange }: ScheduleFieldsProps) {
  return (
    <>
      <Heading level={2} className="section-title">
        什么时候上
      </Heading>
      <View className="card form course-form">
        <View className="course-chips" {...accessible({ role: "group", label: "什么时候上" })}>
          <Chip on={draft.kind === "weekly"} onPress={() => onChange({ kind: "weekly" })}>
            每周固定
          </Chip>
          <Chip on={draft.kind === "dates"} onPress={() => onChange({ kind: "dates" })}>
            单独几天
          </Chip>
        </View>
        {draft.kind === "weekly" ? (
          <Weekly draft={draft} onChange={onChange} />
        ) : (
          <SingleDays dates={draft.dates} onChange={(dates) => onChange({ dates })} />
        )}
      </View>
    </>
  );
}

function Weekly({ draft, onChange }: ScheduleFieldsProps) {
  const { weekdays } = draft;
  const fields = { draft, onChange };
  const toggle = (day: number) =>
    onChange({ weekdays: weekdays.includes(day) ? weekdays.filter((one) => one !== day) : [...weekdays, day] });
  return (
    <>
      <View className="course-chips course-choice" {...accessible({ role: "group", label: "周几" })}>
        {WEEKDAYS.map((day) => (
          <Chip key={day} on={weekdays.includes(day)} onPress={() => toggle(day)}>
            {weekdayName(day)}
          </Chip>
        ))}
      </View>
      <View className="fields">
        <DraftField {...fields} name="startsAt" label="几点开始" type="time" />
        <DraftField {...fields} name="minutes" label="上多少分钟" maxLength={LONGEST_MINUTES} />
        <DraftField {...fields} name="from" label="第一天" type="date" />
        <DraftField {...fields} name="until" label="最后一天" type="date" />
      </View>
      <View className="course-chips course-choice" {...accessible({ role: "group", label: "放假的日子" })}>
        <Chip on={draft.holidays === "skip"} onPress={() => onChange({ holidays: "skip" })}>
          放假不上
        </Chip>
        <Chip on={draft.holidays === "keep"} onPress={() => onChange({ holidays: "keep" })}>
          放假也上
        </Chip>
      </View>
      <DraftField {...fields} name="except" label="还有哪些天不上，如 2026-12-24(可以不填)" />
    </>
  );
}

interface SingleDaysProps {
  dates: readonly DraftDate[];
  onChange: (dates: DraftDate[]) => void;
}

function SingleDays({ dates, onChange }: SingleDaysProps) {
  const last = dates[dates.length - 1];
  const change = (index: number, changed: Partial<DraftDate>) =>
    onChange(dates.map((date, at) => (at === index ? { ...date, ...changed } : date)));
  return (
    <>
      {dates.map((date, index) => (
        <View key={date.key} className="course-day">
          <View className="fields">
            <Field label="哪天" type="date" value={date.date} onChange={(value) => change(index, { date: value })} />
            <Field
              label="几点开始"
              type="time"
              value={date.startsAt}
              onChange={(value) => change(index, { startsAt: value })}
            />
            <Field
              label="上多少分钟"
              type="text"
              value={date.minutes}
              maxLength={LONGEST_MINUTES}
              onChange={(value) => change(index, { minutes: value })}
            />
          </View>
          <Pressable
            className="link"
            label={`去掉第 ${index + 1} 天`}
            onPress={() => onChange(dates.filter((_, at) => at !== index))}
          >
            去掉这天
          </Pressable>
        </View>
      ))}
      <Pressable
        className="button button-plain course-choice"
        onPress={() =>
          onChange([
            ...dates,
            {
              key: (last?.key ?? 0) + 1,
              date: "",
              startsAt: last?.startsAt ?? "19:00",
              minutes: last?.minutes ?? "90",
            },
          ])
        }
      >
        加一天
      </Pressable>
    </>
  );
}
