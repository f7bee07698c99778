import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { connectRedis, type RedisConnection } from "../../../api/redis/client.js";
import { keys } from "../../../api/redis/keys.js";
import { createCoreStore } from "../../../api/snapshot/core-store.js";
import { StationSnapshot } from "../../../api/snapshot/station-snapshot.js";
import { listNearest } from "../../../api/stations/list-nearest.js";
import { NO_SNAPSHOT, redisDependencies } from "../../../api/wiring/redis-dependencies.js";
import { MINUTE_MS } from "../../../shared/common/time.js";
import type { Station } from "../../../shared/stations/station.js";
import { type NearestAnswer, NearestQuery, type StationDetail } from "../../../shared/stations/station-answer.js";
import { givenAmenity, givenDeed, givenStation } from "../../support/given.js";
import { givenManyStations } from "../../support/given-many-stations.js";
import { seededRandom } from "../../support/seeded-random.js";
import { startTestApp, type TestApp, TRANSPORTS } from "../../support/test-app.js";

const HERE = { latitude: 38.474, longitude: 106.289 };
const NEAREST = `/api/stations/nearest?latitude=${HERE.latitude}&longitude=${HERE.longitude}`;
const LONG_MS = 16_000;

describe.each(TRANSPORTS)("the stations in memory, over %s", (transport) => {
  let test: TestApp;
  let elsewhere: ReturnType<typeof redisDependencies>;
  let connection: RedisConnection;
  beforeAll(async () => {
    test = await startTestApp(transport);
    connection = await connectRedis({ transport: "tcp", url: test.local.url });
    elsewhere = redisDependencies(connection.redis, NO_SNAPSHOT);
  });
  afterAll(async () => {
    connection.close();
    await test.stop();
  });
  beforeEach(async () => {
    await test.local.clear();
    await test.deps.snapshot.load();
  });

  const names = async (query = "") => {
    const { status, body } = await test.call<NearestAnswer>("GET", NEAREST + query);
    expect([status, body.stale]).toEqual([200, undefined]);
    return body.stations.map(({ name }) => name);
  };
  const add = async (station: Station, previous: Station | null = null) => {
    expect(await elsewhere.stations.put({ station, previous, by: givenDeed })).toBe("stored");
    return station;
  };

  it("show at once what was written here", async () => {
    const station = givenStation({ name: "新开的" });
    await test.store(station);
    expect(await names()).toEqual(["新开的"]);
    const withdrawn = { ...station, revision: 2, withdrawnAt: 1 };
    await test.deps.stations.put({ station: withdrawn, previous: station, by: givenDeed });
    expect(await names()).toEqual([]);
  });

  it("show what was written elsewhere as soon as they ask, which is after 15 seconds at the latest", async () => {
    const station = await add(givenStation({ name: "别处写的" }));
    test.passWallTime(LONG_MS);
    expect(await names()).toEqual(["别处写的"]);
    const renamed = await add(
      { ...station, name: "改了名的", revision: 2, amenities: { toilet: givenAmenity() } },
      station,
    );
    test.passWallTime(LONG_MS);
    expect(await names("&amenities=toilet")).toEqual(["改了名的"]);
    await add({ ...renamed, revision: 3, location: { ...HERE, latitude: 30 } }, renamed);
    test.passWallTime(LONG_MS);
    expect(await names()).toEqual([]);
  });

  it("ask nothing of Redis in between", async () => {
    await test.store(givenStation());
    // How often each station was shown first is stored once a minute: now, and not again below.
    test.passWallTime(MINUTE_MS);
    await names();
    test.takeRoundTrips();
    await names();
    expect(test.takeRoundTrips()).toBe(0);
    test.passWallTime(LONG_MS);
    await names();
    expect(test.takeRoundTrips()).toBe(1);
  });

  it("do not take an older change from elsewhere for news", async () => {
    const station = await add(givenStation({ name: "一" }));
    const second = await add({ ...station, name: "二", revision: 2 }, station);
    await test.deps.stations.put({ station: { ...second, name: "三", revision: 3 }, previous: second, by: givenDeed });
    expect(await names()).toEqual(["三"]);
    test.passWallTime(LONG_MS);
    expect(await names()).toEqual(["三"]);
  });

  it("find out that they missed changes, and read those areas again", async () => {
    await test.store(givenStation({ name: "留着" }));
    await add(givenStation({ name: "漏掉的", location: { ...HERE, latitude: HERE.latitude + 0.01 } }));
    await connection.redis.del(keys.stationChanges);
    test.passWallTime(LONG_MS);
    expect(await names()).toEqual(["留着", "漏掉的"]);
  });

  it("find out that the store was filled anew", async () => {
    await test.store(givenStation({ name: "旧的" }), givenStation({ name: "旧的二" }));
    test.passWallTime(LONG_MS);
    expect(await names()).toEqual(["旧的", "旧的二"]);
    await test.local.clear();
    await add(givenStation({ name: "新的", updatedAt: 5_000 }));
    test.passWallTime(LONG_MS);
    expect(await names()).toEqual(["新的"]);
  });

  it("take in stations of a store that was written before this was kept", async () => {
    await add(givenStation({ name: "早先的" }));
    const kept = await test.local.keys("{stations}:area*");
    await connection.redis.del(...kept, keys.stationChanges);
    await test.deps.snapshot.load();
    expect(await names()).toEqual(["早先的"]);
  });

  it("show an import whole, whoever made it", async () => {
    await test.store(givenStation({ name: "旧的" }));
    const imported = Array.from({ length: 250 }, (_, i) => givenStation({ name: `进来的 ${i}` }));
    const changes = imported.map((station) => ({ station, previous: null, by: givenDeed }));
    await elsewhere.stationImports.stage("im_elsewhere", changes);
    const counts: number[] = [];
    await elsewhere.stationImports.publish("im_elsewhere", (count) => counts.push(count));
    test.passWallTime(LONG_MS);
    const { body } = await test.call<NearestAnswer>("GET", `${NEAREST}&limit=50`);
    expect([body.stations.length, counts]).toEqual([50, [100, 200, 250]]);
  });

  it("go on with the list before while an import is being stored elsewhere", async () => {
    await test.store(givenStation({ name: "旧的" }));
    const imported = Array.from({ length: 250 }, () => givenStation());
    const changes = imported.map((station) => ({ station, previous: null, by: givenDeed }));
    await elsewhere.stationImports.stage("im_half", changes);
    const during: string[][] = [];
    await elsewhere.stationImports.publish("im_half", async (count) => {
      test.passWallTime(LONG_MS);
      if (count < changes.length) during.push(await names());
    });
    expect(during).toEqual([["旧的"], ["旧的"]]);
    test.passWallTime(LONG_MS);
    expect(await names()).toHaveLength(10);
  });

  it("bring an import to its end that whoever made it gave up half-way", async () => {
    await test.store(givenStation({ name: "旧的" }));
    const imported = Array.from({ length: 150 }, () => givenStation());
    const changes = imported.map((station) => ({ station, previous: null, by: givenDeed }));
    await elsewhere.stationImports.stage("im_broken", changes);
    const breakingOff = elsewhere.stationImports.publish("im_broken", async () => {
      test.passWallTime(LONG_MS);
      await names();
      throw new Error("the power went out");
    });
    await expect(breakingOff).rejects.toThrow("the power went out");
    expect(await names()).toEqual(["旧的"]);
    test.passWallTime(LONG_MS);
    const { body } = await test.call<NearestAnswer>("GET", `${NEAREST}&limit=50`);
    expect(body.stations).toHaveLength(50);
    expect(await connection.redis.exists(keys.importJournal)).toBe(0);
  });

  it("miss nothing that changes while the areas are read, here or elsewhere", async () => {
    const [here, there] = [givenStation({ name: "这里的" }), givenStation({ name: "别处的" })];
    await add(here);
    await add(there);
    const cores = createCoreStore(connection.redis);
    const changed = { ...here, name: "这里改的", revision: 2, location: { ...HERE, latitude: 30 } };
    const snapshot: StationSnapshot = new StationSnapshot({
      cores: {
        ...cores,
        async *readCores(areas) {
          yield* cores.readCores(areas);
          // All are read, and the index is not made yet.
          await add(changed, here);
          snapshot.stored(changed);
          await add({ ...there, revision: 2, location: { ...HERE, latitude: 31 } }, there);
        },
      },
      readDocuments: (ids) => elsewhere.stations.findMany([...ids]),
      now: test.deps.wallClock,
      loadsItself: false,
      documentBytes: 1_000_000,
      onFailure: (error) => {
        throw error;
      },
    });
    const latitudes = async () => {
      const all = [...((await snapshot.view())?.index.cores() ?? [])];
      return [here, there].map(({ id }) => all.filter((core) => core.id === id).map(({ latitude }) => latitude));
    };
    await snapshot.load();
    expect(await latitudes()).toEqual([[30], [there.location.latitude]]);
    test.passWallTime(LONG_MS);
    expect(await latitudes()).toEqual([[30], [31]]);
  });

  it("do not take an older answer of their own for news", async () => {
    const station = await add(givenStation({ name: "一" }));
    const second = await add({ ...station, name: "二", revision: 2 }, station);
    test.passWallTime(LONG_MS);
    expect(await names()).toEqual(["二"]);
    test.deps.snapshot.stored({ ...second, name: "一", revision: 1, location: { ...HERE, latitude: 30 } });
    expect(await names()).toEqual(["二"]);
  });

  it("answer what Redis answers, to the letter", async () => {
    const random = seededRandom(3);
    const stations = givenManyStations(400, random);
    const changes = stations.map((station) => ({ station, previous: null, by: givenDeed }));
    await test.deps.stationImports.stage("im_letter", changes);
    await test.deps.stationImports.publish("im_letter");
    for (let i = 0; i < 40; i++) {
      const { latitude, longitude } = stations[Math.floor(random() * stations.length)]?.location ?? HERE;
      const query = NearestQuery.parse({
        latitude: latitude.toFixed(5),
        longitude: longitude.toFixed(5),
        availability: i % 2 ? "open" : "any",
        sort: i % 3 ? "best" : "distance",
        amenities: i % 5 ? "" : "toilet",
        allDay: i % 4 ? "false" : "true",
      });
      const [inMemory, inRedis] = await Promise.all([
        listNearest(test.deps, query),
        listNearest({ ...test.deps, snapshot: elsewhere.snapshot }, query),
      ]);
      expect(inMemory).toEqual(inRedis);
    }
  });
});

describe.each(TRANSPORTS)("with Redis gone after the stations were read, over %s", (transport) => {
  let test: TestApp;
  afterEach(() => test.stop());

  it("answers from memory, says that it may be old, and since when", async () => {
    test = await startTestApp(transport);
    const station = givenStation({ name: "记得的" });
    await test.store(station);
    await test.deps.snapshot.load();
    const heard = new Date(test.deps.wallClock()).toISOString();
    await test.call("GET", NEAREST);
    await test.loseRedis();
    test.passWallTime(LONG_MS);
    const nearest = await test.call<NearestAnswer>("GET", NEAREST);
    expect([nearest.status, nearest.body.stale, nearest.body.staleSince]).toEqual([200, true, heard]);
    expect(nearest.body.stations.map(({ name }) => name)).toEqual(["记得的"]);
    const page = await test.call<StationDetail>("GET", `/api/stations/${station.id}`);
    expect([page.status, page.body.stale, page.body.name]).toEqual([200, true, "记得的"]);
    expect((await test.call("GET", "/api/stations/st_never_heard_of")).status).toBe(503);
  });
});
