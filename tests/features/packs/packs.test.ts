import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type DetailPack, detailAt, idsOf } from "../../../shared/packs/detail-pack.js";
import { coresOf, type LitePack } from "../../../shared/packs/lite-pack.js";
import type { PackManifest } from "../../../shared/packs/pack-answer.js";
import { coreOf } from "../../../shared/stations/nearest/station-core.js";
import type { Station } from "../../../shared/stations/station.js";
import { givenAmenity, givenDeed, givenStation } from "../../support/given.js";
import { seededRandom } from "../../support/seeded-random.js";
import { startTestApp, type TestApp, TRANSPORTS } from "../../support/test-app.js";

const HERE = { latitude: 38.4741, longitude: 106.2891 };
const MANIFEST = `/api/packs/manifest?latitude=${HERE.latitude}&longitude=${HERE.longitude}`;

let time = 0;
/** Versions go by the clock: without it a store that was emptied would give them again. */
const later = () => {
  time += 1_000;
  return time;
};

describe.each(TRANSPORTS)("packs over %s", (transport) => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp(transport);
  });
  afterAll(() => test.stop());
  beforeEach(() => test.local.clear());

  const manifest = async () => (await test.call<PackManifest>("GET", MANIFEST)).body.areas;
  const newest = async () => {
    const [area] = await manifest();
    if (area === undefined) throw new Error("no area");
    return area;
  };
  const change = async (previous: Station, changed: Partial<Station>) => {
    const station = { ...previous, ...changed, updatedAt: later(), revision: previous.revision + 1 };
    expect(await test.deps.stations.put({ station, previous, by: givenDeed })).toBe("stored");
    return station;
  };
  const read = async () => {
    const { area, version, detail } = await newest();
    const lite = await test.call<LitePack>("GET", `/api/packs/${area}.${version}.json`);
    const rest = await test.call<DetailPack>("GET", `/api/packs/${area}.${detail}.detail.json`);
    expect([lite.status, rest.status, lite.body.detail]).toEqual([200, 200, detail]);
    return { lite: lite.body, detail: rest.body, headers: lite.headers };
  };

  it("hold everything that finding and showing the stations of an area needs", async () => {
    const station = givenStation({
      updatedAt: later(),
      location: HERE,
      phone: "0951-1234567",
      landmark: "农行旁边",
      entryNote: "推门就进",
      confirmedBy: "keeper",
      verified: { location: null, services: null, open: 1_800_000_000_000 },
      amenities: { toilet: givenAmenity(), wifi: givenAmenity("broken"), cctv: givenAmenity() },
      reportedClosedUntil: 1_800_000_600_000,
    });
    const other = givenStation({ location: { ...HERE, latitude: HERE.latitude + 0.001 }, isDemo: true });
    await test.store(station, other);
    const { lite, detail } = await read();
    const ids = idsOf(detail);
    const row = ids.indexOf(station.id);
    expect(coresOf(lite, ids)[row]).toEqual(coreOf(station));
    expect(detailAt(detail, row)).toMatchObject({
      id: station.id,
      name: station.name,
      phone: "0951-1234567",
      landmark: "农行旁边",
      entryNote: "推门就进",
      confirmedBy: "keeper",
      isDemo: false,
      district: station.district,
      otherAmenities: { wifi: "broken" },
      unconfirmedAmenities: ["wifi", "toilet", "cctv"],
    });
    expect(detailAt(detail, ids.indexOf(other.id))).toMatchObject({ isDemo: true, phone: null });
    expect(detailAt(detail, 2)).toBeNull();
  });

  it("never change under their name, which changes with what is in them", async () => {
    const station = givenStation({ updatedAt: later(), location: HERE });
    await test.store(station);
    const before = await newest();
    const confirmed = await change(station, { verified: { location: null, services: null, open: 5 } });
    const after = await newest();
    expect([after.version === before.version, after.detail === before.detail]).toEqual([false, true]);
    const moved = await change(confirmed, { phone: "12351" });
    const last = await newest();
    expect([last.version === after.version, last.detail === after.detail]).toEqual([false, false]);
    expect((await test.call("GET", `/api/packs/${before.area}.${before.version}.json`)).status).toBe(404);
    await change(moved, { withdrawnAt: 1 });
    expect((await read()).detail.ids).toEqual([]);
  });

  it("leave an area with the station that moves to the next", async () => {
    const station = givenStation({ updatedAt: later(), location: HERE });
    await test.store(station);
    await change(station, { location: { ...HERE, latitude: HERE.latitude + 0.1 } });
    const areas = await manifest();
    expect(areas).toHaveLength(2);
    const rows = await Promise.all(
      areas.map(
        async ({ area, detail }) =>
          (await test.call<DetailPack>("GET", `/api/packs/${area}.${detail}.detail.json`)).body.ids.length,
      ),
    );
    expect(rows.sort()).toEqual([0, 1]);
  });

  it("may be kept for ever, the list of them for half a minute", async () => {
    await test.store(givenStation({ updatedAt: later(), location: HERE }));
    const { headers, lite } = await read();
    expect(headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    const etag = headers.get("etag") ?? "";
    const path = `/api/packs/${lite.area}.${lite.version}.json`;
    const again = await test.call("GET", path, { headers: { "if-none-match": etag } });
    expect([again.status, again.body]).toEqual([304, ""]);
    const { headers: listed } = await test.call("GET", MANIFEST);
    expect(listed.get("cache-control")).toBe("public, max-age=30");
  });

  it("names nothing where nothing stands", async () => {
    expect(await manifest()).toEqual([]);
    expect((await test.call("GET", "/api/packs/1284x2862.999.json")).status).toBe(404);
  });
});

