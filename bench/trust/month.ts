import { distanceMetres, travelMinutes } from "../../shared/core/distance.js";
import { type EpochMs, HOUR_MS, MINUTE_MS } from "../../shared/core/time.js";
import { opensForArrival } from "../../shared/stations/opening.js";
import { postedAt } from "../../shared/stations/posted-hours.js";
import { rankByTrust } from "../../shared/trust/rank.js";
import type { DoorReport } from "../../shared/trust/reporters.js";
import { afterShutReport } from "../../shared/trust/shut-reports.js";
import { doubtMinutes, doubtOf } from "../../shared/trust/trust.js";
import type { TrustSettings } from "../../shared/trust/trust-settings.js";
import type { Random } from "../made-up-stations.js";
import { type CityStation, isReallyOpen, madeUpCity } from "./city.js";
import { madeUpPeople, type Person } from "./people.js";

export const WAYS = ["distance", "posted", "product", "perfect"] as const;
export type Way = (typeof WAYS)[number];

export interface Tally {
  arrivals: number;
  open: number;
  /** Of all journeys together. */
  minutes: number;
}

interface Candidate {
  city: CityStation;
  station: CityStation["known"];
  minutes: number;
  arrivesAt: EpochMs;
}

interface Happening {
  at: EpochMs;
  happen: () => void;
}

/** How many of the nearest are looked at; further ones are never put first. */
const NEAREST = 30;

/** Replays one month: whether the station each way puts first is open when the person gets there. */
export function replayMonth(random: Random, settings: TrustSettings): Record<Way, Tally> {
  const stations = madeUpCity(random);
  const people = madeUpPeople(stations, random);
  const tallies = Object.fromEntries(WAYS.map((way) => [way, { arrivals: 0, open: 0, minutes: 0 }])) as Record<
    Way,
    Tally
  >;
  const kept = stations.flatMap(keepersTaps).sort((a, b) => a.at - b.at);
  const reports: Happening[] = [];
  const reportsAt = new Map<CityStation, DoorReport[]>();
  for (const person of people) {
    happenUntil(person.asksAt, kept, reports);
    const firsts = firstOfEachWay(person, stations, settings);
    if (firsts === null) continue;
    for (const way of WAYS) count(tallies[way], firsts[way]);
    const { city, arrivesAt } = firsts.product;
    if (!person.reports || isOpen(firsts.product)) continue;
    insert(reports, { at: arrivesAt, happen: () => reportShut(city, arrivesAt, reportsAt, settings) });
  }
  return tallies;
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

/** Both lists are in order of time; what happened is taken off. */
function happenUntil(at: EpochMs, ...lists: Happening[][]): void {
  for (;;) {
    const [list] = lists.filter(([next]) => next !== undefined && next.at <= at).sort((a, b) => timeOf(a) - timeOf(b));
    if (list === undefined) return;
    list.shift()?.happen();
  }
}

function timeOf([next]: Happening[]): EpochMs {
  return next?.at ?? Number.POSITIVE_INFINITY;
}

function insert(list: Happening[], happening: Happening): void {
  const later = list.findIndex(({ at }) => at > happening.at);
  list.splice(later === -1 ? list.length : later, 0, happening);
}

function reportShut(
  city: CityStation,
  at: EpochMs,
  reportsAt: Map<CityStation, DoorReport[]>,
  settings: TrustSettings,
) {
  const kept = (reportsAt.get(city) ?? []).filter((report) => at - report.at < settings.doubtHours * HOUR_MS);
  // Everybody has a phone and an address of their own, and stands at the door.
  const who = `${city.known.id} ${at} ${kept.length}`;
  const reports = [...kept, { at, atDoor: true, account: null, device: who, address: who }];
  reportsAt.set(city, reports);
  Object.assign(city.known, afterShutReport(city.known, reports, at, settings));
}

/** Null where nothing near is open by its hours: such a person goes nowhere. */
function firstOfEachWay(
  person: Person,
  stations: readonly CityStation[],
  settings: TrustSettings,
): Record<Way, Candidate> | null {
  const near = nearestTo(person, stations);
  const [nearest] = near;
  const posted = near.find(isPostedOpen);
  if (nearest === undefined || posted === undefined) return null;
  return {
    distance: nearest,
    posted,
    product: firstByTrust(person, near, settings) ?? posted,
    perfect: near.find(isOpen) ?? posted,
  };
}

/** What the product puts first under 现在能用 with `sort=best`. No more is measured than the rule can look at. */
function firstByTrust({ asksAt }: Person, near: readonly Candidate[], settings: TrustSettings): Candidate | undefined {
  const isBelieved = ({ station, arrivesAt }: Candidate) => opensForArrival(station, asksAt, arrivesAt) === true;
  const nearest = near.find(isBelieved);
  if (nearest === undefined) return undefined;
  const reach = nearest.minutes + doubtMinutes(doubtOf(nearest.station, asksAt, settings), settings);
  const believed = near.filter(({ minutes }) => nearest.minutes <= minutes && minutes <= reach).filter(isBelieved);
  return rankByTrust(believed, asksAt, settings, 1)[0]?.item;
}

function nearestTo({ place, point, travel, asksAt }: Person, stations: readonly CityStation[]): Candidate[] {
  const squared = stations.map(({ place: { east, north } }) => (east - place.east) ** 2 + (north - place.north) ** 2);
  const reach = Float64Array.from(squared).sort()[NEAREST] ?? 0;
  return stations
    .filter((_, index) => (squared[index] ?? 0) < reach)
    .map((city) => ({ city, metres: distanceMetres(point, city.known.location) }))
    .sort((a, b) => a.metres - b.metres || (a.city.known.id < b.city.known.id ? -1 : 1))
    .map(({ city, metres }) => {
      const minutes = travelMinutes(metres, travel);
      return { city, station: city.known, minutes, arrivesAt: asksAt + minutes * MINUTE_MS };
    });
}

function isPostedOpen({ station, arrivesAt }: Candidate): boolean {
  return postedAt(station.hours, arrivesAt).state === "open";
}

function isOpen(candidate: Candidate): boolean {
  return isPostedOpen(candidate) && isReallyOpen(candidate.city, candidate.arrivesAt);
}

function count(tally: Tally, first: Candidate): void {
  tally.arrivals += 1;
  tally.minutes += first.minutes;
  if (isOpen(first)) tally.open += 1;
}
