import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { AmenityKind } from "../../../shared/amenities/amenity.js";
import { distanceMetres } from "../../../shared/common/distance.js";
import type { Station } from "../../../shared/stations/station.js";
import type { NearestAnswer } from "../../../shared/stations/station-answer.js";
import { alwaysOpenHours, beijing, givenAmenity, givenDeed, givenHours, givenStation } from "../../support/given.js";
import { seededRandom } from "../../support/seeded-random.js";
import { startTestApp, type TestApp, TRANSPORTS } from "../../support/test-app.js";

const CENTRE = { latitude: 38.474, longitude: 106.289 };
const NEAREST = `/api/stations/nearest?latitude=${CENTRE.latitude}&longitude=${CENTRE.longitude}`;
const neverOpen = givenHours({ week: Array.from({ length: 7 }, () => []) });
const unknownHours = givenHours({ week: Array.from({ length: 7 }, () => "unknown" as const) });

/** A point so many metres north of the centre. */
function north(metres: number) {
  return { latitude: CENTRE.latitude + metres / 111_319.5, longitude: CENTRE.longitude };
}

/** Redis answers until the stations are in memory. */
const WAYS = [
  ...TRANSPORTS.map((transport) => ({ transport, from: "Redis" })),
  { transport: "tcp", from: "memory" },
] as const;

