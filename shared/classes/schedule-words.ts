import type { CourseSchedule } from "./course.js";

const WEEKDAY_WORDS = ["一", "二", "三", "四", "五", "六", "日"] as const;

/** When a course is held, in words: 每周三 19:00–20:30,2026-09-01 到 2026-12-31,节假日不上. */
export function scheduleWords(schedule: CourseSchedule): string {
  if (schedule.kind === "dates") {
    const days = schedule.dates.map(
      ({ date, startsAt, durationMinutes }) => `${date} ${span(startsAt, durationMinutes)}`,
    );
    return days.join("；");
  }
  const { weekdays, startsAt, durationMinutes, from, until, holidays, except } = schedule;
  const words = [
    `${weekdayWords(weekdays)} ${span(startsAt, durationMinutes)}`,
    `${from} 到 ${until}`,
    holidays === "skip" ? "节假日不上" : "节假日照常上",
    ...(except.length > 0 ? [`${except.join("、")} 不上`] : []),
  ];
  return words.join("，");
}

/** 每周一、三; 每天. */
export function weekdayWords(weekdays: readonly number[]): string {
  if (new Set(weekdays).size === WEEKDAY_WORDS.length) return "每天";
  const names = [...new Set(weekdays)].sort((a, b) => a - b).map((weekday) => WEEKDAY_WORDS[weekday]);
  return `每周${names.join("、")}`;
}

/** The time of day at which a class ends; after midnight that of the next day. */
export function endOf(startsAt: string, durationMinutes: number): string {
  const [hours = 0, minutes = 0] = startsAt.split(":").map(Number);
  const end = hours * 60 + minutes + durationMinutes;
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor(end / 60) % 24)}:${two(end % 60)}`;
}

/** 19:00–20:30, 23:00–次日00:30. */
function span(startsAt: string, durationMinutes: number): string {
  const endsAt = endOf(startsAt, durationMinutes);
  return `${startsAt}–${endsAt <= startsAt ? "次日" : ""}${endsAt}`;
}