describe("the size of packs", () => {
  it("stays below 14 bytes a station for finding, and below 110 KB for the fullest area", async () => {
    const test = await startTestApp();
    const random = seededRandom(11);
    const count = 2_000;
    const stations = Array.from({ length: count }, (_, i) =>
      givenStation({
        id: `st_${Array.from({ length: 16 }, () => "abcdefghijkmnpqrstuvwxyz23456789"[Math.floor(random() * 32)]).join("")}`,
        name: `${["长江路", "南门", "丽景街", "湖滨"][i % 4]}${i}号户外劳动者驿站`,
        address: `${["长江路", "南门大街", "丽景街", "湖滨西路"][i % 4]} ${Math.floor(random() * 900)} 号`,
        phone: `0951-${Math.floor(1e6 + random() * 9e6)}`,
        location: { latitude: 38.4001 + random() * 0.0998, longitude: 106.2001 + random() * 0.0998 },
        amenities: Object.fromEntries(
          (["seat", "drinking_water", "phone_charge", "microwave", "wifi", "toilet", "aircon"] as const)
            .filter(() => random() < 0.7)
            .map((kind) => [kind, givenAmenity()]),
        ),
        verified: { location: null, services: null, open: random() < 0.5 ? Math.floor(1.8e12 - random() * 1e9) : null },
      }),
    );
    const changes = stations.map((station) => ({ station, previous: null, by: givenDeed }));
    await test.deps.stationImports.stage("im_full", changes);
    await test.deps.stationImports.publish("im_full");
    const { body } = await test.call<PackManifest>("GET", MANIFEST);
    const [area] = body.areas;
    if (area === undefined) throw new Error("no area");
    const sizeOf = async (file: string) =>
      gzipSync(JSON.stringify((await test.call("GET", `/api/packs/${file}`)).body)).byteLength;
    expect((await sizeOf(`${area.area}.${area.version}.json`)) / count).toBeLessThan(14);
    expect(await sizeOf(`${area.area}.${area.detail}.detail.json`)).toBeLessThan(110 * 1_024);
    await test.stop();
  });
});
