import { latLngToCell } from "h3-js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COMPOSERS } from "../../../api/outbox/compose-message.js";
import type {
  AskedStationItem,
  MissingStationItem,
  SaidMissing,
} from "../../../shared/missing-stations/missing-station.js";
import { givenStation } from "../../support/given.js";
import { isIn, keptFiles, UNCOMPRESSED_FILES } from "../../support/redis-dump.js";
import { startTestApp, type TestApp, TRANSPORTS } from "../../support/test-app.js";

const WORDS = "夜里十一点下班没地方坐";

describe.each(TRANSPORTS)("a station that people miss, over %s", (transport) => {
  let test: TestApp;
  let officer: string;
  let places = 0;
  beforeAll(async () => {
    test = await startTestApp(transport, transport === "tcp" ? UNCOMPRESSED_FILES : []);
    test.deps.trustProxy = true;
    await test.store(givenStation());
    officer = await test.signIn("officer");
  });
  afterAll(() => test.stop());

  /** Somewhere nobody has spoken of. */
  const newPlace = () => {
    places += 1;
    return { latitude: 38.474123 + places / 20, longitude: 106.289456 };
  };
  type Place = ReturnType<typeof newPlace>;
  const from = (n: number) => ({ "x-forwarded-for": `203.0.113.${n}`, "x-device-id": `a-random-phone-${n}` });
  const say = async (place: Place, n: number, more: object = {}, token?: string) =>
    test.call<SaidMissing>("POST", "/api/missing-stations", {
      headers: from(n),
      json: { ...place, hour: 23, need: "door", ...more },
      ...(token === undefined ? {} : { token }),
    });
  const near = async ({ latitude, longitude }: Place) => {
    const path = `/api/missing-stations?latitude=${latitude}&longitude=${longitude}`;
    return (await test.call<{ missing: MissingStationItem[] }>("GET", path)).body.missing;
  };
  const asked = async (id: string) => {
    const { body } = await test.call<{ missing: AskedStationItem[] }>("GET", "/api/missing-stations/asked", {
      token: officer,
    });
    return body.missing.find((one) => one.id === id);
  };
  const answer = (id: string, state: string, why: string, token = officer) =>
    test.call("POST", `/api/missing-stations/${id}/answer`, { token, json: { state, why } });

  it("is kept as a cell, and shown to those around and to officers with its hours and words", async () => {
    const place = newPlace();
    const { status, body } = await say(place, 1, { words: WORDS });
    expect(status).toBe(201);
    expect(body).toMatchObject({ state: "asked", people: 1, wasThere: false });
    const cell = latLngToCell(place.latitude, place.longitude, 8);
    expect(await near(place)).toMatchObject([{ id: body.id, cell, need: "door", people: 1, why: null }]);
    expect(await near(newPlace())).toEqual([]);
    const item = await asked(body.id);
    expect(item).toMatchObject({ vouched: 0, words: [WORDS], county: "640104" });
    expect(item?.hours[23]).toBe(1);
    expect(item?.nearest?.metres).toBeGreaterThan(1_000);
  });

  it("is joined by who says the same of the place, each person once", async () => {
    const place = newPlace();
    const { body } = await say(place, 10);
    expect((await say(place, 11)).body).toMatchObject({ id: body.id, people: 2, wasThere: true });
    // The same phone on another network, and another phone on the same network.
    const moved = { "x-forwarded-for": "203.0.113.12", "x-device-id": "a-random-phone-10" };
    const second = (headers: Record<string, string>) =>
      test.call<SaidMissing>("POST", `/api/missing-stations/${body.id}/second`, { headers, json: { hour: 22 } });
    expect((await second(moved)).body).toMatchObject({ people: 2 });
    expect((await second({ ...from(13), "x-forwarded-for": "203.0.113.11" })).body).toMatchObject({ people: 2 });
    expect((await second(from(14))).body).toMatchObject({ people: 3 });
    expect((await say(place, 15, { need: "toilet" })).body).toMatchObject({ people: 1, wasThere: false });
  });

  it("tells apart whom WeChat vouches for", async () => {
    const { body } = await say(newPlace(), 20, {}, await test.signIn("worker", "李"));
    await test.call("POST", `/api/missing-stations/${body.id}/second`, { headers: from(21), json: { hour: 8 } });
    expect(await asked(body.id)).toMatchObject({ people: 2, vouched: 1 });
  });

  it("takes five of one person a day", async () => {
    for (let n = 0; n < 5; n++) expect((await say(newPlace(), 30)).status).toBe(201);
    expect((await say(newPlace(), 30)).status).toBe(429);
    const other = { ...from(31), "x-forwarded-for": "203.0.113.30" };
    const json = { ...newPlace(), hour: 8, need: "door" };
    expect((await test.call("POST", "/api/missing-stations", { headers: other, json })).status).toBe(429);
  });

  it("is answered by the office of its county, and who asked sees it and is told", async () => {
    const place = newPlace();
    const token = await test.signIn("worker", "王");
    const { body } = await say(place, 40, {}, token);
    expect((await answer(body.id, "planned", "明年三月开")).status).toBe(200);
    const mine = async (headers: Record<string, string>) =>
      (await test.call<{ missing: MissingStationItem[] }>("GET", "/api/missing-stations/mine", { headers })).body
        .missing;
    expect(await mine(from(40))).toMatchObject([{ id: body.id, state: "planned", why: "明年三月开" }]);
    expect(await mine(from(41))).toEqual([]);
    expect(await near(place)).toMatchObject([{ state: "planned" }]);

    const due = await test.deps.outbox.listDue(Date.parse("2027-12-31T00:00Z"), 50);
    const message = due.find(({ subject }) => subject.includes(body.id));
    const composed = message && (await COMPOSERS.report_answered(test.deps, message));
    expect(composed?.content).toMatchObject({ state: "列入计划了", note: "明年三月开" });

    expect((await answer(body.id, "opened", "开在路口")).status).toBe(200);
    expect((await answer(body.id, "opened", "开在路口")).status).toBe(200);
    expect((await answer(body.id, "refused", "不开了")).status).toBe(409);
    expect(await near(place)).toEqual([]);
    // Whoever asks again begins anew.
    expect((await say(place, 42)).body).toMatchObject({ wasThere: false });
    const second = { headers: from(43), json: { hour: 8 } };
    expect((await test.call("POST", `/api/missing-stations/${body.id}/second`, second)).status).toBe(409);
  });

  it.runIf(transport === "tcp")("leaves no position, no words and no address in Redis", async () => {
    const place = newPlace();
    await say(place, 50, { words: WORDS });
    await test.local.control.call("SAVE");
    const kept = keptFiles(test.local.folder);
    expect(isIn(kept, latLngToCell(place.latitude, place.longitude, 8))).toBe(true);
    const point = [String(place.latitude).slice(0, 7), "106.2894"];
    for (const text of [...point, latLngToCell(place.latitude, place.longitude, 9), WORDS, "203.0.113."]) {
      expect([text, isIn(kept, text)]).toEqual([text, false]);
    }
  });
});
