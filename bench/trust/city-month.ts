import { distanceMetres, travelMinutes } from "../../shared/common/distance.js";
import { DAY_MS, type EpochMs, HOUR_MS, MINUTE_MS } from "../../shared/common/time.js";
import { opensForArrival } from "../../shared/stations/opening.js";
import { postedAt } from "../../shared/stations/posted-hours.js";
import { rankByTrust } from "../../shared/trust/rank.js";
import { doubtMinutes, doubtOf, gravityOf } from "../../shared/trust/trust.js";
import type { TrustSettings } from "../../shared/trust/trust-settings.js";
import { seededRandom } from "../made-up-stations.js";
import { type Attack, attackers, type Happening } from "./attacks.js";
import { CITY, type CityStation, isReallyOpen, madeUpCity, monthStartsAt } from "./city.js";
import { createDoors, type Doors } from "./doors.js";
import { createKeepers, type Keepers, type Messages, morningsOf, type Told } from "./keepers.js";
import { madeUpPeople, type Person } from "./people.js";
import { madeUpSender } from "./phones.js";

/** The ways that know nothing of reports, so that no attack changes them. */
export const PLAIN_WAYS = ["distance", "posted", "perfect"] as const;
export type PlainWay = (typeof PLAIN_WAYS)[number];

export interface Tally {
  arrivals: number;
  open: number;
  /** Of all journeys together. */
  minutes: number;
}

/** Open doors that the product believed to be shut, of all that were looked at, once an hour. */
export interface Wronged {
  looked: number;
  /** Turned while the door stood open. */
  turned: number;
  /** At one time. */
  mostTurned: number;
  /** Moved down by a report, or turned, whoever did it. */
  doubted: number;
}

/** Who is about beside the people of the month. */
export interface Around {
  attack: Attack;
  /** Absent: keepers are told nothing. */
  told?: Told;
}

export interface AttackedMonth {
  product: Tally;
  /** Of keepers who are told. */
  messages: Messages | null;
  /** How often a station turned whose door stood open. */
  wrongTurns: number;
  wronged: Wronged;
}

export interface Month {
  plain: Record<PlainWay, Tally>;
  /** In the order of who is about. */
  attacked: AttackedMonth[];
}

interface Candidate {
  /** Which of the city's stations. */
  index: number;
  city: CityStation;
  minutes: number;
  arrivesAt: EpochMs;
}

/** The same city under one attack: what the product knows of it, and how people fare who believe that. */
interface World {
  stations: readonly CityStation[];
  doors: Doors;
  keepers: Keepers | null;
  /** What keepers, attackers and the clock do, the latest first. */
  planned: Happening[][];
  /** Reports on their way, in order of time. */
  reports: Happening[];
  tally: Tally;
  wronged: Wronged;
}

/** How many of the nearest are looked at; further ones are never put first. */
const NEAREST = 30;
/** From 8 to 20. */
const LOOKS_PER_DAY = 12;
const FIRST_LOOK_HOUR = 8.5;

/**
 * Replays one month: whether the station each way puts first is open when the person gets there, once for each of those who
 * are about. City, people and the ends of closures are those of the seed, whoever attacks and whoever is told.
 */
export function replayMonth(seed: number, settings: TrustSettings, around: readonly Around[]): Month {
  const random = seededRandom(seed);
  const stations = madeUpCity(random);
  const people = madeUpPeople(stations, random);
  const phones = seededRandom(seed + 1_000);
  const worlds = around.map((about) => madeUpWorld(stations, about, settings, seed + 2_000));
  const plain: Month["plain"] = { distance: noJourneys(), posted: noJourneys(), perfect: noJourneys() };
  for (const person of people) {
    for (const world of worlds) happenUntil(person.asksAt, world);
    const sender = madeUpSender(phones);
    const near = nearestTo(person, stations);
    const posted = near.find(isPostedOpen);
    // Where nothing near is open by its hours, people go nowhere.
    if (near[0] === undefined || posted === undefined) continue;
    count(plain.distance, near[0]);
    count(plain.posted, posted);
    count(plain.perfect, near.find(isOpen) ?? posted);
    for (const { stations: known, doors, keepers, reports, tally } of worlds) {
      const first = firstByTrust(person, near, known, settings) ?? posted;
      count(tally, first);
      const city = known[first.index];
      if (!person.reports || isOpen(first) || city === undefined) continue;
      const at = first.arrivesAt;
      const happen = () => {
        doors.report(city, sender, at);
        keepers?.reported(city, sender, at);
      };
      insert(reports, { at, happen });
    }
  }
  return {
    plain,
    attacked: worlds.map(({ tally, doors, keepers, wronged }) => ({
      product: tally,
      messages: keepers?.messages() ?? null,
      wrongTurns: doors.wrongTurns(),
      wronged,
    })),
  };
}

