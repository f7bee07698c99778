import { beforeEach, describe, expect, it } from "vitest";
import type {
  DistrictList,
  NearestAnswer,
  OfficialDistrictList,
  StationDetail,
  StationList,
} from "../../../shared/stations/station-answer.js";
import { beijing, givenAmenity, givenDeed, givenHours, givenNewStation, givenStation } from "../../support/given.js";
import { TRANSPORTS, testApp } from "../../support/test-app.js";

const newStation = givenNewStation();

describe.each(TRANSPORTS)("stations over %s", (transport) => {
  const test = testApp(transport);
  let officer: string;
  beforeEach(async () => {
    test.setNow(beijing("2026-11-24T10:00"));
    officer = await test.signIn("officer");
  });

  const create = async (json: object = {}) =>
    test.call<StationDetail>("POST", "/api/stations", { token: officer, json: { ...newStation, ...json } });

  it("adds a station that is found at once and says what an officer wrote", async () => {
    const { status, body } = await create({
      location: { latitude: 38.4727, longitude: 106.282, datum: "wgs84", source: "手持 GPS" },
      amenities: { microwave: { state: "working" }, first_aid: { state: "working", expiresOn: "2027-03-01" } },
      entryNote: "推门就进，无需登记",
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      name: "丽景街驿站",
      surveyed: { datum: "wgs84", latitude: 38.4727, longitude: 106.282, source: "手持 GPS" },
      amenities: { microwave: "working", first_aid: "working" },
      amenityDetails: { first_aid: { expiresOn: "2027-03-01", confirmedAt: "2026-11-24T02:00:00.000Z" } },
      unconfirmedAmenities: [],
      entryNote: "推门就进，无需登记",
      revision: 1,
    });
    expect(body.location.longitude).toBeCloseTo(106.2864, 3);
    const found = await test.call<NearestAnswer>(
      "GET",
      "/api/stations/nearest?latitude=38.47&longitude=106.28&limit=1",
    );
    expect(found.body.stations[0]?.id).toBe(body.id);
    const again = await test.call<StationDetail>("GET", `/api/stations/${body.id}`);
    expect(again.body).toEqual(body);
  });

  it("refuses a second station of the same name in a district, and of the same code anywhere", async () => {
    await create({ code: "YZ-001" });
    expect((await create()).body).toMatchObject({ error: { code: "name_taken" } });
    expect((await create({ name: "另一个", code: "YZ-001" })).body).toMatchObject({ error: { code: "code_taken" } });
    expect((await create({ name: "丽景街驿站", district: { code: "640105", text: "西夏区" } })).status).toBe(201);
  });

  it("refuses a place outside China, which is what a swapped pair is", async () => {
    const { status, body } = await create({ location: { latitude: 106.289, longitude: 38.474 } });
    expect([status, body]).toMatchObject([400, { error: { fields: [{ path: "location.latitude" }] } }]);
  });

  it.each([
    ["name", { name: "丽景街\u0000驿站" }],
    ["name", { name: "丽景街\u202E站驿" }],
    ["address", { address: "丽景街 \ud83d 号" }],
    ["district.text", { district: { code: null, text: " " } }],
    ["location.source", { location: { ...newStation.location, source: "手持\u2066GPS" } }],
    ["hours.note", { hours: givenHours({ note: "中午\u200F关门" }) }],
    ["amenities.wifi.note", { amenities: { wifi: { state: "broken", note: "密码\u0007" } } }],
  ])("takes no %s with characters that nobody sees", async (path, json) => {
    const { status, body } = await create(json);
    expect([status, body]).toMatchObject([400, { error: { fields: [{ path }] } }]);
  });

  it("changes only what a patch names, and moves the station on every list", async () => {
    const { body: before } = await create({ code: "YZ-001", amenities: { toilet: { state: "working" } } });
    test.setNow(beijing("2026-11-25T10:00"));
    const { status, body } = await test.call<StationDetail>("PATCH", `/api/stations/${before.id}`, {
      token: officer,
      json: {
        revision: 1,
        name: "丽景街新驿站",
        code: "YZ-002",
        district: { code: "640106", text: "金凤区" },
        location: { latitude: 38.5, longitude: 106.3 },
        amenities: {},
      },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ name: "丽景街新驿站", address: "丽景街 1 号", revision: 2, amenities: {} });
    const listed = async (district: string) =>
      (await test.call<StationList>("GET", `/api/stations?district=${district}`)).body.stations.length;
    expect(await listed("640104")).toBe(0);
    expect(await listed("640106")).toBe(1);
    expect(await listed("64")).toBe(1);
    expect(await listed(encodeURIComponent("金凤区"))).toBe(1);
    const near = await test.call<NearestAnswer>(
      "GET",
      "/api/stations/nearest?latitude=38.5&longitude=106.3&amenities=toilet",
    );
    expect(near.body.stations).toEqual([]);
    expect((await create({ code: "YZ-001" })).status).toBe(201);
  });

  it("answers the same to a patch that changes nothing", async () => {
    const { body } = await create();
    const again = await test.call<StationDetail>("PATCH", `/api/stations/${body.id}`, {
      token: officer,
      json: { revision: 1, name: body.name },
    });
    expect(again.body.revision).toBe(1);
  });

  it("refuses a patch made from an older revision", async () => {
    const { body } = await create();
    const patch = (json: object) => test.call("PATCH", `/api/stations/${body.id}`, { token: officer, json });
    expect((await patch({ landmark: "农行旁边", revision: 1 })).status).toBe(200);
    expect(await patch({ landmark: "工行旁边", phone: "0951-1234567", revision: 1 })).toMatchObject({
      status: 409,
      body: {
        error: {
          code: "conflict",
          conflicts: [{ id: body.id, field: "landmark", theirs: "农行旁边", yours: "工行旁边" }],
        },
      },
    });
    expect((await patch({ landmark: "农行旁边", revision: 1 })).status).toBe(200);
    expect(await patch({ landmark: "工行旁边" })).toMatchObject({
      status: 400,
      body: { error: { fields: [{ path: "revision" }] } },
    });
  });

  it("reads hours as people write them, and keeps what they wrote", async () => {
    const { body } = await create();
    const patch = (json: object) =>
      test.call<StationDetail>("PATCH", `/api/stations/${body.id}`, { token: officer, json: { revision: 1, ...json } });
    expect(await patch({ hoursText: "看天气" })).toMatchObject({
      status: 400,
      body: { error: { fields: [{ path: "hoursText" }] } },
    });
    expect((await patch({ hoursText: "周一至周五 8:30-12:00" })).body.hours).toMatchObject({
      week: [...Array.from({ length: 5 }, () => [{ opens: 510, closes: 720 }]), [], []],
      written: "周一至周五 8:30-12:00",
    });
  });

  it("loses nothing when two officers change different things at once", async () => {
    const { body } = await create();
    const patches = [{ landmark: "农行旁边" }, { host: "农业银行" }, { capacity: 8 }, { phone: "0951-1234567" }];
    const replies = await Promise.all(
      patches.map((json) =>
        test.call("PATCH", `/api/stations/${body.id}`, { token: officer, json: { revision: 1, ...json } }),
      ),
    );
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const { body: after } = await test.call<StationDetail>("GET", `/api/stations/${body.id}`);
    expect(after).toMatchObject({
      landmark: "农行旁边",
      host: "农业银行",
      capacity: 8,
      phone: "0951-1234567",
      revision: 5,
    });
  });

  it("adds one station when the same name is sent many times at once", async () => {
    const replies = await Promise.all(Array.from({ length: 20 }, () => create()));
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(replies.filter(({ status }) => status === 409)).toHaveLength(19);
  });

  it("withdraws a station from every list, once", async () => {
    const { body } = await create({ amenities: { toilet: { state: "working" } } });
    const withdraw = () => test.call<StationDetail>("POST", `/api/stations/${body.id}/withdraw`, { token: officer });
    expect((await withdraw()).body).toMatchObject({ isWithdrawn: true, revision: 2 });
    expect((await withdraw()).body).toMatchObject({ isWithdrawn: true, revision: 2 });
    expect((await test.call("GET", `/api/stations/${body.id}`)).status).toBe(404);
    expect((await test.call<StationList>("GET", "/api/stations")).body.stations).toEqual([]);
    expect((await test.call("GET", "/api/districts")).body).toEqual({ districts: [] });
    expect(await test.deps.stations.find(body.id)).toMatchObject({ name: "丽景街驿站" });
  });

  it("lists the stations of a district a page at a time, each once", async () => {
    const stations = Array.from({ length: 120 }, () => givenStation());
    await test.store(...stations, givenStation({ district: { code: null, text: "高新区" } }));
    const seen: string[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const query: string = `?district=6401${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ""}`;
      const { body } = await test.call<StationList>("GET", `/api/stations${query}`);
      seen.push(...body.stations.map(({ id }) => id));
      cursor = body.nextCursor;
    }
    expect(seen).toHaveLength(120);
    expect(new Set(seen).size).toBe(120);
  });

  it("lists the districts that have stations, those without an official code too", async () => {
    await test.store(
      givenStation({ location: { latitude: 38.4, longitude: 106.2 } }),
      givenStation({ location: { latitude: 38.5, longitude: 106.3 } }),
      givenStation({ district: { code: null, text: "高新区" } }),
    );
    expect((await test.call("GET", "/api/districts")).body).toEqual({
      districts: [
        {
          code: "640104",
          text: "兴庆区",
          city: "银川市",
          stationCount: 2,
          location: { latitude: expect.closeTo(38.45, 4), longitude: expect.closeTo(106.25, 4) },
        },
        {
          code: null,
          text: "高新区",
          city: null,
          stationCount: 1,
          location: { latitude: expect.closeTo(38.474, 4), longitude: expect.closeTo(106.289, 4) },
        },
      ],
    });
  });

  it("says of a district where its stations have their middle, also after one moves, comes or goes", async () => {
    const zone = { code: "4101", text: "高新区" };
    const at = (longitude: number) => ({ latitude: 38, longitude });
    const first = givenStation({ district: zone, location: at(106) });
    await test.store(first, givenStation({ district: zone, location: at(107) }));
    const middle = async () => {
      const { districts } = (await test.call<DistrictList>("GET", "/api/districts")).body;
      return districts.find(({ text }) => text === "高新区")?.location.longitude;
    };
    expect(await middle()).toBeCloseTo(106.5, 4);
    const moved = { ...first, location: at(106.4), revision: 2 };
    await test.deps.stations.put({ station: moved, previous: first, by: givenDeed });
    expect(await middle()).toBeCloseTo(106.7, 4);
    await test.store(...Array.from({ length: 1_198 }, () => givenStation({ district: zone, location: at(106.5) })));
    expect(await middle()).toBeCloseTo(106.50033, 4);
    await test.deps.stations.put({
      station: { ...moved, revision: 3, withdrawnAt: 1 },
      previous: moved,
      by: givenDeed,
    });
    expect(await middle()).toBeCloseTo(106.50042, 4);
  });

  it("lists the official districts of a city, those without a station too", async () => {
    const within = async (prefix: string) =>
      (await test.call<OfficialDistrictList>("GET", `/api/districts/official?within=${prefix}`)).body.districts;
    const yinchuan = await within("6401");
    expect(yinchuan.slice(0, 3)).toEqual([
      { code: "640104", text: "兴庆区" },
      { code: "640105", text: "西夏区" },
      { code: "640106", text: "金凤区" },
    ]);
    expect(yinchuan.every(({ code }) => code.startsWith("6401"))).toBe(true);
    expect(await within("640104")).toEqual([{ code: "640104", text: "兴庆区" }]);
    expect(await within("649999")).toEqual([]);
  });

  it("keeps officers to their reach", async () => {
    const { body: theirs } = await create();
    const user = await test.deps.users.find((await test.deps.tokens.verify(officer))?.userId ?? "");
    if (user === null) throw new Error("the officer is missing");
    await test.deps.users.put({ ...user, reach: ["6402"] });
    const refused = { status: 403, body: { error: { code: "not_allowed" } } };
    expect(await create({ name: "外区" })).toMatchObject(refused);
    expect(
      await test.call("PATCH", `/api/stations/${theirs.id}`, { token: officer, json: { revision: 1, landmark: "x" } }),
    ).toMatchObject(refused);
    expect(await test.call("POST", `/api/stations/${theirs.id}/withdraw`, { token: officer })).toMatchObject(refused);
    const own = await create({ name: "本区", district: { code: "640202", text: "大武口区" } });
    expect(own.status).toBe(201);
    expect(
      await test.call("PATCH", `/api/stations/${own.body.id}`, {
        token: officer,
        json: { revision: 1, district: { code: "640104", text: "兴庆区" } },
      }),
    ).toMatchObject(refused);
  });

  it("keeps a code that looks like a number as it was written", async () => {
    await test.store(givenStation({ id: "st_number", code: "0123", amenities: { toilet: givenAmenity() } }));
    expect(await test.deps.stations.findIdsByCodes(["0123", "123"])).toEqual(["st_number", null]);
  });
});