describe.each(WAYS)("GET /api/stations/nearest over $transport, from $from", ({ transport, from }) => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp(transport);
  });
  afterAll(() => test.stop());
  beforeEach(async () => {
    await test.local.clear();
    test.setNow(beijing("2026-11-24T10:00"));
    if (from === "memory") await test.deps.snapshot.load();
    test.takeRoundTrips();
  });

  const nearest = async (query = "") => {
    const reply = await test.call<NearestAnswer>("GET", NEAREST + query);
    expect(reply.status).toBe(200);
    return reply.body;
  };
  const namesOf = (answer: NearestAnswer) => answer.stations.map(({ name }) => name);

  it("answers who is nearest, how far, how long to walk, and whether it is open then", async () => {
    await test.store(
      givenStation({ name: "远", location: north(1_001) }),
      givenStation({
        name: "近",
        location: north(430),
        amenities: { microwave: givenAmenity(), aircon: givenAmenity("broken") },
      }),
    );
    const answer = await nearest();
    expect(answer.asOf).toBe("2026-11-24T02:00:00.000Z");
    expect(answer.origin).toEqual({ ...CENTRE, datum: "gcj02" });
    expect(answer.stations).toMatchObject([
      {
        name: "近",
        distanceMetres: 430,
        travelMinutes: 7,
        opening: { state: "open", changesAt: "2026-11-24T12:00:00.000Z", openOnArrival: true },
        amenities: { microwave: "working", aircon: "broken" },
        verifiedAt: null,
      },
      { name: "远", distanceMetres: 1_001, travelMinutes: 16 },
    ]);
  });

  it("rides an e-bike at 200 metres a minute", async () => {
    await test.store(givenStation({ location: north(1_001) }));
    expect((await nearest("&travel=ebike")).stations[0]?.travelMinutes).toBe(6);
  });

  it("converts a WGS-84 origin, and says the origin as it was given", async () => {
    const railway = { latitude: 34.7466, longitude: 113.6583 };
    await test.store(givenStation({ location: { latitude: 34.745468, longitude: 113.664391 } }));
    const { body } = await test.call<NearestAnswer>(
      "GET",
      `/api/stations/nearest?latitude=${railway.latitude}&longitude=${railway.longitude}&datum=wgs84`,
    );
    expect(body.origin).toEqual({ ...railway, datum: "wgs84" });
    expect(body.stations[0]?.distanceMetres).toBe(0);
  });

  it("orders equal distances by id", async () => {
    const location = north(300);
    await test.store(
      givenStation({ id: "st_b", location }),
      givenStation({ id: "st_c", location }),
      givenStation({ id: "st_a", location }),
    );
    expect((await nearest("&limit=2")).stations.map(({ id }) => id)).toEqual(["st_a", "st_b"]);
  });

  it("is an empty list where nothing stands within 500 km", async () => {
    await test.store(givenStation({ location: { latitude: 30.0, longitude: 120.0 } }));
    expect((await nearest()).stations).toEqual([]);
  });

  it("is an empty list at the pole, which Redis cannot index", async () => {
    const { status, body } = await test.call<NearestAnswer>("GET", "/api/stations/nearest?latitude=90&longitude=0");
    expect([status, body.stations]).toEqual([200, []]);
  });

  it("leaves out withdrawn stations", async () => {
    const station = givenStation();
    await test.store(station);
    await test.deps.stations.put({
      station: { ...station, revision: 2, withdrawnAt: 1 },
      previous: station,
      by: givenDeed,
    });
    expect((await nearest()).stations).toEqual([]);
  });

  it("keeps stations where every amenity asked for is working", async () => {
    await test.store(
      givenStation({
        name: "都好",
        location: north(900),
        amenities: { microwave: givenAmenity(), toilet: givenAmenity() },
      }),
      givenStation({
        name: "坏了",
        location: north(100),
        amenities: { microwave: givenAmenity("broken"), toilet: givenAmenity() },
      }),
      givenStation({ name: "没说", location: north(200), amenities: { toilet: givenAmenity() } }),
    );
    expect(namesOf(await nearest("&amenities=microwave,toilet"))).toEqual(["都好"]);
    expect(namesOf(await nearest("&amenities=toilet"))).toEqual(["坏了", "没说", "都好"]);
  });

  it("finds a station again by an amenity that was repaired, and no longer by one that broke", async () => {
    const station = givenStation({ amenities: { microwave: givenAmenity("broken"), toilet: givenAmenity() } });
    await test.store(station);
    const repaired: Station = {
      ...station,
      revision: 2,
      amenities: { microwave: givenAmenity(), toilet: givenAmenity("broken") },
    };
    await test.deps.stations.put({ station: repaired, previous: station, by: givenDeed });
    expect((await nearest("&amenities=microwave")).stations).toHaveLength(1);
    expect((await nearest("&amenities=toilet")).stations).toHaveLength(0);
  });

  it("with availability=open keeps doors that are open on arrival, and those nobody knows of last", async () => {
    await test.store(
      givenStation({ name: "不知道", location: north(50), hours: unknownHours }),
      givenStation({ name: "走到就关了", location: north(1_000) }),
      givenStation({ name: "开着", location: north(2_000), hours: alwaysOpenHours }),
    );
    test.setNow(beijing("2026-11-24T19:50"));
    expect(namesOf(await nearest("&availability=open"))).toEqual(["开着", "不知道"]);
    expect(namesOf(await nearest())).toEqual(["不知道", "走到就关了", "开着"]);
  });

  it("with availability=usable keeps what is open on arrival or opens soon after, then what nobody knows, then farther ones", async () => {
    const fromFive = givenHours({ week: Array.from({ length: 7 }, () => [{ opens: 300, closes: 1_200 }]) });
    await test.store(
      givenStation({ name: "不知道", location: north(50), hours: unknownHours }),
      givenStation({ name: "八点开", location: north(100) }),
      givenStation({ name: "五点开", location: north(1_500), hours: fromFive }),
      givenStation({ name: "开着", location: north(2_000), hours: alwaysOpenHours }),
      givenStation({ name: "远的开着", location: north(5_000), hours: alwaysOpenHours }),
    );
    test.setNow(beijing("2026-11-24T04:20"));
    const answer = await nearest("&availability=usable&sort=best");
    expect(namesOf(answer)).toEqual(["开着", "五点开", "不知道", "远的开着"]);
    expect(answer.stations[1]).toMatchObject({
      travelMinutes: 23,
      opening: { state: "closed", opensAt: "2026-11-23T21:00:00.000Z", openOnArrival: false },
    });
  });

  it("says what works within reach where one can get in, also beyond the end of the list", async () => {
    const having = (...kinds: AmenityKind[]) => Object.fromEntries(kinds.map((kind) => [kind, givenAmenity()]));
    const broken = { ...givenAmenity(), state: "broken" as const };
    await test.store(
      givenStation({ location: north(100), hours: alwaysOpenHours, amenities: having("microwave") }),
      givenStation({ location: north(2_900), hours: alwaysOpenHours, amenities: having("nursing", "microwave") }),
      givenStation({ location: north(200), hours: unknownHours, amenities: { ...having("nap"), toilet: broken } }),
      givenStation({ location: north(300), hours: neverOpen, amenities: having("shower") }),
      givenStation({ location: north(3_100), hours: alwaysOpenHours, amenities: having("aed") }),
    );
    const within = async (query: string) => (await nearest(`&limit=1${query}`)).amenitiesWithinReach;
    expect(await within("&availability=usable")).toEqual(["nap", "microwave", "nursing"]);
    expect(await within("&availability=usable&travel=ebike")).toEqual(["nap", "microwave", "aed", "nursing"]);
    for (const other of ["", "&availability=usable&amenities=nap", "&availability=usable&allDay=true"]) {
      expect(await within(other)).toBeUndefined();
    }
  });

  it("looks past hundreds of closed doors for an open one, in at most four round trips", async () => {
    const closed = Array.from({ length: 500 }, (_, i) =>
      givenStation({ location: north(10 + i), hours: givenHours({ week: Array.from({ length: 7 }, () => []) }) }),
    );
    await test.deps.stationImports.stage(
      "imp_closed",
      closed.map((station) => ({ station, previous: null, by: givenDeed })),
    );
    await test.deps.stationImports.publish("imp_closed");
    await test.store(
      givenStation({
        name: "开着",
        location: north(3_000),
        hours: alwaysOpenHours,
        amenities: { toilet: givenAmenity() },
      }),
    );
    await nearest("&availability=open");
    test.takeRoundTrips();
    expect(namesOf(await nearest("&availability=open"))).toEqual(["开着"]);
    expect(test.takeRoundTrips()).toBeLessThanOrEqual(4);
  });

  it("asks Redis at most twice when nothing is filtered", async () => {
    await test.store(givenStation(), givenStation({ location: north(700) }));
    test.takeRoundTrips();
    await nearest();
    expect(test.takeRoundTrips()).toBeLessThanOrEqual(2);
    await nearest();
    expect(test.takeRoundTrips()).toBe(from === "memory" ? 0 : 1);
  });

  it("orders as measuring every station does, for hundreds of random points", async () => {
    const random = seededRandom(20_261_122);
    const stations = Array.from({ length: 1_500 }, () =>
      givenStation({
        location: {
          latitude: 38.474 + (random() + random() + random() - 1.5) * 0.4,
          longitude: 106.289 + (random() + random() + random() - 1.5) * 0.4,
        },
      }),
    );
    await test.deps.stationImports.stage(
      "imp_many",
      stations.map((station) => ({ station, previous: null, by: givenDeed })),
    );
    await test.deps.stationImports.publish("imp_many");
    const points = transport === "tcp" ? 400 : 100;
    for (let i = 0; i < points; i++) {
      const origin = { latitude: 38.474 + (random() - 0.5) * 1.6, longitude: 106.289 + (random() - 0.5) * 1.6 };
      const expected = stations
        .map((station) => ({ id: station.id, metres: distanceMetres(origin, station.location) }))
        .sort((a, b) => a.metres - b.metres || (a.id < b.id ? -1 : 1))
        .slice(0, 10);
      const { body } = await test.call<NearestAnswer>(
        "GET",
        `/api/stations/nearest?latitude=${origin.latitude}&longitude=${origin.longitude}`,
      );
      expect(body.stations.map(({ id, distanceMetres: metres }) => ({ id, metres }))).toEqual(expected);
    }
  });
});

