import { DAY_MS, type EpochMs, HOUR_MS } from "../../shared/common/time.js";
import { STATION_SCHEMA_VERSION, type Station } from "../../shared/stations/station.js";
import { type StationSketch, stationSketches } from "./demo-station-sketches.js";

/**
 * Made-up stations around 兴庆区, one of every kind that a list can meet, to show the product on an empty store. Each
 * is marked 示例: places of these names exist, but neither the positions nor anything else here is anybody's own list.
 *
 * @param now what 今天确认过, 快过期 and 要关一会儿 are counted from
 */
export function demoStations(now: EpochMs): Station[] {
  return stationSketches(now).map((sketch, index) => drawStation(sketch, index + 1, now));
}

function drawStation(sketch: StationSketch, number: number, now: EpochMs): Station {
  const { latitude, longitude } = sketch;
  const confirmedAt = sketch.confirmedDaysAgo === null ? null : now - sketch.confirmedDaysAgo * DAY_MS - HOUR_MS;
  return {
    schemaVersion: STATION_SCHEMA_VERSION,
    id: `st_demo_${String(number).padStart(2, "0")}`,
    revision: 1,
    code: `SL-${String(number).padStart(3, "0")}`,
    name: `示例·${sketch.name}`,
    kind: "standard",
    host: null,
    address: `银川市兴庆区${sketch.address}`,
    landmark: null,
    district: { code: "640104", text: "兴庆区" },
    location: { latitude, longitude },
    surveyed: { datum: "gcj02", latitude, longitude, source: "示例，位置是编的" },
    areaSquareMetres: 30,
    capacity: 12,
    audience: sketch.audience ?? "骑手、快递员、环卫工，谁累了都能进",
    entryNote: sketch.entryNote ?? "推门就进，无需登记",
    phone: null,
    hours: sketch.hours,
    amenities: sketch.amenities,
    sameSiteAs: null,
    verified: { location: confirmedAt, services: confirmedAt, open: confirmedAt },
    closure: null,
    confirmedBy: confirmedAt === null ? null : "keeper",
    reportedClosedUntil: null,
    openReportCount: 0,
    isDemo: true,
    withdrawnAt: null,
    createdAt: now,
    updatedAt: now,
    ...sketch.rest,
  };
}
