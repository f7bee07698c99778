import { AMENITY_KINDS, type AmenityKind } from "../../shared/amenities/amenity.js";
import type { Hours } from "../../shared/stations/hours.js";
import type { Amenities, Station } from "../../shared/stations/station.js";
import { alwaysOpenHours, beijing, givenAmenity, givenHours, givenStation } from "./given.js";

const NOW = beijing("2026-11-24T10:00");
const DAY_MS = 86_400_000;

const everyDay = <Day>(day: Day): Day[] => Array.from({ length: 7 }, () => day);
/** By day, never shut, with a lunch break on working days, by night, by day on all but one date, untold. */
const HOURS: Hours[] = [
  givenHours(),
  alwaysOpenHours,
  givenHours({
    week: [
      ...everyDay([
        { opens: 510, closes: 720 },
        { opens: 780, closes: 1_050 },
      ]).slice(0, 5),
      [],
      [],
    ],
  }),
  givenHours({ week: everyDay([{ opens: 1_080, closes: 1_560, unattended: true as const }]) }),
  givenHours({ exceptions: [{ date: "2026-11-24", hours: [] }], note: "周二盘点" }),
  givenHours({ week: everyDay("unknown" as const) }),
];

/** Stations of every sort around some cities, many of them at one point, in the order of their ids. */
export function givenManyStations(count: number, random: () => number): Station[] {
  const cities = Array.from({ length: 60 }, () => ({ latitude: 20 + 28 * random(), longitude: 85 + 40 * random() }));
  const pick = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(random() * items.length)];
  const sets = Array.from({ length: 300 }, () => someAmenities(random));
  return Array.from({ length: count }, (_, index) => {
    const city = pick(cities) ?? { latitude: 38, longitude: 106 };
    const spread = 0.4 * random() ** 3;
    // A grid of some metres gives many stations one distance.
    const near = (degree: number) => Math.round((degree + (random() - 0.5) * spread) * 20_000) / 20_000;
    return givenStation({
      id: `st_many_${String(index).padStart(6, "0")}`,
      location: { latitude: near(city.latitude), longitude: near(city.longitude) },
      hours: pick(HOURS) ?? alwaysOpenHours,
      amenities: pick(sets) ?? {},
      ...someTrust(random),
    });
  });
}

function someAmenities(random: () => number): Amenities {
  const kinds: AmenityKind[] = AMENITY_KINDS.filter(() => random() < 0.3);
  return Object.fromEntries(kinds.map((kind) => [kind, givenAmenity(random() < 0.8 ? "working" : "broken")]));
}

function someTrust(random: () => number): Partial<Station> {
  const open = random() < 0.5 ? NOW - Math.floor(random() * 40 * DAY_MS) : null;
  const verified = { location: null, services: null, open };
  if (random() < 0.93) return { verified };
  const until = NOW + Math.floor((random() - 0.3) * DAY_MS);
  return {
    verified,
    closure: random() < 0.3 ? { from: NOW - DAY_MS, until, reason: null } : null,
    reportedClosedUntil: random() < 0.6 ? until : null,
    shutReports: { doubtedAt: NOW - Math.floor(random() * DAY_MS), bySeveral: random() < 0.3, days: 1, turns: 0 },
  };
}
