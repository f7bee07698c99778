import type { Hours } from "../../shared/stations/hours.js";
import type { Station } from "../../shared/stations/station.js";
import { alwaysOpenHours, beijing, givenAmenity, givenHours, givenStation } from "./given.js";

const everyDay = <Day>(day: Day): Day[] => Array.from({ length: 7 }, () => day);
const KINDS: readonly Hours[] = [
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
    holidays: [],
  }),
  givenHours({ week: everyDay([{ opens: 1_080, closes: 1_560 }]), holidays: "as_week" }),
  givenHours({ seasons: [{ from: "11-15", to: "03-15", week: everyDay([{ opens: 540, closes: 1_020 }]) }] }),
  givenHours({ exceptions: [{ date: "2026-12-02", hours: [] }], adjustedWorkdays: "unknown" }),
  givenHours({ week: everyDay("unknown" as const) }),
  givenHours({ namedDays: [{ day: "spring_festival", hours: [{ opens: 600, closes: 840 }] }], holidays: "as_week" }),
  givenHours({
    week: [...everyDay([{ opens: 480, closes: 1_200 }]).slice(0, 6), []],
    holidays: { week: everyDay([{ opens: 600, closes: 960 }]) },
  }),
];
const NOW = beijing("2026-12-02T10:00");

/** A made-up town: stations within some kilometres of a centre, with hours, closures and amenities of every kind. */
export function givenTown(count: number, random: () => number, spreadDegrees = 0.08): Station[] {
  const centre = { latitude: 22 + 24 * random(), longitude: 80 + 50 * random() };
  return Array.from({ length: count }, () => {
    const isOdd = random() < 0.15;
    return givenStation({
      location: {
        latitude: centre.latitude + (random() - 0.5) * spreadDegrees,
        longitude: centre.longitude + (random() - 0.5) * spreadDegrees,
      },
      hours: KINDS[Math.floor(random() * KINDS.length)] ?? alwaysOpenHours,
      amenities: random() < 0.5 ? { toilet: givenAmenity(random() < 0.8 ? "working" : "broken") } : {},
      closure: isOdd ? { from: NOW - 3_600_000, until: random() < 0.5 ? null : NOW + 9_000_000, reason: null } : null,
      reportedClosedUntil: random() < 0.1 ? NOW + 5_400_000 : null,
    });
  });
}
