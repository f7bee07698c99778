import type { BeijingDate } from "../common/time.js";
import type { Hours } from "../stations/hours.js";
import { type HoursPlan, hoursPlan, isSameDay, type PlanDay } from "./hours-plan.js";

export interface OsmHours {
  /** As the tag `opening_hours` of OpenStreetMap has it. */
  text: string;
  /** The last day whose holidays and single dates are in it. */
  until: BeijingDate;
}

const DAYS = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"] as const;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;
/** A tag of OpenStreetMap is no longer. */
const LONGEST = 255;
/** Dates are written out for as long as they fit. */
const HORIZONS = [366, 180, 90, 60, 30] as const;
const SHORTEST_HORIZON = 14;

/**
 * Hours in the words of OpenStreetMap. Spans of a day stand in one rule with commas between, those past midnight cut there:
 * a rule after `;` takes the whole day from the rules before it, and with it what is left of the night.
 */
export function osmHours(hours: Hours, fromDay: number): OsmHours {
  for (const days of HORIZONS) {
    const plan = hoursPlan(hours, fromDay, days);
    const text = textOf(plan);
    if (text.length <= LONGEST) return { text, until: plan.until };
  }
  const plan = hoursPlan(hours, fromDay, SHORTEST_HORIZON);
  return { text: textOf(plan), until: plan.until };
}

function textOf({ week, seasons, dates }: HoursPlan): string {
  const rules = [
    ...weekRules(week, "").filter((rule) => !rule.endsWith(" off")),
    // The last rule wins, and the first season: they are told from behind.
    ...seasons.toReversed().flatMap(({ from, to, week: ofSeason }) => weekRules(ofSeason, seasonWords(from, to))),
    ...dates.map(({ from, to, day }) =>
      ruleOf(from === to ? dateWords(from) : `${dateWords(from)}-${dateWords(to)}`, day),
    ),
  ];
  return rules.length === 0 ? "off" : rules.join("; ");
}

/** Days that are alike together: `Mo-Fr 08:00-18:00`, `Sa,Su off`. */
function weekRules(week: readonly PlanDay[], before: string): string[] {
  const groups: { day: PlanDay; weekdays: number[] }[] = [];
  for (const [weekday, day] of week.entries()) {
    const same = groups.find((group) => isSameDay(group.day, day));
    if (same) same.weekdays.push(weekday);
    else groups.push({ day, weekdays: [weekday] });
  }
  return groups.map(({ day, weekdays }) => ruleOf([before, weekdayWords(weekdays)].filter(Boolean).join(" "), day));
}

function ruleOf(when: string, { isUnknown, spans }: PlanDay): string {
  const open = spans.map(([from, to]) => `${timeWords(from)}-${timeWords(to)}`).join(",");
  if (!isUnknown) return `${when} ${open === "" ? "off" : open}`;
  return open === "" ? `${when} unknown` : `${when} unknown, ${when} ${open}`;
}

function weekdayWords(weekdays: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const weekday of weekdays) {
    const last = runs.at(-1);
    if (last && last[1] === weekday - 1) last[1] = weekday;
    else runs.push([weekday, weekday]);
  }
  return runs.map(([from, to]) => (from === to ? DAYS[from] : `${DAYS[from]}-${DAYS[to]}`)).join(",");
}

function seasonWords(from: string, to: string): string {
  return `${monthDayWords(from)}-${monthDayWords(to)}`;
}

function monthDayWords(monthDay: string): string {
  const [month = 1, day = 1] = monthDay.split("-").map(Number);
  return `${MONTHS[month - 1]} ${String(day).padStart(2, "0")}`;
}

function dateWords(date: BeijingDate): string {
  return `${date.slice(0, 4)} ${monthDayWords(date.slice(5))}`;
}

/** `08:30`, `24:00`. */
function timeWords(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}
