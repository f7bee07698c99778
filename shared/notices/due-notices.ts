import { AMENITY_KINDS } from "../amenities/amenity.js";
import { beijingDate, beijingDayNumber, DAY_MS, type EpochMs } from "../common/time.js";
import type { Station } from "../stations/station.js";
import type { Task } from "../trust/report.js";
import { type TaskDays, taskDueAt } from "../trust/task-deadlines.js";
import type { Notice } from "./notice.js";

/** After so many days without a confirmation the keepers are asked, and then asked again. */
export const UNCONFIRMED_DAYS = [3, 7] as const;
/** After so many the officer hears of it. */
export const UNCONFIRMED_DAYS_OFFICER = 14;
/** Medicine is named so many days before its date. */
export const MEDICINE_DAYS = 7;

/** For how many whole days nobody at the station, nor an officer, has confirmed that its door opens. */
export function unconfirmedDays(
  { verified, createdAt }: Pick<Station, "verified" | "createdAt">,
  now: EpochMs,
): number {
  return Math.floor((now - (verified.open ?? createdAt)) / DAY_MS);
}

/** What the keepers of a station are told because time has passed. The same again within a spell is the same notice. */
export function stationNotices(station: Station, now: EpochMs): Notice[] {
  return [...medicineNotices(station, now), ...unconfirmedNotices(station, now)];
}

/** Medicine at a station that expires within a week, or has. */
export function medicineNotices({ id, amenities }: Station, now: EpochMs): Notice[] {
  const today = beijingDate(beijingDayNumber(now));
  const inAWeek = beijingDate(beijingDayNumber(now) + MEDICINE_DAYS);
  return AMENITY_KINDS.flatMap((kind): Notice[] => {
    const entry = amenities[kind];
    const expiresOn = entry?.state === "absent" ? null : (entry?.expiresOn ?? null);
    if (expiresOn === null || expiresOn > inAWeek) return [];
    return [
      { name: expiresOn > today ? "medicine_week" : "medicine_today", about: id, detail: `${kind}:${expiresOn}` },
    ];
  });
}

function unconfirmedNotices(station: Station, now: EpochMs): Notice[] {
  const days = unconfirmedDays(station, now);
  const asked = UNCONFIRMED_DAYS.filter((least) => days >= least).at(-1);
  // Whoever has never confirmed one is asked twice and not again.
  if (asked === undefined) return [];
  return [{ name: "unconfirmed", about: station.id, detail: `${asked}:${station.verified.open ?? 0}` }];
}

/** What the keepers of its station are told of a task that is open, because of its deadline or because it came back. */
export function taskNotices(task: Task, now: EpochMs, taskDays: TaskDays): Notice[] {
  const dueAt = taskDueAt(task, taskDays);
  if (dueAt === null) return [];
  const notices: Notice[] = [];
  if (task.state === "reopened")
    notices.push({ name: "task_back", about: task.id, detail: String(task.reopenedAt ?? 0) });
  if (dueAt <= now) notices.push({ name: "task_overdue", about: task.id, detail: String(dueAt) });
  // A door is due within a day of the report that its keepers were told of at once.
  else if (task.kind !== "door_closed" && beijingDayNumber(dueAt) === beijingDayNumber(now) + 1)
    notices.push({ name: "task_tomorrow", about: task.id, detail: String(dueAt) });
  return notices;
}
