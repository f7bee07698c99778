import {
  type BeijingDate,
  beijingDate,
  beijingDayNumber,
  DAY_MS,
  type EpochMs,
} from "../../../../../shared/common/time";
import { weekdayName } from "../../../../../shared/stations/hours-words";
import { readServiceHours } from "../../../../../shared/stations/services/read-service-hours";
import { serviceHoursText } from "../../../../../shared/stations/services/write-service-hours";
import type { TimedServiceAnswer } from "../../../../../shared/stations/station-answer";

/** A service as it is being tapped together. */
export interface ServiceDraft {
  name: string;
  way: "weekly" | "once" | "written";
  /** 0 = Monday. */
  weekdays: readonly number[];
  date: BeijingDate;
  from: string;
  to: string;
  written: string;
  note: string;
}

/** Names that are tapped rather than typed. */
export const USUAL_SERVICES = ["法律援助", "理发", "义诊", "心理咨询", "入会", "招聘"] as const;

export function emptyDraft(now: EpochMs): ServiceDraft {
  const date = beijingDate(beijingDayNumber(now + DAY_MS));
  return { name: "", way: "weekly", weekdays: [], date, from: "14:00", to: "16:00", written: "", note: "" };
}

/** What is known of a service, in the words it is written in. */
export function draftOf({ name, hours, note }: TimedServiceAnswer, now: EpochMs): ServiceDraft {
  const written = serviceHoursText(hours, today(now)) ?? "";
  return { ...emptyDraft(now), name, way: "written", written, note: note ?? "" };
}

/** When it is there, as {@link readServiceHours} reads it; empty: not said yet. */
export function hoursTextOf({ way, weekdays, date, from, to, written }: ServiceDraft): string {
  if (way === "written") return written.trim();
  const times = from === "" || to === "" ? "" : `${from}-${to}`;
  if (times === "" || (way === "weekly" && weekdays.length === 0)) return "";
  return way === "once" ? `${date} ${times}` : `${[...weekdays].sort().map(weekdayName).join("、")} ${times}`;
}

/** What is still missing, or wrong; null: it can be said. */
export function problemOf(draft: ServiceDraft, now: EpochMs): string | null {
  if (draft.name.trim() === "") return "先选是什么";
  const text = hoursTextOf(draft);
  if (text === "") return draft.way === "weekly" ? "再选星期几" : "再写几点到几点";
  if (draft.way === "once" && draft.date < today(now)) return "要选今天以后的日子";
  return readServiceHours(text, today(now)).problem;
}

export function today(now: EpochMs): BeijingDate {
  return beijingDate(beijingDayNumber(now));
}
