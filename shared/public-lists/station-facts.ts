import { AMENITIES, AMENITY_KINDS, type AmenityKind } from "../amenities/amenity.js";
import { alwaysOpen, usualHours } from "../stations/posted-hours.js";
import type { Station } from "../stations/station.js";

/** What a station counts for in the lists: `service:legal_aid`, `kit:microwave`, `broken:microwave`, `hours:late`. */
export type StationFact = `${"service" | "kit" | "broken" | "hours"}:${string}`;
type Told = Pick<Station, "amenities" | "hours">;

/** What hours are told apart by, as the lists say it. */
export const HOURS_FACTS = {
  "hours:always": "24 小时都能进",
  "hours:late": "晚上 9 点还开着",
  "hours:weekend": "周六周日都开",
  "hours:unknown": "时间还没人说",
} as const satisfies Record<`hours:${string}`, string>;

const WEEK = 7;
const NINE_PM = 21 * 60;
const SATURDAY = 5;

/**
 * The services of a station that are given there now, in the order in which they are shown. The one place that knows which
 * fields of a station are services: another field of them joins here.
 */
export function servicesOf({ amenities }: Pick<Told, "amenities">): { key: string; label: string }[] {
  return AMENITY_KINDS.filter((kind) => isService(kind) && amenities[kind]?.state === "working").map((kind) => ({
    key: kind,
    label: AMENITIES[kind].label,
  }));
}

/**
 * All that a station counts for.
 *
 * @param monday the first day of a week, counted from 1970-01-01 in Beijing: its hours are those of that week without its
 *   holidays
 */
export function factsOf(station: Told, monday: number): StationFact[] {
  return [
    ...servicesOf(station).map(({ key }): StationFact => `service:${key}`),
    ...kitOf(station),
    ...hoursFacts(station, monday),
  ];
}

/** What people read of a fact; null: it is none that there is. */
export function factLabel(fact: string): string | null {
  if (Object.hasOwn(HOURS_FACTS, fact)) return HOURS_FACTS[fact as keyof typeof HOURS_FACTS];
  const [sort, key = ""] = fact.split(":");
  if (!Object.hasOwn(AMENITIES, key) || !["service", "kit", "broken"].includes(sort ?? "")) return null;
  return AMENITIES[key as AmenityKind].label;
}

function kitOf({ amenities }: Pick<Told, "amenities">): StationFact[] {
  return AMENITY_KINDS.filter((kind) => !isService(kind)).flatMap((kind): StationFact[] => {
    const state = amenities[kind]?.state;
    if (state === "working") return [`kit:${kind}`];
    return state === "broken" ? [`broken:${kind}`] : [];
  });
}

function isService(kind: AmenityKind): boolean {
  return AMENITIES[kind].group === "service";
}

function hoursFacts({ hours }: Pick<Told, "hours">, monday: number): StationFact[] {
  const days = Array.from({ length: WEEK }, (_, day) => usualHours(hours, monday + day));
  if (days.every((day) => day === "unknown")) return ["hours:unknown"];
  const isOpenAt = (minute: number) => (day: (typeof days)[number]) =>
    day !== "unknown" && day.some(({ opens, closes }) => opens <= minute && minute < closes);
  // On most days of the week.
  const isLate = days.filter(isOpenAt(NINE_PM)).length > WEEK / 2;
  const isWeekend = days.slice(SATURDAY).every((day) => day !== "unknown" && day.length > 0);
  return [
    ...(alwaysOpen(hours) ? (["hours:always"] as const) : []),
    ...(isLate ? (["hours:late"] as const) : []),
    ...(isWeekend ? (["hours:weekend"] as const) : []),
  ];
}
