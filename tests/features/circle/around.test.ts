import { beforeEach, expect, it } from "vitest";
import type { AroundAnswer } from "../../../shared/circle/around-answer.js";
import { readServiceHours } from "../../../shared/stations/services/read-service-hours.js";
import { beijing, givenAmenity, givenStation } from "../../support/given.js";
import { givenSession, givenVenue } from "../../support/given-class.js";
import { startTestApp, testApp } from "../../support/test-app.js";

// 2026-11-24 is a Tuesday.
const NOW = beijing("2026-11-24T14:00");
const HERE = { latitude: 38.474, longitude: 106.289 };
/** About 560 m, 1.1 km and 5.6 km to the north. */
const [NEAR, EDGE, FAR] = [0.005, 0.01, 0.05].map((north) => ({ ...HERE, latitude: HERE.latitude + north }));

const test = testApp();
beforeEach(() => {
  test.setNow(NOW);
});

const around = async (query = "") =>
  (
    await test.call<AroundAnswer>(
      "GET",
      `/api/circle/around?latitude=${HERE.latitude}&longitude=${HERE.longitude}${query}`,
    )
  ).body;
const idsOf = ({ parts }: AroundAnswer, what: string) =>
  parts.find((part) => part.what === what)?.places.map(({ stationId }) => stationId);

async function givenTown() {
  const { hours } = readServiceHours("周二14:00-16:00", "2026-11-24");
  if (hours === null) throw new Error("not read");
  await test.store(
    givenStation({
      id: "st_near",
      location: NEAR,
      amenities: { toilet: givenAmenity(), hot_water: givenAmenity("broken") },
      timedServices: [{ name: "法律援助", hours, note: "二楼", confirmedAt: 5 }],
    }),
    givenStation({ id: "st_edge", location: EDGE, amenities: { phone_charge: givenAmenity() } }),
    givenStation({ id: "st_far", location: FAR, amenities: { toilet: givenAmenity() } }),
  );
}

it("tells what lies within 15 minutes by what works there, on foot and by e-bike", async () => {
  await givenTown();
  const onFoot = await around();
  expect(idsOf(onFoot, "doors")).toEqual(["st_near"]);
  expect(idsOf(onFoot, "toilets")).toEqual(["st_near"]);
  expect(idsOf(onFoot, "water")).toEqual([]);
  const byBike = await around("&travel=ebike");
  expect([idsOf(byBike, "doors"), idsOf(byBike, "charging")]).toEqual([["st_near", "st_edge"], ["st_edge"]]);
  expect(byBike.parts[0]?.places[0]).toMatchObject({ when: "now", until: "2026-11-24T12:00:00.000Z" });
});

it("tells of services with hours of their own, which go with a closure of their door", async () => {
  await givenTown();
  expect((await around()).services).toMatchObject([
    { name: "法律援助", note: "二楼", onArrival: true, until: "2026-11-24T08:00:00.000Z", isDoorKnown: true },
  ]);
  const previous = await test.deps.stations.find("st_near");
  if (previous === null) throw new Error("gone");
  const station = { ...previous, revision: 2, closure: { from: NOW, until: null, reason: null } };
  const by = { author: { userId: null, role: null, way: "command" }, action: "station:close" } as const;
  expect(await test.deps.stations.put({ station, previous, by })).toBe("stored");
  const { services, parts } = await around();
  expect(services).toEqual([]);
  expect(parts.every(({ places }) => places.length === 0)).toBe(true);
});

it("tells of today's classes that one gets to in time and that have a seat", async () => {
  const at = (time: string, rest: Parameters<typeof givenSession>[0] = {}) =>
    givenSession({ startsAt: beijing(`2026-11-24T${time}`), venue: givenVenue({ location: NEAR }), ...rest });
  const sessions = [
    at("19:00", { title: "瑜伽" }),
    at("15:00", { title: "书法" }),
    at("14:05", { title: "来不及" }),
    at("19:00", { title: "没有座", bookedBy: "term", state: "cancelled" }),
    at("19:00", { title: "太远", venue: givenVenue({ location: FAR }) }),
    at("19:00", { title: "还不能报", bookingOpensAt: beijing("2026-11-24T18:00") }),
    givenSession({ startsAt: beijing("2026-11-25T09:00"), title: "明天", venue: givenVenue({ location: NEAR }) }),
  ];
  await test.deps.classSessions.put(...sessions.map((session) => ({ session, previous: null })));
  expect((await around()).classes?.map(({ title, seatsLeft }) => [title, seatsLeft])).toEqual([
    ["书法", 20],
    ["瑜伽", 20],
  ]);
});

it("answers the same from memory as from Redis, and in any datum of the position", async () => {
  await givenTown();
  const fromRedis = await around();
  await test.deps.snapshot.load();
  expect(await around()).toEqual(fromRedis);
  expect(idsOf(await around("&datum=wgs84&travel=ebike"), "doors")).toContain("st_near");
});

it("answers from memory without Redis, says since when, and nothing of classes", async () => {
  const lonely = await startTestApp();
  try {
    await lonely.store(givenStation({ id: "st_near", location: NEAR }));
    await lonely.deps.snapshot.load();
    const path = `/api/circle/around?latitude=${HERE.latitude}&longitude=${HERE.longitude}`;
    await lonely.call("GET", path);
    await lonely.loseRedis();
    lonely.passWallTime(16_000);
    const { status, body } = await lonely.call<AroundAnswer>("GET", path);
    expect([status, body.classes, idsOf(body, "doors")]).toEqual([200, null, ["st_near"]]);
    expect(body.staleSince).toEqual(expect.any(String));
  } finally {
    await lonely.stop();
  }
});
