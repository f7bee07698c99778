import { beforeEach, describe, expect, it, vi } from "vitest";
import { circleAround } from "../../../../../shared/circle/around.js";
import { areaOf } from "../../../../../shared/packs/area.js";
import { detailPack, idsOf } from "../../../../../shared/packs/detail-pack.js";
import { coresOf, inRowOrder, litePack } from "../../../../../shared/packs/lite-pack.js";
import { coreOf } from "../../../../../shared/stations/nearest/station-core.js";
import { presentItem } from "../../../../../shared/stations/present-station.js";
import { readServiceHours } from "../../../../../shared/stations/services/read-service-hours.js";
import type { Station } from "../../../../../shared/stations/station.js";
import { beijing, givenAmenity, givenStation } from "../../../../support/given.js";
import { givenManyStations } from "../../../../support/given-many-stations.js";
import { seededRandom } from "../../../../support/seeded-random.js";
import { reply } from "../../../support/given.js";

const HERE = { latitude: 38.4741, longitude: 106.2891 };
const AREA = areaOf(HERE);
const NOW = beijing("2026-11-24T10:00");
const ASK = { amenities: [], allDay: false, availability: "open", limit: 10, travel: "walk" } as const;

/** A phone just bought, with fresh modules. */
async function newPhone() {
  vi.resetModules();
  const phone = await import("../../../support/taro.js");
  phone.newPhone();
  phone.default.request.mockReset();
  return {
    request: phone.default.request,
    kept: phone.keptOnPhone,
    ...(await import("../../../../../miniapp/src/features/stations/packs/kept-packs.js")),
    ...(await import("../../../../../miniapp/src/features/stations/packs/refresh-packs.js")),
    ...(await import("../../../../../miniapp/src/features/stations/packs/find-in-packs.js")),
    ...(await import("../../../../../miniapp/src/features/stations/packs/packed-station.js")),
  };
}

function packOf(stations: readonly Station[], version = "1", detail = "1", area = AREA) {
  const rows = inRowOrder(stations.map((station) => ({ ...coreOf(station), station })));
  const documents = rows.map(({ station }) => station);
  return { lite: litePack({ area, version, detail }, rows), detail: detailPack({ area, version: detail }, documents) };
}

/** The server has one area; which files it was asked for. */
function serverHas(request: ReturnType<typeof vi.fn>, pack: ReturnType<typeof packOf>): string[] {
  const asked: string[] = [];
  const { area, version, detail } = pack.lite;
  request.mockImplementation(async ({ url, data }: { url: string; data: unknown }) => {
    if (url.endsWith("/packs/manifest")) {
      asked.push(`manifest ${JSON.stringify(data)}`);
      return reply(200, { areas: [{ area, version, detail }] });
    }
    asked.push(url.slice(url.lastIndexOf("/") + 1));
    return reply(200, url.endsWith(".detail.json") ? pack.detail : pack.lite);
  });
  return asked;
}

let phone: Awaited<ReturnType<typeof newPhone>>;
beforeEach(async () => {
  phone = await newPhone();
});

