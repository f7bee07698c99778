import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Timetable } from "../../../shared/classes/class-answer.js";
import { DAY_MS, HOUR_MS } from "../../../shared/common/time.js";
import { classPeople } from "../../support/class-people.js";
import { beijing } from "../../support/given.js";
import { givenVenue } from "../../support/given-class.js";
import { TRANSPORTS, testApp } from "../../support/test-app.js";

const NOW = beijing("2026-11-24T10:00");
const WEEK = "classes?from=2026-11-23&to=2026-11-29";

describe.each(TRANSPORTS)("the timetable, over %s", (transport) => {
  const test = testApp(transport);
  let people: ReturnType<typeof classPeople>;
  beforeAll(() => {
    people = classPeople(test);
  });
  beforeEach(() => {
    people.forget();
    test.setNow(NOW);
  });

  const read = async (path: string) => (await test.call<Timetable>("GET", `/api/${path}`)).body.sessions;

  it("holds the classes of whole Beijing days, by start", async () => {
    const times = ["22T23:59", "23T00:00", "29T23:59", "30T00:00", "25T19:00"];
    for (const time of times) await people.put({ id: `cs_${time.slice(0, 2)}`, startsAt: beijing(`2026-11-${time}`) });
    expect((await read(WEEK)).map(({ id }) => id)).toEqual(["cs_23", "cs_25", "cs_29"]);
  });

  it("puts the nearest venue of a day first for whoever says where they are, and keeps to a kind or a venue", async () => {
    const at = (latitude: number) => ({ latitude, longitude: 106.289 });
    const [near, far] = [
      givenVenue({ id: "vn_near", location: at(38.475) }),
      givenVenue({ id: "vn_far", location: at(38.6) }),
    ];
    await people.put({ id: "cs_far", venue: far, startsAt: NOW + HOUR_MS });
    await people.put({ id: "cs_near", venue: near, startsAt: NOW + 2 * HOUR_MS, category: "dance" });
    await people.put({ id: "cs_next", venue: near, startsAt: NOW + DAY_MS });
    const here = await read(`${WEEK}&latitude=38.474&longitude=106.289`);
    expect(here.map(({ id }) => id)).toEqual(["cs_near", "cs_far", "cs_next"]);
    expect(here[0]?.distanceMetres).toBe(111);
    expect((await read(`${WEEK}&category=dance`)).map(({ id }) => id)).toEqual(["cs_near"]);
    expect((await read(`${WEEK}&venueId=vn_near`)).map(({ id }) => id)).toEqual(["cs_near", "cs_next"]);
  });

  it("says how many seats are left, and to whom one belongs only to themselves", async () => {
    const session = await people.put({ startsAt: NOW + DAY_MS, capacity: 2 });
    await people.book("li", session);
    const own = (await people.call<Timetable>("li", "GET", WEEK)).body.sessions;
    expect(own).toMatchObject([{ seatsLeft: 1, waitlistLength: 0, mine: { state: "confirmed", number: 1 } }]);
    expect((await people.call<Timetable>("wang", "GET", WEEK)).body.sessions[0]).not.toHaveProperty("mine");
    const strangers = await test.call<Timetable>("GET", `/api/${WEEK}`);
    expect(strangers.body.sessions[0]).toMatchObject({ seatsLeft: 1 });
    expect(JSON.stringify(strangers.body)).not.toContain("bk_");
  });

  it("settles what is due while it is read", async () => {
    const session = await people.put({ startsAt: NOW + DAY_MS, capacity: 1 });
    for (const name of ["a", "b", "c"]) await people.book(name, session);
    await people.leave("a", session);
    test.setNow(NOW + 2 * HOUR_MS);
    await read(WEEK);
    expect((await people.detail("c", session)).mine).toHaveProperty("offerExpiresAt");
  });

  it("takes one trip to Redis for a week, and one more to know who asks, however many classes there are", async () => {
    for (let i = 0; i < 100; i++) await people.put({ startsAt: NOW + i * HOUR_MS });
    await people.call("li", "GET", WEEK);
    test.takeRoundTrips();
    expect(await read(WEEK)).not.toHaveLength(0);
    expect(test.takeRoundTrips()).toBe(1);
    await people.call("li", "GET", WEEK);
    expect(test.takeRoundTrips()).toBe(2);
  });
});
