import { afterAll, beforeAll, expect, it } from "vitest";
import { seedDemo } from "../../../api/demo/seed-demo.js";
import { keys } from "../../../api/redis/keys.js";
import { checkIndexes } from "../../../scripts/faults/check-indexes.js";
import { givenSession } from "../../support/given-class.js";
import { startTestApp, type TestApp } from "../../support/test-app.js";

const PERSON = "us_checked000001";
const BOOKING = "bk_checked000001";

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
  await seedDemo(test.deps);
  const session = givenSession({ id: "cs_checked" });
  await test.deps.classSessions.put({ session, previous: null });
  const booker = { sessionId: session.id, userId: PERSON, calledBy: "小王", newId: BOOKING };
  await test.deps.bookings.book(test.deps.clock(), booker);
  const json = { kind: "other", note: "灯不亮了" };
  const headers = { "x-device-id": "a-phone-of-somebody" };
  await test.call("POST", "/api/stations/st_demo_01/reports", { json, headers });
});
afterAll(() => test.stop());

const check = () => checkIndexes(test.connection.redis, test.local.keys);

it("finds nothing wrong with a whole store", async () => {
  expect(await check()).toEqual([]);
});

it.each([
  ["{stations}:locations", () => test.local.control.zrem(keys.stationLocations, "st_demo_01")],
  ["{stations}:listing", () => test.local.control.zadd(keys.stationListing, 0, "code|640104|st_gone")],
  ["{stations}:wishes-in:640104", () => test.local.control.zpopmin("{stations}:wishes-in:640104")],
  ["cs_checked: seats", () => test.local.control.zrem(keys.classSeats("cs_checked"), PERSON)],
  ["cs_checked: owners", () => test.local.control.hdel(keys.bookingOwners, BOOKING)],
  ["all tasks", () => test.local.control.del(keys.allTasks)],
])("names %s where it is not what the documents say", async (name, damage) => {
  await damage();
  expect((await check()).join("\n")).toContain(name);
});
