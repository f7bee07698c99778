import { beforeEach, describe, expect, it } from "vitest";
import { DAY_MS } from "../../../shared/common/time.js";
import type { UniformityList } from "../../../shared/stations/uniformity-answer.js";
import { beijing, givenAmenity, givenStation } from "../../support/given.js";
import { givenStationPhoto } from "../../support/given-photo.js";
import { TRANSPORTS, testApp } from "../../support/test-app.js";

const signed = [givenStationPhoto({ of: "sign" })];
const NOW = beijing("2026-11-24T10:00");

describe.each(TRANSPORTS)("the list of 四统一，over %s", (transport) => {
  const test = testApp(transport);
  let token: string;
  beforeEach(async () => {
    token = await test.signInAs({
      id: "us_officer01",
      name: "王干部",
      roles: ["officer"],
      stationIds: [],
      reach: ["6401"],
      createdAt: 0,
    });
  });

  const list = (query = "") => test.call<UniformityList>("GET", `/api/uniformity${query}`, { token });

  it("puts stations that miss most first, then those unconfirmed for longest, in reach only", async () => {
    const confirmed = (daysAgo: number) => ({ location: null, services: null, open: NOW - daysAgo * 86_400_000 });
    await test.store(
      givenStation({ id: "st_recent", verified: confirmed(40) }),
      givenStation({ id: "st_old", verified: confirmed(90) }),
      givenStation({
        id: "st_better",
        code: "A-1",
        photos: signed,
        verified: confirmed(1),
        amenities: { seat: givenAmenity() },
      }),
      givenStation({ id: "st_never", verified: confirmed(1), code: "A-2", photos: signed }),
      givenStation({ id: "st_elsewhere", district: { code: "410102", text: "中原区" } }),
      givenStation({ id: "st_gone", withdrawnAt: 1 }),
    );
    const { body } = await list();
    expect(body.stations.map(({ id }) => id)).toEqual(["st_old", "st_recent", "st_never", "st_better"]);
    expect(body.total).toBe(4);
    expect(body.missing).toEqual({ hardware: 4, signs: 2, content: 3, scope: 4, standard: 4 });
    expect(body.stations[0]).toMatchObject({ daysSinceConfirmation: 90, stars: 0, openReports: 0 });
  });

  it("knows who has a keeper", async () => {
    await test.store(givenStation({ id: "st_kept" }), givenStation({ id: "st_unkept" }));
    await test.signInAs({
      id: "us_keeper01",
      name: "李站长",
      roles: ["keeper"],
      stationIds: ["st_kept"],
      reach: [],
      createdAt: 0,
    });
    const gaps = (await list()).body.stations.map(({ id, gaps }) => [id, gaps.some(({ code }) => code === "keeper")]);
    expect(Object.fromEntries(gaps)).toEqual({ st_kept: false, st_unkept: true });
  });

  it("shows one district, or those that miss something for one check", async () => {
    await test.store(
      givenStation({ id: "st_a", code: "A-1", photos: signed }),
      givenStation({ id: "st_b" }),
      givenStation({ id: "st_c", district: { code: "640106", text: "金凤区" } }),
    );
    const ids = async (query: string) => (await list(query)).body.stations.map(({ id }) => id).sort();
    expect(await ids("?district=640106")).toEqual(["st_c"]);
    expect(await ids(`?district=${encodeURIComponent("金凤区")}`)).toEqual(["st_c"]);
    expect(await ids("?missing=signs")).toEqual(["st_b", "st_c"]);
    expect(await ids("?district=41")).toEqual([]);
    expect((await list("?district=640106")).body.districts).toEqual([
      { code: "640104", text: "兴庆区", total: 2 },
      { code: "640106", text: "金凤区", total: 1 },
    ]);
  });

  describe("with reports that nobody answered", () => {
    const confirmed = (daysAgo: number) => ({ location: null, services: null, open: NOW - daysAgo * DAY_MS });
    const reportAt = (stationId: string, daysAgo: number, json: object) => {
      test.setNow(NOW - daysAgo * DAY_MS);
      return test.call("POST", `/api/stations/${stationId}/reports`, { json });
    };
    beforeEach(async () => {
      await test.store(
        givenStation({ id: "st_fresh", verified: confirmed(0), code: "A-1", photos: signed }),
        givenStation({ id: "st_stale", verified: confirmed(31), code: "A-2", photos: signed }),
        givenStation({ id: "st_never", code: "A-3", photos: signed }),
        givenStation({ id: "st_bare", verified: confirmed(30), photos: signed }),
      );
      await reportAt("st_fresh", 7, { kind: "wrong_info" });
      await reportAt("st_fresh", 1, { kind: "door_closed" });
      await reportAt("st_bare", 3, { kind: "other", note: "灯不亮" });
      await reportAt("st_stale", 2.9, { kind: "other", note: "灯不亮" });
      test.setNow(NOW);
    });
    const ids = async (query: string) => (await list(query)).body.stations.map(({ id }) => id);

    it("counts those that are overdue, and only those", async () => {
      const { body } = await list("?sort=overdue");
      expect(body).toMatchObject({ total: 4, overdue: 2, unconfirmed: 2 });
      expect(body.stations.map(({ id, overdueTasks, openReports }) => [id, overdueTasks, openReports])).toEqual([
        ["st_fresh", 2, 2],
        ["st_bare", 1, 1],
        ["st_never", 0, 0],
        ["st_stale", 0, 1],
      ]);
    });

    it("puts first what misses most, has most overdue, or is unconfirmed for longest", async () => {
      expect(await ids("")).toEqual(["st_never", "st_stale", "st_bare", "st_fresh"]);
      expect(await ids("?sort=overdue")).toEqual(["st_fresh", "st_bare", "st_never", "st_stale"]);
      expect(await ids("?sort=unconfirmed")).toEqual(["st_never", "st_stale", "st_bare", "st_fresh"]);
    });

    it("shows those with overdue tasks, or that nobody has confirmed for so long", async () => {
      expect(await ids("?overdue=true&sort=overdue")).toEqual(["st_fresh", "st_bare"]);
      expect(await ids("?overdue=false")).toHaveLength(4);
      expect((await list("?overdue=true")).body).toMatchObject({ total: 4, matching: 2 });
      expect(await ids("?unconfirmedDays=30&sort=unconfirmed")).toEqual(["st_never", "st_stale"]);
      expect(await ids("?unconfirmedDays=29&sort=unconfirmed")).toEqual(["st_never", "st_stale", "st_bare"]);
      expect(await ids("?unconfirmedDays=29&overdue=true&missing=scope")).toEqual(["st_bare"]);
    });
  });

  it.each(["", "sort=overdue&", "sort=unconfirmed&"])(
    'pages through all of them, each once, asked with "%s"',
    async (how) => {
      const stations = Array.from({ length: 53 }, () => givenStation());
      await test.store(...stations);
      const first = (await list(`?${how}`)).body;
      expect(first.stations).toHaveLength(50);
      const second = (await list(`?${how}cursor=${first.nextCursor}`)).body;
      expect(second.nextCursor).toBeNull();
      const seen = [...first.stations, ...second.stations].map(({ id }) => id);
      expect([...seen].sort()).toEqual(stations.map(({ id }) => id).sort());
    },
  );
});