describe("packs on the phone", () => {
  it("answer across the border of two areas with the words of each", () => {
    const north = { ...HERE, latitude: HERE.latitude + 0.1 };
    const open = { amenities: { toilet: givenAmenity() } };
    const near = [givenStation({ name: "近", location: HERE, ...open }), givenStation({ name: "远", location: HERE })];
    const far = [
      givenStation({ name: "北", location: north, ...open }),
      givenStation({ name: "北二", location: north }),
    ];
    phone.keepPack(packOf(near), NOW);
    phone.keepPack(packOf(far, "1", "1", areaOf(north)), NOW);
    const names = (ask: Partial<Parameters<typeof phone.findInPacks>[1]>) =>
      phone.findInPacks(HERE, { ...ASK, ...ask }, NOW)?.stations.map(({ name }) => name);
    expect(names({ amenities: ["toilet"] })).toEqual(["近", "北"]);
    expect(names({})?.sort()).toEqual(["北", "北二", "近", "远"].sort());
  });

  it("answer without network what the server would: open first, with all that a list shows", () => {
    const open = givenStation({
      name: "开着的",
      location: { ...HERE, latitude: HERE.latitude + 0.003 },
      amenities: { toilet: givenAmenity(), wifi: givenAmenity("broken") },
      verified: { location: null, services: null, open: NOW - 3_600_000 },
      phone: "0951-1234567",
    });
    const shut = givenStation({ location: HERE, closure: { from: 0, until: null, reason: null } });
    phone.keepPack(packOf([open, shut]), NOW);
    const found = phone.findInPacks(HERE, ASK, NOW);
    expect(found?.asOf).toBe(NOW);
    expect(found?.stations).toMatchObject([
      {
        id: open.id,
        name: "开着的",
        distanceMetres: 334,
        travelMinutes: 6,
        opening: { state: "open", openOnArrival: true, changesAt: "2026-11-24T12:00:00.000Z" },
        amenities: { toilet: "working", wifi: "broken" },
        verifiedAt: "2026-11-24T01:00:00.000Z",
      },
    ]);
    expect(phone.findInPacks(HERE, { ...ASK, availability: "any" }, NOW)?.stations).toHaveLength(2);
    expect(phone.packedDetailOf(open.id, NOW)).toMatchObject({ name: "开着的", phone: "0951-1234567", stale: true });
    expect(phone.packedDetailOf("st_unknown", NOW)).toBeNull();
  });

  it("tell what lies within 15 minutes as the server does, services with it, and nothing of classes", () => {
    const { hours } = readServiceHours("周二14:00-16:00", "2026-11-24");
    if (hours === null) throw new Error("not read");
    const offering = givenStation({
      location: { ...HERE, latitude: HERE.latitude + 0.003 },
      amenities: { toilet: givenAmenity() },
      timedServices: [{ name: "法律援助", hours, note: "二楼", confirmedAt: 5 }],
    });
    const closed = givenStation({ location: HERE, closure: { from: 0, until: null, reason: null } });
    phone.keepPack(packOf([offering, closed]), NOW);
    const found = phone.aroundInPacks(HERE, "walk", NOW);
    const stations = [{ ...offering, working: ["toilet" as const], metres: 334, minutes: 6 }];
    const { parts, services } = circleAround(
      stations.map((station) => ({ ...station, timedServices: station.timedServices ?? [] })),
      NOW,
    );
    expect(found).toEqual({ answer: { asOf: new Date(NOW).toISOString(), parts, services, classes: null }, asOf: NOW });
    expect(services).toMatchObject([{ name: "法律援助", startsAt: "2026-11-24T06:00:00.000Z" }]);
    expect(phone.packedDetailOf(offering.id, NOW)?.timedServices).toMatchObject([{ name: "法律援助", note: "二楼" }]);
  });

  it("show of every station what the server shows of it", () => {
    // Packs keep whole minutes.
    const whole = (at: number | null) => at && Math.floor(at / 60_000) * 60_000;
    const stations = givenManyStations(300, seededRandom(11)).map((station, i) => ({
      ...station,
      verified: { ...station.verified, open: whole(station.verified.open) },
      location: { latitude: (3_847_000 + i) / 1e5, longitude: HERE.longitude },
      openReportCount: 0,
    }));
    const { lite, detail } = packOf(stations);
    const cores = coresOf(lite, idsOf(detail));
    for (const [row, core] of cores.entries()) {
      const station = stations.find(({ id }) => id === core.id);
      const arrivesAt = NOW + row * 60_000;
      const packed = phone.packedItem(core, detail, row, NOW, arrivesAt);
      expect(packed).toEqual(station && presentItem(station, NOW, arrivesAt));
    }
    expect(cores).toHaveLength(300);
  });

  it("say nothing of places around which none are kept", () => {
    phone.keepPack(packOf([givenStation({ location: HERE })]), NOW);
    expect(phone.findInPacks({ latitude: 30, longitude: 120 }, ASK, NOW)).toBeNull();
  });

  it("are fetched once, and then only what has changed, without saying where the person stands", async () => {
    const station = givenStation({ location: HERE });
    const asked = serverHas(phone.request, packOf([station]));
    await phone.refreshPacks(HERE);
    expect(asked).toEqual([
      'manifest {"latitude":38.45,"longitude":106.25}',
      `${AREA}.1.json`,
      `${AREA}.1.detail.json`,
    ]);
    await phone.refreshPacks(HERE);
    expect(asked).toHaveLength(4);
    const later = Date.now() + 11 * 60_000;
    vi.spyOn(Date, "now").mockReturnValue(later);
    const askedLater = serverHas(phone.request, packOf([station], "2"));
    await phone.refreshPacks(HERE);
    expect(askedLater.slice(1)).toEqual([`${AREA}.2.json`]);
    vi.restoreAllMocks();
    expect(phone.kept()).not.toContain(String(HERE.latitude));
  });

  it("let go of the area used longest ago where room is short, and of none that is being used", () => {
    const full = Array.from({ length: 1_200 }, (_, i) =>
      givenStation({
        location: { ...HERE, latitude: HERE.latitude + i / 1e5 },
        address: `很长的路 ${i} 号 ${"路".repeat(60)}`,
      }),
    );
    const areas = Array.from({ length: 30 }, (_, i) => `1284x${2_000 + i}`);
    areas.forEach((area, i) => {
      phone.keepPack(packOf(full, "1", "1", area), NOW + i);
      phone.notePacks([areas[0] ?? ""], NOW + i + 0.5);
    });
    const kept = phone.keptAreas().map(({ area }) => area);
    expect(kept).toContain(areas[0]);
    expect(kept).toContain(areas.at(-1));
    expect(kept).not.toContain(areas[1]);
    expect(phone.readPack(areas[1] ?? "")).toBeNull();
    expect(phone.kept().length).toBeLessThan(6_000_000);
  });

  it("written by another version of the program are not read", async () => {
    const pack = packOf([givenStation({ location: HERE })]);
    phone.keepPack({ ...pack, lite: { ...pack.lite, format: "0" } }, NOW);
    const text = phone.kept();
    expect(text).toContain(AREA);
    vi.resetModules();
    const { readPack } = await import("../../../../../miniapp/src/features/stations/packs/kept-packs.js");
    expect(readPack(AREA)).toBeNull();
  });
});
