import type { MapPoint } from "../../shared/common/place.js";
import { type BeijingDate, DAY_MS, type EpochMs, HOUR_MS, MINUTE_MS } from "../../shared/common/time.js";
import type { DayHours, Hours } from "../../shared/stations/hours.js";
import type { Station } from "../../shared/stations/station.js";
import { madeUpStation, type Random } from "../made-up-stations.js";

/**
 * What a month in the city is made of. Fixed: where the rules fall short, the rules change
 * (docs/decisions/0012-trust.md).
 */
export const CITY = {
  stations: 500,
  days: 30,
  /** A Monday in a month without public holidays. */
  firstDay: "2026-11-02" as BeijingDate,
  /** The side of the square the city fills. */
  sideMetres: 14_000,
  /** Three stations in five stand around one of these many centres. */
  centres: 12,
  centreSpreadMetres: 1_200,
  centralShare: 0.6,
  arrivalsPerStationDay: 20,
  /** How far from a station the people stand who look for one. */
  catchmentMetres: 600,
  /** The others walk. */
  ebikeShare: 0.5,
  closedShare: 0.05,
  shortestSpellHours: 1,
  longestSpellHours: 6,
  goneShare: 0.02,
  reportShare: 1 / 3,
  confirmedDayShare: 0.6,
  announcedShare: 1 / 3,
} as const;

/** A station as the product knows it, and as it really is. */
export interface CityStation {
  /** What the product knows; what people say and tap changes it. */
  known: Station;
  /** From the middle of the city, metres. */
  place: Place;
  /** Shut for good, and nobody said so. */
  isGone: boolean;
  /** Spells in which the door is shut against the posted hours, in order of time. */
  spells: Spell[];
  /** When the keeper taps 都对,确认: once on some days, at the open door. */
  confirmations: EpochMs[];
}

export interface Place {
  east: number;
  north: number;
}

export interface Spell {
  from: EpochMs;
  to: EpochMs;
  isAnnounced: boolean;
}

interface OpenDay {
  from: EpochMs;
  to: EpochMs;
}

const METRES_PER_DEGREE = 111_319.5;
const MIDDLE: MapPoint = { latitude: 38.47, longitude: 106.25 };

/** A point so many metres east and north of the middle of the city. */
export function pointAt({ east, north }: Place): MapPoint {
  const shrink = Math.cos((MIDDLE.latitude * Math.PI) / 180);
  return {
    latitude: MIDDLE.latitude + north / METRES_PER_DEGREE,
    longitude: MIDDLE.longitude + east / (METRES_PER_DEGREE * shrink),
  };
}

export function monthStartsAt(): EpochMs {
  return Date.parse(`${CITY.firstDay}T00:00+08:00`);
}

/** The city of one seed: where its stations stand, what their doors say, and what is true. */
export function madeUpCity(random: Random): CityStation[] {
  const half = CITY.sideMetres / 2;
  const anywhere = () => ({ east: (random() * 2 - 1) * half, north: (random() * 2 - 1) * half });
  const within = (metres: number) => Math.max(-half, Math.min(half, metres));
  const centres = Array.from({ length: CITY.centres }, anywhere);
  const places = Array.from({ length: CITY.stations }, () => {
    const centre = centres[Math.floor(random() * centres.length)];
    if (centre === undefined || random() >= CITY.centralShare) return anywhere();
    const stray = () => gaussian(random) * CITY.centreSpreadMetres;
    return { east: within(centre.east + stray()), north: within(centre.north + stray()) };
  });
  const gone = new Set(shuffled([...places.keys()], random).slice(0, CITY.stations * CITY.goneShare));
  return places.map((place, index) => {
    const { hours, openDays } = madeUpHours(random);
    const spells = madeUpSpells(openDays, random);
    const isGone = gone.has(index);
    const known = { ...madeUpStation(index, pointAt(place), random), hours };
    return { known, place, isGone, spells, confirmations: isGone ? [] : madeUpConfirmations(openDays, spells, random) };
  });
}

/**
 * 6.5 in 100 never shut, the national share of 2024; the others keep the hours of a shop, of a long day, of an
 * office.
 */
function madeUpHours(random: Random): { hours: Hours; openDays: OpenDay[] } {
  const share = random();
  const [opens, closes, workdays] =
    share < 0.065 ? [0, 24, 7] : share < 0.45 ? [8, 20, 7] : share < 0.75 ? [7, 22, 7] : [8.5, 17.5, 5];
  const day: DayHours = [{ opens: opens * 60, closes: closes * 60 }];
  const hours: Hours = {
    week: Array.from({ length: 7 }, (_, weekday): DayHours => (weekday < workdays ? day : [])),
    holidays: "as_week",
    adjustedWorkdays: "as_week",
    seasons: [],
    exceptions: [],
    note: null,
  };
  const openDays = Array.from({ length: CITY.days }, (_, index) => index)
    .filter((index) => index % 7 < workdays)
    .map((index) => monthStartsAt() + index * DAY_MS)
    .map((midnight) => ({ from: midnight + opens * HOUR_MS, to: midnight + closes * HOUR_MS }));
  return { hours, openDays };
}

/** Spells that together cover the share of the open hours, each within one day, no two on the same day. */
function madeUpSpells(openDays: readonly OpenDay[], random: Random): Spell[] {
  const openMs = openDays.reduce((sum, { from, to }) => sum + to - from, 0);
  // Whatever the last spell is too much or too little evens out: it is kept with the chance that makes the mean right.
  let left = openMs * CITY.closedShare;
  const spells: Spell[] = [];
  for (const day of shuffled(openDays, random)) {
    const hours = CITY.shortestSpellHours + random() * (CITY.longestSpellHours - CITY.shortestSpellHours);
    const length = Math.min(hours * HOUR_MS, day.to - day.from);
    if (left < length && random() >= left / length) break;
    const from = day.from + random() * (day.to - day.from - length);
    spells.push({ from, to: from + length, isAnnounced: random() < CITY.announcedShare });
    left -= length;
    if (left <= 0) break;
  }
  return spells.sort((a, b) => a.from - b.from);
}

/** On some of the days, within the first hour after opening; when the door is shut then, as soon as it opens. */
function madeUpConfirmations(openDays: readonly OpenDay[], spells: readonly Spell[], random: Random): EpochMs[] {
  return openDays.flatMap(({ from, to }) => {
    if (random() >= CITY.confirmedDayShare) return [];
    const wanted = from + random() * HOUR_MS;
    const spell = spells.find((one) => one.from <= wanted && wanted < one.to);
    const at = spell ? spell.to + MINUTE_MS : wanted;
    return at < to ? [at] : [];
  });
}

function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  return items
    .map((item) => ({ item, order: random() }))
    .sort((a, b) => a.order - b.order)
    .map(({ item }) => item);
}

function gaussian(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Whether a door that should be open really is. */
export function isReallyOpen({ isGone, spells }: CityStation, at: EpochMs): boolean {
  return !isGone && !spells.some(({ from, to }) => from <= at && at < to);
}