describe("bad input to GET /api/stations/nearest", () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp();
  });
  afterAll(() => test.stop());

  it.each([
    ["latitude", "latitude=abc&longitude=106"],
    ["latitude", "latitude=&longitude=106"],
    ["latitude", "longitude=106"],
    ["latitude", "latitude=91&longitude=106"],
    ["longitude", "latitude=38&longitude=NaN"],
    ["longitude", "latitude=38&longitude=1e2"],
    ["datum", "latitude=38&longitude=106&datum=bd09"],
    ["limit", "latitude=38&longitude=106&limit=0"],
    ["limit", "latitude=38&longitude=106&limit=201"],
    ["limit", "latitude=38&longitude=106&limit=2.5"],
    ["amenities.1", "latitude=38&longitude=106&amenities=toilet,jacuzzi"],
    ["availability", "latitude=38&longitude=106&availability=maybe"],
    ["travel", "latitude=38&longitude=106&travel=car"],
  ])("names the field %s of %s", async (field, query) => {
    const { status, body } = await test.call<{ error: { code: string; fields: { path: string }[] } }>(
      "GET",
      `/api/stations/nearest?${query}`,
    );
    expect(status).toBe(400);
    expect(body.error.code).toBe("invalid_input");
    expect(body.error.fields.map(({ path }) => path)).toContain(field);
  });
});
