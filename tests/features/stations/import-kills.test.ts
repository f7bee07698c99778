import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { connectRedis, type RedisConnection } from "../../../api/redis/client.js";
import { keys } from "../../../api/redis/keys.js";
import type { Requester } from "../../../api/redis/tcp-requester.js";
import { createCoreStore } from "../../../api/snapshot/core-store.js";
import { createImportJournal } from "../../../api/stations/import-journal-store.js";
import type { StationChange } from "../../../api/stations/station-change.js";
import { NO_SNAPSHOT, redisDependencies } from "../../../api/wiring/redis-dependencies.js";
import { areaOf } from "../../../shared/packs/area.js";
import { type Station, StationId } from "../../../shared/stations/station.js";
import { givenDeed, givenStation } from "../../support/given.js";
import { startTestApp, type TestApp, TRANSPORTS } from "../../support/test-app.js";

const HERE = { latitude: 38.474, longitude: 106.289 };
/** Two helpings of the journal. */
const COUNT = 110;
const district = { code: "640104", text: "兴庆区" };

/** A server that loses its power after so many requests to Redis, with the last of them carried out or not. */
class Killed extends Error {}

describe.each(TRANSPORTS)("an import whose server is killed, over %s", (transport) => {
  let test: TestApp;
  let requestsLeft: number;
  let reachesRedis: boolean;
  let killed: RedisConnection;
  beforeAll(async () => {
    test = await startTestApp(transport);
    const dying = (requester: Requester): Requester => ({
      request: async (request) => {
        requestsLeft -= 1;
        if (requestsLeft > 0) return requester.request(request);
        if (reachesRedis && requestsLeft === 0) await requester.request(request);
        throw new Killed();
      },
    });
    killed = await connectRedis({ transport: "tcp", url: test.local.url }, dying);
  });
  afterAll(async () => {
    killed.close();
    await test.stop();
  });
  beforeEach(async () => {
    await test.local.clear();
  });

  /** What each way of reading shows of an import; whoever reads has nothing in memory. */
  const waysToRead: Record<string, (imported: readonly Station[]) => Promise<number>> = {
    "their own pages": async (imported) => (await fresh().stations.findMany(imported.map(({ id }) => id))).length,
    "a list of a district": async () => (await fresh().districts.listStationIds("640104", undefined, 1_000)).ids.length,
    "the counts of districts": async () =>
      (await fresh().districts.listDistricts()).reduce((sum, { stationCount }) => sum + stationCount, 0),
    names: async (imported) => {
      const wanted = imported.map(({ name }) => ({ name, districtText: district.text }));
      return (await fresh().stations.findIdsByNames(wanted)).filter((id) => id !== null).length;
    },
    "the nearest, asked of Redis": async () => {
      const search = { origin: HERE, wanted: 1_000, skipped: 0, amenities: [] };
      return (await fresh().stations.findNearby(search)).stations.length;
    },
    "the points around": async () => {
      const [ids = []] = await fresh().stations.findIdsAround([HERE], 100);
      // Ten at most are told of each point.
      return ids.length === 10 ? COUNT : ids.length;
    },
    "the index in memory": async () => {
      const { snapshot } = fresh();
      await snapshot.load();
      return (await snapshot.view())?.index.size ?? -1;
    },
    "the file of an area": async () => {
      const { packs } = fresh();
      const area = areaOf(HERE);
      const [version] = await packs.readVersions([area]);
      return version ? ((await packs.readLite(area, version.version))?.latitudes.length ?? -1) : 0;
    },
    "the record": async () => {
      const page = await fresh().audit.read({ matches: () => true, cursor: null, limit: 1_000 });
      return page.entries.length;
    },
  };
  const fresh = () => redisDependencies(test.connection.redis, NO_SNAPSHOT);

  const givenChanges = (): StationChange[] =>
    Array.from({ length: COUNT }, () => ({
      station: givenStation({ location: HERE, district }),
      previous: null,
      by: givenDeed,
    }));

  async function importThenDie(changes: readonly StationChange[]): Promise<"done" | "killed"> {
    const { stationImports } = redisDependencies(killed.redis, NO_SNAPSHOT);
    try {
      await stationImports.stage("im_killed", changes);
      await stationImports.publish("im_killed");
      return "done";
    } catch (error) {
      if (requestsLeft > 0) throw error;
      return "killed";
    }
  }

  // Over REST a command and a script stand for the others.
  const ways = Object.entries(waysToRead).filter(([way]) => transport === "tcp" || /own pages|nearest/.test(way));
  it.each(ways)("is seen whole or not at all by %s, whenever it happens", async (_, read) => {
    const seen: number[] = [];
    for (reachesRedis of [false, true]) {
      for (let requests = 1, end = "killed"; end === "killed"; requests++) {
        await test.local.clear();
        const changes = givenChanges();
        requestsLeft = requests;
        end = await importThenDie(changes);
        seen.push(await read(changes.map(({ station }) => station)));
      }
    }
    expect(new Set(seen)).toEqual(new Set([0, COUNT]));
    // The switch, two helpings and the end, each carried out or not.
    expect(seen.filter((count) => count === COUNT).length).toBeGreaterThan(4);
  });

  it("is stored to its end by whoever changes a station next, who loses nothing", async () => {
    const changes = givenChanges();
    await leaveJournal(changes);
    const [first] = changes;
    if (!first) throw new Error("no change");
    const station = { ...first.station, revision: 2, landmark: "邮局旁边" };
    const { stations } = fresh();
    expect(await stations.put({ station, previous: first.station, by: givenDeed })).toBe("stored");
    expect(await stations.findIdsByCodes([])).toEqual([]);
    expect(await stations.find(station.id)).toMatchObject({ revision: 2, landmark: "邮局旁边" });
    expect(await test.connection.redis.exists(keys.importJournal)).toBe(0);
  });

  it("is stored to its end by the next import, which is decided from it", async () => {
    const changes = givenChanges();
    await leaveJournal(changes);
    const { stationImports } = fresh();
    await stationImports.stage("im_next", changes);
    const outcome = await stationImports.publish("im_next");
    expect("refused" in outcome && outcome.refused.length).toBe(COUNT);
  });

  it("is stored once, however many do it", async () => {
    const changes = givenChanges();
    await leaveJournal(changes);
    await Promise.all(Array.from({ length: 8 }, () => createImportJournal(test.connection.redis).store()));
    expect(await waysToRead["the record"]?.([])).toBe(COUNT);
    expect(await waysToRead["the counts of districts"]?.([])).toBe(COUNT);
    const { changes: logged } = await createCoreStore(test.connection.redis).readChanges("0");
    expect(logged.map(({ id }) => id)).toEqual([null]);
  });

  it("leaves nothing behind that holds others off, once its gate has opened by itself", async () => {
    const station = givenStation({ location: HERE });
    await test.connection.redis.set(keys.importGate, "im_killed", { px: 300 });
    expect(await fresh().stations.find(station.id)).toBeNull();
    expect(await fresh().stations.put({ station, previous: null, by: givenDeed })).toBe("stored");
  });

  it("shows nothing where its gate had opened by itself and another import went first", async () => {
    const [one] = givenChanges();
    if (!one) throw new Error("no change");
    const { stationImports } = fresh();
    await stationImports.stage("im_slow", [one]);
    await test.connection.redis.set(keys.importGate, "im_other", { px: 300 });
    expect(await stationImports.publish("im_slow")).toEqual({ published: 1 });
    expect(await fresh().stations.find(StationId.parse(one.station.id))).not.toBeNull();
  });

  /** An import whose server was killed right after the switch. */
  async function leaveJournal(changes: readonly StationChange[]): Promise<void> {
    for (let requests = 1; ; requests++) {
      await test.local.clear();
      requestsLeft = requests;
      reachesRedis = true;
      await importThenDie(changes);
      if ((await test.connection.redis.exists(keys.importJournal)) === 1) return;
    }
  }
});
