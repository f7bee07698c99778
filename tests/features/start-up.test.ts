import { describe, expect, it } from "vitest";
import { seedDemoClasses } from "../../api/demo/seed-demo-classes.js";
import { seedDemoStations } from "../../api/demo/seed-demo-stations.js";
import { seedDemoWishes } from "../../api/demo/seed-demo-wishes.js";
import type { Dependencies } from "../../api/dependencies.js";
import { resealSome } from "../../api/people/reseal.js";
import { createTextSealer } from "../../api/people/sealed-text.js";
import type { Redis } from "../../api/redis/client.js";
import { keys } from "../../api/redis/keys.js";
import { createCoreStore } from "../../api/snapshot/core-store.js";
import { settleCities } from "../../api/stations/settle-cities.js";
import { NO_SNAPSHOT, redisDependencies, sealedDependencies } from "../../api/wiring/redis-dependencies.js";
import { liveUnderNames, WORDS } from "../api/people/name-world.js";
import { givenDeed, givenStation } from "../support/given.js";
import { killedAfterEachRequest, TELLS_CHANGES } from "../support/killed-after-each-request.js";
import { TEST_KEY, testApp } from "../support/test-app.js";

const NEW_KEY = Buffer.alloc(32, 9).toString("base64");
const during = createTextSealer({ current: NEW_KEY, old: [TEST_KEY], identity: TEST_KEY });
const after = createTextSealer({ current: NEW_KEY, old: [], identity: TEST_KEY });

describe("a start that is killed after any of its requests to Redis, carried out or not", () => {
  const test = testApp("tcp", TELLS_CHANGES);

  /** What a process has that knows nothing but what is in this Redis. */
  const processOn = (redis: Redis, sealer = test.deps.sealer): Dependencies => ({
    ...test.deps,
    ...redisDependencies(redis, NO_SNAPSHOT),
    ...sealedDependencies(redis, sealer),
    sealer,
  });

  /** What the demo holds, without what is drawn at random. */
  async function demoIn({ wishes, classReadings, clock }: Dependencies, redis: Redis) {
    const ids = Array.from({ length: 12 }, (_, i) => `ws_example${String(i + 1).padStart(2, "0")}`);
    const sessions = (await redis.hkeys(keys.classSessions)).sort();
    const bookings = await classReadings.bookingsOf(clock(), sessions);
    return {
      stations: (await redis.hkeys(keys.stationDocuments)).sort(),
      found: (await redis.zrange<string[]>(keys.stationLocations, 0, -1)).sort(),
      wishCount: await redis.hlen(keys.wishes),
      wishes: (await wishes.findMany(ids)).map(({ id, state, version }) => `${id} ${state} ${version}`),
      sessions,
      bookings: bookings.map(({ sessionId, userId }) => `${sessionId} ${userId}`).sort(),
    };
  }

  // A start makes one part after the other: each is killed with those before it made, and must become what it would have been.
  it.each([
    { part: "stations", seed: seedDemoStations, before: [], made: { stations: 12, sessions: 0, wishes: 0 }, kills: 12 },
    {
      part: "classes",
      seed: seedDemoClasses,
      before: [seedDemoStations],
      made: { stations: 12, sessions: 36, wishes: 0 },
      kills: 50,
    },
    {
      part: "wishes",
      seed: seedDemoWishes,
      before: [seedDemoStations, seedDemoClasses],
      made: { stations: 12, sessions: 36, wishes: 12 },
      kills: 50,
    },
  ])(
    "has the $part of the demo whole at the next one",
    async ({ seed, before, made, kills }) => {
      const { redis } = test.connection;
      const first = processOn(redis);
      for (const earlier of [...before, seed]) await earlier(first);
      const whole = await demoIn(first, redis);
      const { stations, sessions, wishes } = whole;
      expect({ stations: stations.length, sessions: sessions.length, wishes: wishes.length }).toEqual(made);
      await test.local.clear();
      for (const earlier of before) await earlier(processOn(redis));
      const { states } = await killedAfterEachRequest(
        test.local,
        (dying) => seed(processOn(dying)),
        async (left, killedAt) => {
          const next = processOn(left);
          await seed(next);
          expect([killedAt, await demoIn(next, left)]).toEqual([killedAt, whole]);
        },
      );
      expect(states).toBeGreaterThan(kills);
    },
    120_000,
  );

  it("finds every station, where what finds them is made anew from the documents of an earlier version", async () => {
    const { redis } = test.connection;
    const ids = Array.from({ length: 700 }, (_, i) => `st_early_${String(i).padStart(3, "0")}`);
    const changes = ids.map((id) => ({ station: givenStation({ id }), previous: null, by: givenDeed }));
    await test.deps.stationImports.stage("im_early", changes);
    await test.deps.stationImports.publish("im_early", () => undefined);
    await redis.del(...(await test.local.keys("{stations}:area*")), keys.stationChanges);
    const load = async (of: Redis) => {
      await processOn(of).snapshot.load();
      const cores = createCoreStore(of);
      const areas = [...((await cores.readAreas())?.areas.keys() ?? [])];
      let found = 0;
      for await (const some of cores.readCores(areas)) found += some.length;
      return found;
    };
    const { states } = await killedAfterEachRequest(test.local, load, async (left, killedAt) =>
      expect([killedAt, await load(left)]).toEqual([killedAt, 700]),
    );
    expect(states).toBeGreaterThan(3);
  }, 120_000);

  it("has everything under the new key, and in its city, once the steps over what is kept are done by the next", async () => {
    const { invitationCode } = await liveUnderNames(test);
    const code = "640104";
    const uncoded = givenStation({ id: "st_uncoded", district: { code: null, text: "兴庆区" } });
    await test.store(uncoded);
    const steps = async (deps: Dependencies) => {
      await settleCities(deps);
      for (let run = 0; run < 20; run++) await resealSome(deps);
    };
    const result = async (redis: Redis) => {
      const deps = processOn(redis, after);
      const { people } = await deps.users.roleHolders(null, 10);
      const [task] = await deps.reports.newestTasks("st_own");
      const [told] = await deps.reports.withReports(task ? [task] : []);
      return {
        officer: people.some(({ name }) => name === WORDS.officer),
        invited: (await deps.invitations.find(invitationCode))?.name,
        notes: told?.reports.map(({ note }) => note),
        code: (await deps.stations.find("st_uncoded"))?.district.code?.slice(0, 4),
        whole: (await deps.reseals.read())?.part,
      };
    };
    const whole = {
      officer: true,
      invited: WORDS.invited,
      notes: [WORDS.note],
      code: code.slice(0, 4),
      whole: "whole",
    };
    const { states } = await killedAfterEachRequest(
      test.local,
      (dying) => steps(processOn(dying, during)),
      async (left, killedAt) => {
        await steps(processOn(left, during));
        expect([killedAt, await result(left)]).toEqual([killedAt, whole]);
      },
    );
    expect(states).toBeGreaterThan(15);
  }, 120_000);
});
