import { cellToChildren, cellToLatLng, cellToParent, latLngToCell } from "h3-js";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { JOBS } from "../../../api/jobs/job-list.js";
import { runJobs } from "../../../api/jobs/run-jobs.js";
import { keys } from "../../../api/redis/keys.js";
import type { CoverageAnswer } from "../../../shared/circle/coverage-answer.js";
import { beijingDate, beijingDayNumber, DAY_MS, HOUR_MS } from "../../../shared/common/time.js";
import type { DemandAnswer } from "../../../shared/demand/demand-answer.js";
import { alwaysOpenHours, beijing, givenStation } from "../../support/given.js";
import { isIn, keptFiles, UNCOMPRESSED_FILES } from "../../support/redis-dump.js";
import { startTestApp, type TestApp, TRANSPORTS } from "../../support/test-app.js";

const HOME = { latitude: 34.75, longitude: 113.6 };
const zhongyuan = { code: "410102", text: "中原区" };
/** A spot 3 km north, which no station is near to. */
const SPOT = { latitude: 34.777123, longitude: 113.600456 };
/** Each test has weeks of its own: a cluster is shared, and not emptied. */
const WEEKS_MS = 21 * DAY_MS;
let evening = beijing("2026-12-02T20:30");
const midnight = () => evening + 4 * HOUR_MS;

