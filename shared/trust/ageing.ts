import { AMENITIES, AMENITY_KINDS, type AmenityKind } from "../amenities/amenity.js";
import { beijingDayNumber, beijingInstant, DAY_MS, type EpochMs, startOfBeijingDay } from "../common/time.js";
import type { KeptStation } from "../stations/keeper-change.js";
import { closureCovers } from "../stations/opening.js";

/** What is known of a station and grows old, each by a clock of its own. */
export const AGEING_FACTS = ["door", "medicine", "hours", "supplies", "furniture", "position"] as const;
export type AgeingFact = (typeof AGEING_FACTS)[number];

/** Something to ask a keeper, because what is known of it may not be true any more. */
export interface AgeingQuestion {
  fact: AgeingFact;
  /** Which amenities it is about; empty for what is none. */
  kinds: AmenityKind[];
  /** When somebody last said it; null: nobody ever has. */
  since: EpochMs | null;
  /** 0.5 when its clock has run out, towards 1 after that. */
  doubt: number;
}

/** How often a station stood first in lists on a day: a door that more people are sent to is asked about sooner. */
export const DOOR_CLOCK_DAYS = [
  { fromShown: 30, days: 1 },
  { fromShown: 10, days: 2 },
  { fromShown: 0, days: 3 },
] as const;
export const HOURS_CLOCK_DAYS = 30;
const MEDICINE_NOTICE_DAYS = 7;
export const SUPPLIES_CLOCK_DAYS = 7;
export const FURNITURE_CLOCK_DAYS = 180;
/** At most so many at a time. */
export const MOST_QUESTIONS = 3;

/** What is used up, or carried away. */
const SUPPLIES: ReadonlySet<AmenityKind> = new Set([
  "drinking_water",
  "hot_water",
  "cold_drink",
  "tea",
  "powerbank",
  "bandaid",
  "sewing_kit",
  "umbrella",
  "raincoat",
  "hand_warmer",
]);

/** From this doubt on it is asked. */
const ASKED_FROM = 0.5;

/**
 * What to ask a station's keeper, the most valuable first. Every question of one station is worth its doubt times how often
 * that station is shown, so that within it the doubt decides. Whatever a keeper has done answers what it implies: who
 * confirms the door stands in the station, and is not asked where it is; who set the microwave is not asked about it.
 *
 * @param shown how often it stood first in lists yesterday; null: less than is told
 */
export function ageingQuestions(station: KeptStation, now: EpochMs, shown: number | null): AgeingQuestion[] {
  const found = [
    ...doorQuestion(station, now, shown),
    ...medicineQuestions(station, now),
    ...hoursQuestion(station, now),
    ...amenityQuestion(station, now, "supplies"),
    ...amenityQuestion(station, now, "furniture"),
    ...positionQuestion(station, now),
  ].filter(({ doubt }) => doubt >= ASKED_FROM);
  const place = ({ fact }: AgeingQuestion) => AGEING_FACTS.indexOf(fact);
  return found.sort((a, b) => b.doubt - a.doubt || place(a) - place(b)).slice(0, MOST_QUESTIONS);
}

/** How much asking about a station is worth: how often it is shown first, times how doubtful what is asked is. */
export function worthOf(questions: readonly AgeingQuestion[], shown: number | null): number {
  return (1 + (shown ?? 0)) * Math.max(0, ...questions.map(({ doubt }) => doubt));
}

/**
 * The probability that something is not true any more, when it halves with each run of its clock; nobody ever said
 * it: 1.
 */
export function doubtOf(since: EpochMs | null, clockDays: number, now: EpochMs): number {
  return since === null ? 1 : 1 - 2 ** (-Math.max(0, now - since) / (clockDays * DAY_MS));
}

function doorQuestion({ closure, verified, hours }: KeptStation, now: EpochMs, shown: number | null): AgeingQuestion[] {
  // A door that its keeper has shut is not asked about: they know.
  if (closureCovers(closure, now)) return [];
  const today = beijingDayNumber(now);
  const saidToday = hours.exceptions.some(
    ({ date, said }) => said !== undefined && beijingDayNumber(beijingInstant(date)) === today,
  );
  const since = saidToday ? Math.max(verified.open ?? 0, startOfBeijingDay(today)) : verified.open;
  const clock = DOOR_CLOCK_DAYS.find(({ fromShown }) => (shown ?? 0) >= fromShown)?.days ?? 3;
  return [{ fact: "door", kinds: [], since, doubt: doubtOf(since, clock, now) }];
}

function hoursQuestion({ verified }: KeptStation, now: EpochMs): AgeingQuestion[] {
  // Before hours had a date of their own, whoever confirmed the door confirmed them too.
  const since = verified.hours ?? verified.open;
  return [{ fact: "hours", kinds: [], since, doubt: doubtOf(since, HOURS_CLOCK_DAYS, now) }];
}

/** Half a doubt a week before its date, none left on the day. */
function medicineQuestions({ amenities }: KeptStation, now: EpochMs): AgeingQuestion[] {
  const today = beijingDayNumber(now);
  return AMENITY_KINDS.flatMap((kind): AgeingQuestion[] => {
    const entry = amenities[kind];
    if (entry?.state !== "working" || entry.expiresOn === null) return [];
    const daysLeft = beijingDayNumber(beijingInstant(entry.expiresOn)) - today;
    if (daysLeft > MEDICINE_NOTICE_DAYS) return [];
    const doubt = 1 - (Math.max(0, daysLeft) / MEDICINE_NOTICE_DAYS) * 0.5;
    return [{ fact: "medicine", kinds: [kind], since: entry.confirmedAt, doubt }];
  });
}

/** One question for all that is due, as old as the oldest of it. */
function amenityQuestion({ amenities }: KeptStation, now: EpochMs, fact: "supplies" | "furniture"): AgeingQuestion[] {
  const clock = fact === "supplies" ? SUPPLIES_CLOCK_DAYS : FURNITURE_CLOCK_DAYS;
  const due = AMENITY_KINDS.flatMap((kind) => {
    const entry = amenities[kind];
    const isAsked = entry?.state === "working" && SUPPLIES.has(kind) === (fact === "supplies");
    if (!isAsked || ("expires" in AMENITIES[kind] && entry.expiresOn !== null)) return [];
    const doubt = doubtOf(entry.confirmedAt, clock, now);
    return doubt < ASKED_FROM ? [] : [{ kind, since: entry.confirmedAt, doubt }];
  });
  if (due.length === 0) return [];
  const oldest = due.reduce((one, other) => (other.doubt > one.doubt ? other : one));
  return [{ fact, kinds: due.map(({ kind }) => kind), since: oldest.since, doubt: oldest.doubt }];
}

function positionQuestion({ verified }: KeptStation, now: EpochMs): AgeingQuestion[] {
  const told = [verified.location, verified.open, verified.services].filter((at) => at !== null);
  const since = told.length === 0 ? null : Math.max(...told);
  return [{ fact: "position", kinds: [], since, doubt: doubtOf(since, FURNITURE_CLOCK_DAYS, now) }];
}
