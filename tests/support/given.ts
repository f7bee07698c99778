import type { StationDeed } from "../../api/stations/station-change.js";
import type { Hours } from "../../shared/stations/hours.js";
import { STATION_SCHEMA_VERSION, type Station } from "../../shared/stations/station.js";

let made = 0;

/** Hours of 8:00–20:00 every day that say nothing of public holidays. */
export function givenHours(hours: Partial<Hours> = {}): Hours {
  return {
    week: Array.from({ length: 7 }, () => [{ opens: 480, closes: 1_200 }]),
    holidays: "unknown",
    adjustedWorkdays: "as_week",
    seasons: [],
    exceptions: [],
    note: null,
    ...hours,
  };
}

/** 24 hours a day, public holidays too. */
export const alwaysOpenHours = givenHours({
  week: Array.from({ length: 7 }, () => [{ opens: 0, closes: 1_440 }]),
  holidays: "as_week",
});

/** What an officer sends to add a station. */
export function givenNewStation<Changed extends object>(changed?: Changed) {
  return {
    name: "丽景街驿站",
    address: "丽景街 1 号",
    district: { code: "640104", text: "兴庆区" },
    location: { latitude: 38.474, longitude: 106.289 },
    hours: givenHours(),
    ...changed,
  };
}

/** A station with valid defaults and a name and an id of its own. */
export function givenStation(station: Partial<Station> = {}): Station {
  made += 1;
  const location = station.location ?? { latitude: 38.474, longitude: 106.289 };
  return {
    schemaVersion: STATION_SCHEMA_VERSION,
    id: `st_given_${String(made).padStart(6, "0")}`,
    revision: 1,
    code: null,
    name: `丽景街驿站 ${made}`,
    kind: "standard",
    host: null,
    address: "丽景街 1 号",
    landmark: null,
    district: { code: "640104", text: "兴庆区" },
    location,
    surveyed: { datum: "gcj02", ...location, source: "test" },
    areaSquareMetres: null,
    capacity: null,
    audience: null,
    entryNote: null,
    phone: null,
    hours: givenHours(),
    amenities: {},
    sameSiteAs: null,
    verified: { location: null, services: null, open: null },
    closure: null,
    confirmedBy: null,
    reportedClosedUntil: null,
    openReportCount: 0,
    isDemo: false,
    withdrawnAt: null,
    createdAt: 0,
    updatedAt: 0,
    ...station,
  };
}

export function givenAmenity(state: "working" | "broken" | "absent" = "working") {
  return { state, note: null, since: 0, confirmedAt: null, expiresOn: null };
}

/** A deed for the record, where it does not matter who did it. */
export const givenDeed = {
  author: { userId: null, role: null, way: "command" },
  action: "station:change",
} as const satisfies StationDeed;

/** An instant written as Beijing time: `2026-03-03T19:00`. */
export function beijing(text: string): number {
  return Date.parse(`${text}+08:00`);
}
