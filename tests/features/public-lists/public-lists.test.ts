import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../../api/app.js";
import type { PublicLists, PublicStations } from "../../../shared/public-lists/public-lists.js";
import { givenAmenity, givenDeed, givenStation } from "../../support/given.js";
import { givenCourse, givenSession, givenVenue } from "../../support/given-class.js";
import { type GivenWish, givenWish } from "../../support/given-wish.js";
import { startTestApp, type TestApp, TRANSPORTS } from "../../support/test-app.js";

const DAY_MS = 86_400_000;
const WORDS = "想要一口电饭锅，我住湖滨街出租屋";

describe.each(TRANSPORTS)("the three public lists, over %s", (transport) => {
  let test: TestApp;
  let now: number;
  const own = givenStation({
    id: "st_own",
    amenities: { legal_aid: givenAmenity(), microwave: givenAmenity(), toilet: givenAmenity("broken") },
  });
  const other = givenStation({
    district: { code: "640105", text: "西夏区" },
    amenities: { microwave: givenAmenity() },
  });
  const uncoded = givenStation({ district: { code: null, text: "大新镇" } });

  beforeAll(async () => {
    test = await startTestApp(transport);
    now = test.deps.clock();
    await test.store(own, other, uncoded);
    const asked = async (times: number, wish: GivenWish) => {
      for (let n = 0; n < times; n++)
        await givenWish(test.deps, { person: "us_lists00001", createdAt: now - DAY_MS, text: WORDS, ...wish });
    };
    await asked(11, {});
    await asked(3, { category: "health" });
    await asked(1, { createdAt: now });
    await asked(10, { category: "rights", state: "referred" });
    // Of one person, or of nobody known any more.
    await asked(12, { category: "groceries", counted: "one hungry person" });
    await asked(12, { category: "family", counted: null });
    const course = givenCourse({ id: "co_lists", title: "瑜伽入门" });
    await test.deps.courses.change({ what: "course", course, previous: null });
    const session = givenSession({ courseId: course.id, venue: givenVenue(), startsAt: now + DAY_MS });
    await test.deps.classSessions.put({ session, previous: null });
  });
  afterAll(() => test.stop());

  const lists = async (district?: string) => {
    const query = district === undefined ? "" : `?district=${district}`;
    return (await test.call<PublicLists>("GET", `/api/public-lists${query}`)).body;
  };
  const stations = (query: string) => test.call<PublicStations>("GET", `/api/public-lists/stations?${query}`);
  const aMinuteOn = () => {
    now += 61_000;
    test.setNow(now);
  };

  it("count what is there by district, and name districts as people do", async () => {
    const all = await lists();
    expect(all.districts).toEqual([
      { key: "640104", name: "兴庆区", stations: 1 },
      { key: "640105", name: "西夏区", stations: 1 },
      { key: "none", name: "大新镇", stations: 1 },
    ]);
    expect(all.there.stations).toBe(3);
    expect(all.there.kit).toEqual([
      { fact: "kit:microwave", label: "微波炉", stations: 2, broken: 0 },
      { fact: "kit:toilet", label: "卫生间", stations: 0, broken: 1 },
    ]);
    const xingqing = await lists("640104");
    expect(xingqing.district).toEqual({ key: "640104", name: "兴庆区" });
    expect(xingqing.offered.services).toEqual([{ fact: "service:legal_aid", label: "法律咨询", stations: 1 }]);
    expect((await lists("640105")).offered).toEqual({ services: [], courses: [] });
  });

  it("open a number into the stations it counts", async () => {
    const { body } = await stations("fact=kit:microwave");
    expect(body).toMatchObject({ total: 2, nextCursor: null });
    expect(body.stations.map(({ id }) => id).sort()).toEqual([own.id, other.id].sort());
    expect(body.stations[0]?.hours).toBe("每天 8:00–20:00");
    expect((await stations("fact=broken:toilet&district=640104")).body.stations.map(({ id }) => id)).toEqual([own.id]);
    expect((await stations("fact=broken:toilet&district=640105")).body.stations).toEqual([]);
    expect((await stations("fact=kit:no_such_thing")).status).toBe(404);
    expect((await stations("district=650000")).status).toBe(404);
  });

  it("name classes with the date that comes next", async () => {
    const { courses } = (await lists("640104")).offered;
    expect(courses).toMatchObject([{ id: "co_lists", title: "瑜伽入门", categoryLabel: "瑜伽" }]);
    expect(courses[0]?.next?.startsAt).toBe(
      new Date(test.deps.clock() + DAY_MS - (now - test.deps.clock())).toISOString(),
    );
  });

  it("count wishes from ten people on, without today's and without matters of rights, and say no word of them", async () => {
    const { asked } = await lists("640104");
    expect(asked.wishes).toEqual([{ key: "warm_clothing", label: "防寒鞋服", wishes: 11 }]);
    expect(asked.hasFewer).toBe(true);
    expect(asked.cards).toEqual([]);
    expect((await lists()).asked.wishes).toEqual(asked.wishes);
    const text = JSON.stringify([await lists(), await lists("640104")]);
    for (const secret of ["湖滨街", "ws_given", "given ", "电饭锅"]) expect(text).not.toContain(secret);
  });

  it("show cards as officers wrote them, until they are taken down", async () => {
    const card = "一位骑手收到了头盔";
    const wish = await givenWish(test.deps, { category: "vehicle_gear", state: "fulfilled", person: "us_lists00001" });
    const audit = null;
    const after = { ...wish, card, version: wish.version + 1 };
    await test.deps.wishes.change({ before: wish, after, audit, now });
    aMinuteOn();
    expect((await lists("640104")).asked.cards).toEqual([
      { category: "vehicle_gear", card, stationName: own.name, fulfilledOn: "2026-11-24", isDemo: false },
    ]);
    expect((await lists("640105")).asked.cards).toEqual([]);
    await test.deps.wishes.change({ before: after, after: { ...after, card: null, version: 3 }, audit, now });
    aMinuteOn();
    expect((await lists("640104")).asked.cards).toEqual([]);
  });

  it("name a place where the office has answered, and no number of fewer than ten", async () => {
    const json = { latitude: 38.5, longitude: 106.3, hour: 20, need: "toilet" };
    const headers = { "x-device-id": "the-phone-that-misses" };
    const { body } = await test.call<{ id: string }>("POST", "/api/missing-stations", { json, headers });
    aMinuteOn();
    expect((await lists()).asked).toMatchObject({ missing: [], otherMissing: null });
    const token = await test.signIn("officer");
    const answer = { state: "planned", why: "明年三月开" };
    await test.call("POST", `/api/missing-stations/${body.id}/answer`, { token, json: answer });
    aMinuteOn();
    const { missing } = (await lists()).asked;
    expect(missing).toMatchObject([
      { ...answer, needs: "卫生间", people: null, nearest: { name: expect.any(String) } },
    ]);
  });

  it("are sent once to who has them", async () => {
    const first = await test.call("GET", "/api/public-lists");
    const etag = first.headers.get("etag") ?? "";
    const headers = { "if-none-match": etag };
    aMinuteOn();
    const again = await test.call("GET", "/api/public-lists", { headers });
    expect({ status: again.status, body: again.body }).toEqual({ status: 304, body: "" });
    await test.deps.stations.put({ station: { ...other, revision: 2, amenities: {} }, previous: other, by: givenDeed });
    aMinuteOn();
    expect((await test.call("GET", "/api/public-lists", { headers })).status).toBe(200);
  });

  it("are not there where the office has switched them off", async () => {
    const off = createApp({ ...test.deps, showsPublicLists: false });
    expect((await off.request("/api/public-lists")).status).toBe(404);
    expect((await off.request("/api/public-lists/stations")).status).toBe(404);
  });
});