function madeUpWorld(
  city: readonly CityStation[],
  { attack, told }: Around,
  settings: TrustSettings,
  seed: number,
): World {
  const stations = city.map((station) => ({ ...station, known: { ...station.known } }));
  const doors = createDoors(settings);
  const wronged: Wronged = { looked: 0, turned: 0, mostTurned: 0, doubted: 0 };
  const kept = stations.flatMap(keepersTaps).sort((a, b) => a.at - b.at);
  const looks = lookingTimes().map((at) => ({ at, happen: () => look({ stations, doors, wronged }, at, settings) }));
  const reports: Happening[] = [];
  const keepers =
    told === undefined
      ? null
      : createKeepers(told, stations, seededRandom(seed + 1_000), (happening) => insert(reports, happening));
  const mornings = morningsOf(keepers === null ? 0 : CITY.days).map((at) => ({
    at,
    happen: () => {
      for (const station of stations) keepers?.morning(station, at);
    },
  }));
  const attacking = attackers(attack, stations, doors, seededRandom(seed));
  const planned = [kept, attacking, looks, mornings].map((list) => list.reverse());
  return { stations, doors, keepers, planned, reports, tally: noJourneys(), wronged };
}

function noJourneys(): Tally {
  return { arrivals: 0, open: 0, minutes: 0 };
}

function lookingTimes(): EpochMs[] {
  return Array.from({ length: CITY.days * LOOKS_PER_DAY }, (_, number) => {
    const hour = FIRST_LOOK_HOUR + (number % LOOKS_PER_DAY);
    return monthStartsAt() + Math.floor(number / LOOKS_PER_DAY) * DAY_MS + hour * HOUR_MS;
  });
}

/** Looks at all doors that are open just then. */
function look(
  { stations, doors, wronged }: Pick<World, "stations" | "doors" | "wronged">,
  at: EpochMs,
  settings: TrustSettings,
): void {
  const open = stations.filter((city) => postedAt(city.known.hours, at).state === "open" && isReallyOpen(city, at));
  const turned = open.filter((city) => doors.isWronglyTurned(city, at)).length;
  const doubted = open.filter(({ known }) => gravityOf(doubtOf(known, at, settings)) >= gravityOf("reported_shut"));
  wronged.looked += open.length;
  wronged.turned += turned;
  wronged.mostTurned = Math.max(wronged.mostTurned, turned);
  wronged.doubted += doubted.length;
}

/** Confirmations, and the closures that keepers announce; those end by themselves. */
function keepersTaps({ known, isGone, spells, confirmations }: CityStation): Happening[] {
  const announced = isGone ? [] : spells.filter(({ isAnnounced }) => isAnnounced);
  return [
    ...announced.map(({ from, to }) => ({
      at: from,
      happen: () => {
        known.closure = { from, until: to, reason: null };
      },
    })),
    ...confirmations.map((at) => ({
      at,
      happen: () => {
        known.verified = { ...known.verified, open: at };
        known.reportedClosedUntil = null;
      },
    })),
  ];
}

/** What happened is taken off. */
function happenUntil(at: EpochMs, { planned, reports }: World): void {
  for (;;) {
    let next: Happening | undefined = reports[0];
    let from: Happening[] | null = null;
    for (const list of planned) {
      const last = list.at(-1);
      if (last && (next === undefined || last.at < next.at)) [next, from] = [last, list];
    }
    if (next === undefined || next.at > at) return;
    if (from === null) reports.shift();
    else from.pop();
    next.happen();
  }
}

function insert(list: Happening[], happening: Happening): void {
  const later = list.findIndex(({ at }) => at > happening.at);
  list.splice(later === -1 ? list.length : later, 0, happening);
}

/** What the product puts first under 现在能用 with `sort=best`. No more is measured than the rule can look at. */
function firstByTrust(
  { asksAt }: Person,
  near: readonly Candidate[],
  known: readonly CityStation[],
  settings: TrustSettings,
): Candidate | undefined {
  const all = near.flatMap((candidate) => {
    const station = known[candidate.index]?.known;
    return station ? [{ candidate, station, minutes: candidate.minutes }] : [];
  });
  const isBelieved = ({ station, candidate }: (typeof all)[number]) =>
    opensForArrival(station, asksAt, candidate.arrivesAt) === true;
  const nearest = all.find(isBelieved);
  if (nearest === undefined) return undefined;
  const reach = nearest.minutes + doubtMinutes(doubtOf(nearest.station, asksAt, settings), settings);
  const believed = all.filter(({ minutes }) => nearest.minutes <= minutes && minutes <= reach).filter(isBelieved);
  return rankByTrust(believed, asksAt, settings, 1)[0]?.item.candidate;
}

function nearestTo({ place, point, travel, asksAt }: Person, stations: readonly CityStation[]): Candidate[] {
  const squared = stations.map(({ place: { east, north } }) => (east - place.east) ** 2 + (north - place.north) ** 2);
  const reach = Float64Array.from(squared).sort()[NEAREST] ?? 0;
  return stations
    .flatMap((city, index) =>
      (squared[index] ?? 0) < reach ? [{ index, city, metres: distanceMetres(point, city.known.location) }] : [],
    )
    .sort((a, b) => a.metres - b.metres || (a.city.known.id < b.city.known.id ? -1 : 1))
    .map(({ index, city, metres }) => {
      const minutes = travelMinutes(metres, travel);
      return { index, city, minutes, arrivesAt: asksAt + minutes * MINUTE_MS };
    });
}

function isPostedOpen({ city, arrivesAt }: Candidate): boolean {
  return postedAt(city.known.hours, arrivesAt).state === "open";
}

function isOpen(candidate: Candidate): boolean {
  return isPostedOpen(candidate) && isReallyOpen(candidate.city, candidate.arrivesAt);
}

function count(tally: Tally, first: Candidate): void {
  tally.arrivals += 1;
  tally.minutes += first.minutes;
  if (isOpen(first)) tally.open += 1;
}
