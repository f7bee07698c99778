import { distanceMetres, travelMinutes } from "../../shared/common/distance.js";
import { beijingDate, beijingDayNumber, type EpochMs, MINUTE_MS } from "../../shared/common/time.js";
import { opensForArrival } from "../../shared/stations/opening.js";
import type { Station } from "../../shared/stations/station.js";
import { rankByTrust } from "../../shared/trust/rank.js";
import { DEFAULT_TRUST_SETTINGS } from "../../shared/trust/trust-settings.js";
import { seededRandom } from "../made-up-stations.js";
import { CITY, type CityStation, madeUpCity } from "./city.js";
import type { Tally } from "./city-month.js";
import { madeUpPeople, type Person } from "./people.js";

/** The holiday week of a city whose list gives no hours for holidays. */
export const HOLIDAY = {
  /** The first of October of a year that is announced. */
  firstDay: "2026-10-01",
  days: 7,
  /** 福州 published 143 of 462 stations as open on National Day. */
  openShare: 143 / 462,
  answerShares: [0, 0.25, 0.5, 0.75, 1],
} as const;

const NEAREST = 30;

/** A station with what is true of it in that week. */
interface HolidayStation {
  city: CityStation;
  isOpen: boolean;
  /** Between 0 and 1: it answers where that is below the share that does. */
  readiness: number;
}

interface Candidate {
  station: HolidayStation;
  known: Station;
  minutes: number;
  arrivesAt: EpochMs;
}

/**
 * How people fare in a holiday week who go to the station put first, once for each share of keepers who answer the roll
 * call. Who is open keeps its ordinary hours. Silence stays unknown: those come behind stations that are known to be open.
 * Where all that is near is known to be shut, people go nowhere.
 */
export function replayHoliday(seed: number, answerShares: readonly number[]): Tally[] {
  const random = seededRandom(seed);
  const city = madeUpCity(random);
  const people = madeUpPeople(city, random)
    .map(inHolidayWeek)
    .filter((person) => person !== null);
  const lots = seededRandom(seed + 5_000);
  const stations = city.map((one) => ({ city: one, isOpen: lots() < HOLIDAY.openShare, readiness: lots() }));
  return answerShares.map((share) => tallyOf(stations, people, share));
}

/** People of the first week of the month, moved into the holiday week. */
function inHolidayWeek(person: Person): Person | null {
  const day = beijingDayNumber(person.asksAt) - beijingDayNumber(Date.parse(`${CITY.firstDay}T00:00+08:00`));
  if (day >= HOLIDAY.days) return null;
  const moved = Date.parse(`${HOLIDAY.firstDay}T00:00+08:00`) - Date.parse(`${CITY.firstDay}T00:00+08:00`);
  return { ...person, asksAt: person.asksAt + moved };
}

function tallyOf(stations: readonly HolidayStation[], people: readonly Person[], share: number): Tally {
  const known = stations.map((station) => knownStation(station, share));
  const tally: Tally = { arrivals: 0, open: 0, minutes: 0 };
  for (const person of people) {
    const first = firstOf(candidatesOf(person, stations, known), person.asksAt);
    if (first === undefined) continue;
    tally.arrivals += 1;
    tally.minutes += first.minutes;
    if (isOpenThen(first)) tally.open += 1;
  }
  return tally;
}

/** As the product knows it: with the answers of the roll call as dated exceptions, without them unknown. */
function knownStation({ city: { known }, isOpen, readiness }: HolidayStation, share: number): Station {
  const plain = { ...known, hours: { ...known.hours, holidays: "unknown" as const } };
  if (readiness >= share) return plain;
  return { ...plain, hours: { ...plain.hours, exceptions: exceptionsOf(known, isOpen) } };
}

function exceptionsOf({ hours }: Station, isOpen: boolean): Station["hours"]["exceptions"] {
  const first = beijingDayNumber(Date.parse(`${HOLIDAY.firstDay}T00:00+08:00`));
  return Array.from({ length: HOLIDAY.days }, (_, day) => ({
    date: beijingDate(first + day),
    hours: isOpen ? ordinary(hours) : [],
  }));
}

/** What it keeps on an ordinary Monday. */
function ordinary({ week }: Station["hours"]) {
  const [monday] = week;
  return monday === undefined || monday === "unknown" ? [] : [...monday];
}

function isOpenThen({ station, arrivesAt }: Candidate): boolean {
  const { known } = station.city;
  const truth = { ...known, hours: { ...known.hours, exceptions: exceptionsOf(known, station.isOpen) } };
  return !station.city.isGone && opensForArrival(truth, arrivesAt, arrivesAt) === true;
}

/** Open ones first, by what is best; then unknown ones, the nearest first. */
function firstOf(near: readonly Candidate[], asksAt: EpochMs): Candidate | undefined {
  const open = near.filter(({ known, arrivesAt }) => opensForArrival(known, asksAt, arrivesAt) === true);
  const ranked = rankByTrust(
    open.map((candidate) => ({ candidate, station: candidate.known, minutes: candidate.minutes })),
    asksAt,
    DEFAULT_TRUST_SETTINGS,
    1,
  )[0]?.item.candidate;
  return ranked ?? near.find(({ known, arrivesAt }) => opensForArrival(known, asksAt, arrivesAt) === null);
}

function candidatesOf(
  { place, point, travel, asksAt }: Person,
  stations: readonly HolidayStation[],
  known: readonly Station[],
): Candidate[] {
  const squared = stations.map(
    ({ city }) => (city.place.east - place.east) ** 2 + (city.place.north - place.north) ** 2,
  );
  const reach = Float64Array.from(squared).sort()[NEAREST] ?? 0;
  return stations
    .flatMap((station, index): Candidate[] => {
      const as = known[index];
      if (as === undefined || (squared[index] ?? 0) >= reach) return [];
      const minutes = travelMinutes(distanceMetres(point, as.location), travel);
      return [{ station, known: as, minutes, arrivesAt: asksAt + minutes * MINUTE_MS }];
    })
    .sort((a, b) => a.minutes - b.minutes);
}
