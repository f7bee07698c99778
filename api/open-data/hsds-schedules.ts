import { hoursPlan, type PlanDay } from "../../shared/open-data/hours-plan.js";
import type { Hours } from "../../shared/stations/hours.js";
import { uuidV5 } from "./uuid-v5.js";

const DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;
const BEIJING_HOURS = 8;
const PLANNED_DAYS = 90;

/**
 * Schedules of HSDS 3.2: one for each span of a week with the days that have it, and one for each span of single
 * dates.
 */
export function hsdsSchedules(hours: Hours, owner: Record<string, string>, stationId: string, fromDay: number) {
  const { week, seasons, dates, until } = hoursPlan(hours, fromDay, PLANNED_DAYS);
  const common = { ...owner, timezone: BEIJING_HOURS };
  const schedule = (name: string, fields: object) => ({
    id: uuidV5(`schedule:${stationId}:${name}`),
    ...common,
    ...fields,
  });
  const weekly = (days: readonly PlanDay[], when: string) =>
    groupsOf(days).map(({ span, byday }) =>
      schedule(`${when}:${span}`, {
        // Every week, so that no `interval` is needed, which would ask for a `dtstart`.
        freq: "WEEKLY",
        wkst: "MO",
        byday: byday.join(","),
        ...timesOf(span),
        ...(when === "week" ? {} : { description: `每年 ${when}` }),
      }),
    );
  return [
    ...weekly(week, "week"),
    ...seasons.flatMap(({ from, to, week: ofSeason }) => weekly(ofSeason, `${from} – ${to}`)),
    ...dates.flatMap(({ from, to, day }) => {
      const dated = { valid_from: from, valid_to: to, notes: `单独的日子，写到 ${until}` };
      if (day.spans.length === 0) {
        return [schedule(`${from}`, { ...dated, description: day.isUnknown ? "不知道" : "不开" })];
      }
      return day.spans.map((span) => schedule(`${from}:${span}`, { ...dated, ...timesOf(span) }));
    }),
  ];
}

function groupsOf(days: readonly PlanDay[]) {
  const groups = new Map<string, { span: readonly [number, number]; byday: string[] }>();
  for (const [weekday, { spans }] of days.entries()) {
    for (const span of spans) {
      const group = groups.get(String(span)) ?? { span, byday: [] };
      group.byday.push(DAYS[weekday] ?? "");
      groups.set(String(span), group);
    }
  }
  return [...groups.values()];
}

/** `08:30+08:00`; the last minute of a day stands for midnight, which the format has no word for. */
function timesOf([from, to]: readonly [number, number]) {
  return { opens_at: timeWords(from), closes_at: timeWords(Math.min(to, 1_439)) };
}

function timeWords(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}+08:00`;
}
