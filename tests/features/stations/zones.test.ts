import { beforeEach, describe, expect, it } from "vitest";
import { runJobs } from "../../../api/jobs/run-jobs.js";
import { withCode } from "../../../api/stations/import/settle-city.js";
import type { AuditList } from "../../../shared/audit/audit-answer.js";
import type { ImportAnswer } from "../../../shared/stations/import/import-answer.js";
import type { DistrictList, StationDetail, StationList } from "../../../shared/stations/station-answer.js";
import type { UniformityList } from "../../../shared/stations/uniformity-answer.js";
import type { TaskList } from "../../../shared/trust/report-answer.js";
import type { OpenWishes } from "../../../shared/wishes/wish-answer.js";
import { phone } from "../../api/trust/trust-calls.js";
import { givenStation } from "../../support/given.js";
import { csv, givenRow, type ListRow } from "../../support/given-list.js";
import { givenWish } from "../../support/given-wish.js";
import { testApp } from "../../support/test-app.js";

/** Points in a district and a zone of Zhengzhou, 7 km apart, GCJ-02. */
const ZHONGYUAN = { latitude: 34.748, longitude: 113.613 };
const HIGH_TECH = { latitude: 34.802, longitude: 113.556 };

describe("zones that are no official district", () => {
  const test = testApp();
  let officer: string;
  beforeEach(async () => {
    officer = await officerOf("4101");
  });

  async function officerOf(...reach: string[]): Promise<string> {
    const token = await test.signIn("officer", `officer of ${reach.join(" and ")}`);
    const user = await test.deps.users.find((await test.deps.tokens.verify(token))?.userId ?? "");
    if (user === null) throw new Error("the officer is missing");
    await test.deps.users.put({ ...user, reach });
    return token;
  }

  const row = (districtText: string, cells: ListRow = {}) =>
    givenRow({
      区县: districtText,
      地址: "科学大道 1 号",
      "经度(GCJ-02)": String(HIGH_TECH.longitude),
      "纬度(GCJ-02)": String(HIGH_TECH.latitude),
      ...cells,
    });
  const post = (rows: ListRow[], { token = officer, query = "" } = {}) =>
    test.call<ImportAnswer>("POST", `/api/stations/import${query}`, {
      token,
      body: csv(...rows),
      headers: { "content-type": "text/csv" },
    });
  const listed = async (district: string) =>
    (await test.call<StationList>("GET", `/api/stations?district=${encodeURIComponent(district)}`)).body.stations.map(
      ({ district: { code, text } }) => `${code} ${text}`,
    );

  it("are imported by an officer of their city, and belong to it everywhere", async () => {
    const zones = ["高新区", "经开区", "郑东新区", "航空港区"];
    const { status, body } = await post([row("中原区"), ...zones.map((zone) => row(zone))]);
    expect([status, body.created]).toEqual([200, 5]);
    for (const value of zones) {
      expect(body.warnings).toContainEqual(
        expect.objectContaining({ value, message: expect.stringContaining("归到郑州市(按你管的范围)") }),
      );
    }
    expect(await listed("4101")).toHaveLength(5);
    expect(await listed("4101|高新区")).toEqual(["4101 高新区"]);
    expect(await listed("410102")).toEqual(["410102 中原区"]);
    const { districts } = (await test.call<DistrictList>("GET", "/api/districts")).body;
    expect(new Set(districts.map(({ city }) => city))).toEqual(new Set(["郑州市"]));
    const uniformity = async (query = "") =>
      (await test.call<UniformityList>("GET", `/api/uniformity${query}`, { token: officer })).body.total;
    expect(await uniformity()).toBe(5);
    expect(await uniformity(`?district=${encodeURIComponent("4101|高新区")}`)).toBe(1);
    const audit = await test.call<AuditList>("GET", "/api/audit", { token: officer });
    expect(audit.body.entries).toHaveLength(1);
    expect((await post([row("中原区")])).body).toMatchObject({ created: 1 });
  });

  it.each<[string, string, { token?: string; city?: string; cells?: ListRow; text?: string }]>([
    ["what the import says", "6101", { city: "6101" }],
    ["the address", "4101", { cells: { 地址: "河南省郑州市高新区科学大道 1 号" } }],
    ["the county that the address begins with", "4101", { cells: { 地址: "新郑市航空港区迎宾大道 1 号" } }],
    ["the city in its own words", "4101", { text: "郑州市高新区" }],
    ["a municipality", "50", { text: "两江新区", cells: { 地址: "重庆市两江新区黄山大道 1 号" } }],
  ])("get their city by %s", async (_, code, { city, cells, text = "高新区" }) => {
    await post([row(text, cells)], { token: await officerOf(""), query: city ? `?city=${city}` : "" });
    expect(await listed(code)).toEqual([`${code} ${text}`]);
  });

  it("get it by their neighbours in the list and in store, shown for confirming", async () => {
    await test.store(givenStation({ district: { code: "410102", text: "中原区" }, location: ZHONGYUAN }));
    const everywhere = await officerOf("");
    const { body } = await post([row("高新区"), row("经开区")], { token: everywhere, query: "?dryRun=true" });
    expect(body.warnings).toContainEqual(
      expect.objectContaining({
        value: "经开区",
        message: expect.stringContaining("归到郑州市(按旁边的驿站，请核对)"),
      }),
    );
  });

  it("stay without one where the neighbours lie in two cities, or there are none", async () => {
    await test.store(
      givenStation({ district: { code: "410102", text: "中原区" }, location: ZHONGYUAN }),
      givenStation({ district: { code: "410202", text: "龙亭区" }, location: HIGH_TECH }),
    );
    const far = { "经度(GCJ-02)": "87.6", "纬度(GCJ-02)": "43.8" };
    const { body } = await post([row("高新区"), row("高铁新区", far)], { token: await officerOf("") });
    expect(body.created).toBe(2);
    expect(await listed("4")).toHaveLength(2);
    expect(body.warnings.filter(({ message }) => message.includes("看不出在哪个市"))).toHaveLength(2);
  });

  it("are not for the officer of another city, nor of one district, who is told why", async () => {
    const zone = row("高新区", { 地址: "郑州市高新区科学大道 1 号" });
    for (const reach of ["6101", "410102"]) {
      const { status, body } = await post([zone], { token: await officerOf(reach) });
      expect([status, JSON.stringify(body)]).toEqual([422, expect.stringContaining("归到郑州市")]);
    }
  });

  it("keep the code of a county that somebody gave them", async () => {
    const [zone] = [row("高新区", { 编号: "YZ-1" })];
    await post([zone ?? {}]);
    const { body } = await test.call<StationList>("GET", "/api/stations?district=4101");
    await test.call("PATCH", `/api/stations/${body.stations[0]?.id}`, {
      token: officer,
      json: { revision: 1, district: { code: "410102", text: "高新区" } },
    });
    expect((await post([{ ...zone, 设施: "饮水" }])).body).toMatchObject({ updated: 1 });
    expect(await listed("4101")).toEqual(["410102 高新区"]);
  });

  it("take an ambiguous district for the one that the officer answers for", async () => {
    await post([row("鼓楼区", { 地址: "东街 1 号" })], { token: await officerOf("3501") });
    expect(await listed("3501")).toEqual(["350102 鼓楼区"]);
  });

  it("get their city where an officer adds one by hand", async () => {
    const json = {
      code: null,
      name: "高新区驿站",
      address: "科学大道 1 号",
      location: HIGH_TECH,
      hours: givenStation().hours,
      district: { code: null, text: "高新区" },
    };
    const created = await test.call<StationDetail>("POST", "/api/stations", { token: officer, json });
    expect([created.status, created.body.district]).toEqual([201, { code: "4101", text: "高新区" }]);
    const elsewhere = { ...json, name: "高铁新区驿站", address: "西安市高铁新区 1 号" };
    expect((await test.call("POST", "/api/stations", { token: officer, json: elsewhere })).status).toBe(403);
    const location = { latitude: 34.2, longitude: 108.9 };
    const hall = {
      name: "场馆",
      address: "科学大道 2 号",
      location,
      room: null,
      district: { code: null, text: "高新区" },
    };
    expect((await test.call("POST", "/api/halls", { token: officer, json: hall })).body).toMatchObject({
      district: { code: "4101" },
    });
  });

  it("are given to their city where they were stored before, with their tasks, wishes and record, once", async () => {
    await test.store(
      givenStation({ district: { code: "410102", text: "中原区" }, location: ZHONGYUAN }),
      givenStation({
        id: "st_zone",
        district: { code: null, text: "高新区" },
        address: "科学大道",
        location: HIGH_TECH,
      }),
      givenStation({
        id: "st_gone",
        district: { code: null, text: "高新区" },
        address: "郑州市科学大道",
        withdrawnAt: 1,
      }),
      givenStation({
        id: "st_far",
        district: { code: null, text: "高新区" },
        location: { latitude: 43.8, longitude: 87.6 },
      }),
    );
    const wish = await givenWish(test.deps, { stationId: "st_zone", districtCode: null, person: "us_worker000001" });
    await test.call("POST", "/api/stations/st_zone/reports", {
      headers: phone(1),
      json: { kind: "door_closed", atDoor: true },
    });
    const seen = async () => {
      const get = <Body>(path: string) => test.call<Body>("GET", path, { token: officer });
      return {
        stations: await listed("4101"),
        tasks: (await get<TaskList>("/api/tasks")).body.tasks.length,
        wishes: (await get<OpenWishes>("/api/wishes/open")).body.wishes.map(({ id }) => id),
        withdrawn: (await get<StationList>("/api/stations/withdrawn")).body.stations.length,
        record: (await get<AuditList>("/api/audit?stationId=st_zone")).body.entries.map(({ action }) => action),
      };
    };
    expect(await seen()).toEqual({
      stations: ["410102 中原区"],
      tasks: 0,
      wishes: [],
      withdrawn: 0,
      record: [],
    });
    await runJobs(test.deps);
    expect(await seen()).toEqual({
      stations: ["410102 中原区", "4101 高新区"],
      tasks: 1,
      wishes: [wish.id],
      withdrawn: 1,
      record: ["station:change", "station:report", "task:create", "station:change"],
    });
    const revision = (await test.deps.stations.find("st_zone"))?.revision;
    test.passWallTime(86_400_000);
    const { jobs } = await runJobs(test.deps);
    expect(jobs).toContainEqual({ name: "settle-cities", outcome: "done", changed: 0 });
    expect((await test.deps.stations.find("st_zone"))?.revision).toBe(revision);
    expect((await test.deps.stations.find("st_far"))?.district).toEqual({ code: null, text: "高新区" });
  });

  it("name no city by a word that only looks like one", async () => {
    const place = { district: { code: null, text: "中山片区" }, address: "中山路 1 号", location: HIGH_TECH };
    expect(await withCode(test.deps.stations, place, ["4101"])).toEqual({ code: "4101", text: "中山片区" });
    expect(await withCode(test.deps.stations, place, [""])).toEqual({ code: null, text: "中山片区" });
  });
});
