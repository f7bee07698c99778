import { beforeEach, describe, expect, it } from "vitest";
import { importStations } from "../../../api/stations/import/import-stations.js";
import type { AuditLine } from "../../../shared/audit/audit-answer.js";
import { changeLines } from "../../../shared/audit/change-words.js";
import type { Station } from "../../../shared/stations/station.js";
import { OWN, ownStation } from "../../api/stations/own-station.js";
import { beijing, givenStation } from "../../support/given.js";
import { csv, givenRow, type ListRow } from "../../support/given-list.js";
import { TRANSPORTS, testApp } from "../../support/test-app.js";

// 2026-11-24 is a Tuesday.
const NOW = beijing("2026-11-24T10:00");

describe.each(TRANSPORTS)("services with hours of their own over %s", (transport) => {
  const test = testApp(transport);
  let keeper: string;
  beforeEach(async () => {
    test.setNow(NOW);
    keeper = await test.signIn("keeper");
  });
  const { givenOwn, write, seen } = ownStation(
    () => test,
    () => keeper,
  );
  const path = (name: string) => `services/${encodeURIComponent(name)}`;
  const names = async () => (await seen()).timedServices?.map(({ name }) => name);
  const problem = async (reply: Promise<{ status: number; body: unknown }>) => {
    const { status, body } = await reply;
    const [field] = (body as { error: { fields: { path: string; message: string }[] } }).error.fields;
    return [status, field?.path, field?.message];
  };

  it("are said one by one by whoever keeps the station, and are there for everybody", async () => {
    await givenOwn();
    expect((await seen()).timedServices).toBeUndefined();
    await write("PUT", path("法律援助"), { hoursText: "周二14:00-16:00", note: "二楼" });
    const { status, body } = await write("PUT", path("理发"), { hoursText: "11月28日9:00-11:00" });
    expect(status).toBe(200);
    expect(body.verified.services).toBe(new Date(NOW).toISOString());
    expect((await seen()).timedServices).toMatchObject([
      {
        name: "法律援助",
        note: "二楼",
        confirmedAt: new Date(NOW).toISOString(),
        hours: { written: "周二14:00-16:00" },
      },
      { name: "理发", note: null, hours: { exceptions: [{ date: "2026-11-28" }] } },
    ]);
  });

  it("are changed in their place, twice the same changes nothing, and go when they are not offered any more", async () => {
    await givenOwn();
    await write("PUT", path("法律援助"), { hoursText: "周二14:00-16:00" });
    await write("PUT", path("理发"), { hoursText: "周三9:00-11:00" });
    const { body } = await write("PUT", path("法律援助"), { hoursText: "周四14:00-16:00" });
    expect((await write("PUT", path("法律援助"), { hoursText: "周四14:00-16:00" })).body.revision).toBe(body.revision);
    expect(await names()).toEqual(["法律援助", "理发"]);
    await write("DELETE", path("法律援助"));
    expect(await names()).toEqual(["理发"]);
    const { revision } = await seen();
    expect((await write("DELETE", path("法律援助"))).body.revision).toBe(revision);
  });

  it("that two people say at once are both kept", async () => {
    await givenOwn();
    const said = ["法律援助", "理发", "义诊", "入会"];
    await Promise.all(said.map((name) => write("PUT", path(name), { hoursText: "周二14:00-16:00" })));
    expect((await names())?.sort()).toEqual([...said].sort());
  });

  it("are refused with a word of what is wrong", async () => {
    await givenOwn();
    const say = (name: string, hoursText: string, note: string | null = null) =>
      problem(write("PUT", path(name), { hoursText, note }));
    expect(await say("法律援助", "有空就来")).toEqual([400, "hoursText", expect.stringContaining("要写成")]);
    expect(await say("理发", "11月20日9:00-11:00")).toEqual([400, "hoursText", "这一天已经过了"]);
    expect(await say("理发", "周二9:00-11:00", "找 13812345678")).toEqual([
      400,
      "note",
      expect.stringContaining("手机号"),
    ]);
    expect(await say("一".repeat(21), "周二9:00-11:00")).toEqual([400, "name", expect.any(String)]);
    for (const one of "一二三四五六七八") await write("PUT", path(one), { hoursText: "周二9:00-11:00" });
    expect(await say("九", "周二9:00-11:00")).toEqual([400, "name", expect.stringContaining("最多写 8 项")]);
  });

  it("that came once are shown no more when their day is over, and are gone with the next change", async () => {
    await givenOwn();
    await write("PUT", path("理发"), { hoursText: "11月28日9:00-11:00" });
    test.setNow(beijing("2026-11-30T10:00"));
    expect(await names()).toEqual([]);
    await write("PUT", path("义诊"), { hoursText: "周三9:00-11:00" });
    expect((await test.deps.stations.find(OWN))?.timedServices?.map(({ name }) => name)).toEqual(["义诊"]);
  });

  it("are confirmed with the station", async () => {
    const hours = {
      week: Array.from({ length: 7 }, () => []),
      holidays: [],
      adjustedWorkdays: [],
      seasons: [],
      exceptions: [],
      note: null,
    };
    await givenOwn({ timedServices: [{ name: "义诊", hours, note: null, confirmedAt: null }] });
    await write("POST", "confirm");
    expect((await seen()).timedServices).toMatchObject([{ confirmedAt: new Date(NOW).toISOString() }]);
  });

  it("stand in the record of the station, by name and hours", async () => {
    await givenOwn();
    await write("PUT", path("法律援助"), { hoursText: "周二14:00-16:00" });
    const token = await test.signIn("officer");
    const { body } = await test.call<{ entries: AuditLine[] }>("GET", `/api/audit?stationId=${OWN}`, { token });
    const [line] = body.entries;
    if (line === undefined) throw new Error("nothing in the record");
    expect(line.action).toBe("station:set-service");
    expect(changeLines(line, NOW)).toEqual([{ label: "定时服务", from: "没有", to: "法律援助：周二14:00-16:00" }]);
  });

  describe("in a list", () => {
    const importRows = (...rows: ListRow[]) =>
      importStations(test.deps, { file: csv(...rows), datum: null, city: null, dryRun: false, user: null });
    const only = async (): Promise<Station> => {
      const [id = ""] = await test.connection.redis.hkeys("{stations}:documents");
      const station = await test.deps.stations.find(id);
      if (station === null) throw new Error("none");
      return station;
    };
    const services = async () => (await only()).timedServices?.map(({ name, confirmedAt }) => [name, confirmedAt]);

    it("come in, unconfirmed; an empty cell leaves them, and the same again changes nothing", async () => {
      const row = givenRow({ 定时服务: "法律援助：周二14:00-16:00；理发：11月28日9:00-11:00" });
      expect(await importRows(row)).toMatchObject({ created: 1, warnings: [] });
      expect(await services()).toEqual([
        ["法律援助", null],
        ["理发", null],
      ]);
      expect(await importRows(row)).toMatchObject({ unchanged: 1 });
      expect(await importRows({ ...row, 定时服务: "" })).toMatchObject({ unchanged: 1 });
      // The haircut is over, and the list still has it.
      test.setNow(beijing("2026-12-02T10:00"));
      expect(await importRows(row)).toMatchObject({ unchanged: 1, warnings: [] });
    });

    it("follow the next list, but for what people at the station have said", async () => {
      const row = givenRow({ 定时服务: "法律援助：周二14:00-16:00；理发：周三9:00-11:00" });
      await importRows(row);
      const station = await only();
      const said = {
        ...station,
        timedServices: station.timedServices?.map((one) => ({ ...one, confirmedAt: one.name === "理发" ? 5 : null })),
        revision: 2,
      };
      const by = { author: { userId: null, role: null, way: "command" }, action: "station:change" } as const;
      expect(await test.deps.stations.put({ station: said, previous: station, by })).toBe("stored");
      await importRows({ ...row, 定时服务: "义诊：周四9:00-11:00" });
      expect(await services()).toEqual([
        ["义诊", null],
        ["理发", 5],
      ]);
    });

    it("that cannot be read are named with their cell, and leave what is known", async () => {
      const row = givenRow({ 定时服务: "法律援助：周二14:00-16:00" });
      await importRows(row);
      const value = "法律援助：周二14:00-16:00；理发：有空就来";
      const { warnings } = await importRows({ ...row, 定时服务: value });
      expect(warnings).toEqual([
        {
          row: 2,
          column: "定时服务",
          value,
          message: expect.stringMatching(/「理发」的时间看不懂.*；这一格没有导入$/),
        },
      ]);
      expect(await services()).toEqual([["法律援助", null]]);
    });
  });

  it("are in the pack of their area, for a phone without network", async () => {
    await test.store(givenStation({ id: "st_packed" }));
    const officer = await test.signIn("officer");
    const put = (name: string) =>
      test.call("PUT", `/api/stations/st_packed/${path(name)}`, {
        token: officer,
        json: { hoursText: "周二14:00-16:00" },
      });
    expect((await put("法律援助")).status).toBe(200);
    const manifest = await test.call<{ areas: { area: string; detail: string }[] }>(
      "GET",
      "/api/packs/manifest?latitude=38.5&longitude=106.3",
    );
    const [area] = manifest.body.areas;
    const pack = await test.call<{ services: unknown }>("GET", `/api/packs/${area?.area}.${area?.detail}.detail.json`);
    expect(JSON.stringify(pack.body.services)).toContain("法律援助");
  });
});
