import { describe, expect, it } from "vitest";
import { DEMO_KEEPER_STATION_IDS } from "../../../api/demo/demo-station-ids.js";
import { demoStations } from "../../../api/stations/demo-stations.js";
import { distanceMetres } from "../../../shared/common/distance.js";
import { DAY_MS } from "../../../shared/common/time.js";
import { openingAt } from "../../../shared/stations/opening.js";
import { alwaysOpen, isClosedBySeason } from "../../../shared/stations/posted-hours.js";
import { Station } from "../../../shared/stations/station.js";

const now = Date.parse("2026-03-02T10:00+08:00"); // a Monday
const stations = demoStations(now);

describe("the demo stations", () => {
  it("are stations, marked 示例，within the district, the first two for the demo keeper", () => {
    const centre = { latitude: 38.474, longitude: 106.289 };
    for (const station of stations) {
      expect(Station.parse(station)).toEqual(station);
      expect(station).toMatchObject({ isDemo: true, district: { code: "640104" } });
      expect(station.name).toMatch(/^示例·/);
      expect(distanceMetres(centre, station.location)).toBeLessThan(3_000);
    }
    const ids = stations.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort());
    expect(ids.slice(0, 2)).toEqual(DEMO_KEEPER_STATION_IDS);
  });

  it("are the same for the same instant", () => {
    expect(demoStations(now)).toEqual(stations);
  });

  it("show every state that a door can be in", () => {
    const statesAt = (clock: string) => {
      const at = Date.parse(`2026-03-02T${clock}+08:00`);
      return demoStations(at).map((station) => openingAt(station, at).state);
    };
    expect(new Set([...statesAt("10:00"), ...statesAt("11:45")])).toEqual(
      new Set(["open", "closing_soon", "closed", "temporarily_closed", "reported_closed", "unknown"]),
    );
    expect(statesAt("23:00")).toContain("open");
    expect(stations.some(({ hours }) => alwaysOpen(hours))).toBe(true);
    expect(stations.some(({ hours }) => isClosedBySeason(hours, Math.floor(now / DAY_MS)))).toBe(true);
  });

  it("show what a card can say: repairs, dates, kinds, who may come in", () => {
    const entries = stations.flatMap(({ amenities }) => Object.values(amenities));
    expect(new Set(entries.map(({ state }) => state))).toEqual(new Set(["working", "broken", "absent"]));
    expect(entries.some(({ expiresOn }) => expiresOn !== null && expiresOn < "2026-03-02")).toBe(true);
    expect(entries.some(({ confirmedAt }) => confirmedAt === null)).toBe(true);
    expect(new Set(stations.map(({ kind }) => kind))).toEqual(new Set(["standard", "micro", "mobile"]));
    expect(new Set(stations.map(({ audience }) => audience)).size).toBeGreaterThan(3);
    expect(stations.some(({ verified }) => verified.open === null)).toBe(true);
    expect(stations.some(({ amenities }) => amenities.women_room && amenities.nursing)).toBe(true);
    expect(stations.some(({ amenities }) => amenities.ebike_charge)).toBe(true);
  });
});