describe.each(TRANSPORTS)("searches that found nothing, over %s", (transport) => {
  let test: TestApp;
  let token: string;
  beforeAll(async () => {
    test = await startTestApp(transport, transport === "tcp" ? UNCOMPRESSED_FILES : []);
    test.deps.trustProxy = true;
    await test.store(givenStation({ district: zhongyuan, location: HOME, hours: alwaysOpenHours }));
    await test.deps.snapshot.load();
  });
  afterAll(() => test.stop());
  beforeEach(async () => {
    evening += WEEKS_MS;
    test.setNow(evening);
    token = await test.signIn("officer");
  });

  async function search(from: { latitude: number; longitude: number }, address: string, more = "", client = "phone") {
    const { latitude, longitude } = from;
    const path = `/api/stations/nearest?latitude=${latitude}&longitude=${longitude}${more}`;
    const headers = { "x-forwarded-for": address, "user-agent": client };
    expect((await test.call("GET", path, { headers })).status).toBe(200);
  }
  async function people(count: number, from: { latitude: number; longitude: number }, more = "", first = 0) {
    for (let n = first; n < first + count; n++) await search(from, `203.0.113.${n}`, more);
    await test.deps.unmet?.store();
  }
  async function settle() {
    test.setNow(midnight());
    test.passWallTime(DAY_MS);
    const jobs = JOBS.filter(({ name }) => name === "settle-demand");
    expect((await runJobs(test.deps, undefined, jobs)).jobs).toMatchObject([{ outcome: "done" }]);
  }
  const demand = async (query = "city=4101&days=7") => {
    token = await test.signIn("officer");
    return (await test.call<DemandAnswer>("GET", `/api/demand?${query}`, { token })).body;
  };

  it("are shown by cell, hour and reason once ten people were counted on a day, the day after", async () => {
    await people(10, SPOT);
    expect((await demand()).items).toEqual([]);
    await settle();
    const { items, countedDays, isCounted } = await demand();
    expect(items).toMatchObject([
      {
        cell: latLngToCell(SPOT.latitude, SPOT.longitude, 8),
        resolution: 8,
        weekday: 2,
        hour: 20,
        reason: "none_near",
        amenity: null,
        people: 10,
        days: 1,
      },
    ]);
    expect([countedDays, isCounted]).toEqual([7, true]);
    expect((await demand("city=410103&days=7")).items).toEqual([]);
    const shares = await test.call<CoverageAnswer>("GET", "/api/coverage?city=4101&weights=demand");
    expect([shares.status, shares.body.hours.length]).toEqual([200, 48]);
  });

  it("are counted once for one person, however often they search", async () => {
    await people(9, SPOT);
    await people(9, SPOT);
    await settle();
    expect((await demand()).items).toEqual([]);
  });

  it("count four people for one address at most, whatever its phones say they are", async () => {
    for (let n = 0; n < 40; n++) await search(SPOT, "203.0.113.7", "", `phone ${n}`);
    await people(5, SPOT, "", 100);
    await settle();
    expect((await demand()).items).toEqual([]);
  });

  it("are merged into the parent cell where a cell has too few, and not shown where that has too few", async () => {
    const own = latLngToCell(SPOT.latitude, SPOT.longitude, 8);
    const parent = cellToParent(own, 7);
    const [latitude, longitude] = cellToLatLng(cellToChildren(parent, 8).find((cell) => cell !== own) ?? "");
    const beside = { latitude, longitude };
    await people(6, SPOT);
    await people(6, beside, "", 4);
    await people(3, SPOT, "&amenities=toilet", 20);
    await settle();
    // Two people searched in both cells.
    expect((await demand()).items).toMatchObject([{ cell: parent, resolution: 7, people: 13 }]);
  });

  it("say which amenity was lacking, and nothing where a door was open", async () => {
    const near = { latitude: 34.752, longitude: 113.6 };
    test.setNow(evening - 10 * HOUR_MS);
    await people(10, near, "&amenities=toilet");
    await people(10, near);
    await settle();
    expect((await demand()).items).toMatchObject([{ hour: 10, reason: "without", amenity: "toilet", people: 10 }]);
  });

  it("are not counted where the office has switched that off", async () => {
    const { unmet } = test.deps;
    test.deps.unmet = null;
    await people(10, SPOT);
    expect(await demand()).toMatchObject({ isCounted: false });
    test.deps.unmet = unmet;
    await settle();
    expect((await demand()).items).toEqual([]);
  });

  it("forget the salt with the day, what is too small after 7 days, and what is shown after 13 months", async () => {
    await people(10, SPOT);
    const { redis } = test.connection;
    const day = beijingDate(beijingDayNumber(evening));
    const [place = ""] = await redis.smembers(keys.demandPlaces(day));
    const hours = async (key: string) => Math.ceil((await redis.pttl(key)) / 3_600_000);
    expect(await hours(keys.demandSalt(day))).toBe(4);
    expect(await hours(keys.demandPlaces(day))).toBe(4 + 7 * 24);
    expect(await hours(keys.demandPeople(day, place))).toBe(4 + 7 * 24);
    await settle();
    expect(await hours(keys.demandDay(day))).toBe(396 * 24);
  });

  it.runIf(transport === "tcp")(
    "leave no position finer than the cell, no address and no account in Redis",
    async () => {
      const worker = await test.signIn("worker", "李");
      const path = `/api/stations/nearest?latitude=${SPOT.latitude}&longitude=${SPOT.longitude}`;
      await test.call("GET", path, { token: worker });
      await people(12, SPOT);
      await settle();
      await test.local.control.call("SAVE");
      const kept = keptFiles(test.local.folder);
      expect(isIn(kept, latLngToCell(SPOT.latitude, SPOT.longitude, 8))).toBe(true);
      for (const resolution of [9, 10, 11, 12, 13, 14, 15]) {
        expect(isIn(kept, latLngToCell(SPOT.latitude, SPOT.longitude, resolution))).toBe(false);
      }
      for (const text of ["34.777", "113.6004", "203.0.113."]) expect([text, isIn(kept, text)]).toEqual([text, false]);
      const logged = Buffer.from(JSON.stringify(test.logged));
      for (const text of ["34.777", "113.6004"]) expect(isIn([logged], text)).toBe(false);
      // It would be found if it stood there.
      await test.connection.redis.set("position", `${SPOT.latitude},${SPOT.longitude}`);
      await test.local.control.call("SAVE");
      expect(isIn(keptFiles(test.local.folder), "34.777")).toBe(true);
    },
  );
});
