import { beforeEach, describe, expect, it } from "vitest";
import type { StationDetail } from "../../../shared/stations/station-answer.js";
import { beijing, givenDeed, givenHours, givenStation } from "../../support/given.js";
import { givenUser } from "../../support/given-user.js";
import { TRANSPORTS, testApp } from "../../support/test-app.js";

interface Audit {
  entries: {
    at: string;
    action: string;
    author: object;
    subject: { id: string };
    from: object;
    to: object;
    authorName: string | null;
    subjectName: string | null;
  }[];
  nextCursor: string | null;
}

describe.each(TRANSPORTS)("the record of who changed what, over %s", (transport) => {
  const test = testApp(transport);
  let officer: string;
  beforeEach(async () => {
    test.setNow(beijing("2026-11-24T10:00"));
    officer = await test.signIn("officer");
  });

  const readAudit = async (query = "") =>
    (await test.call<Audit>("GET", `/api/audit${query}`, { token: officer })).body;

  it.each(["0-0", "1-99999999999999999999"])("refuses %s, which no entry of a record can have", async (cursor) => {
    expect((await test.call("GET", `/api/audit?cursor=${cursor}`, { token: officer })).status).toBe(400);
  });

  it("says who did what, when, from what to what, and by which way", async () => {
    const { body: station } = await test.call<StationDetail>("POST", "/api/stations", {
      token: officer,
      headers: { "x-yizhan-client": "page" },
      json: {
        name: "丽景街驿站",
        address: "丽景街 1 号",
        district: { code: "640104", text: "兴庆区" },
        location: { latitude: 38.474, longitude: 106.289 },
        hours: givenHours(),
      },
    });
    test.setNow(beijing("2026-11-24T11:00"));
    await test.call("PATCH", `/api/stations/${station.id}`, {
      token: officer,
      json: { revision: 1, landmark: "农行旁边" },
    });
    await test.call("POST", `/api/stations/${station.id}/withdraw`, { token: officer });
    const userId = (await test.deps.tokens.verify(officer))?.userId;
    expect((await readAudit(`?subject=${station.id}`)).entries).toMatchObject([
      { action: "station:withdraw", from: { withdrawnAt: null }, to: { withdrawnAt: beijing("2026-11-24T11:00") } },
      {
        action: "station:change",
        at: "2026-11-24T03:00:00.000Z",
        author: { userId, role: "officer", way: "api" },
        from: { landmark: null },
        to: { landmark: "农行旁边" },
      },
      { action: "station:create", author: { way: "page" }, from: {}, to: { name: "丽景街驿站" } },
    ]);
  });

  it("picks by who did it, what it was done to and the days in Beijing", async () => {
    const entry = (id: string, at: string, userId: string | null, type: "station" | "task" = "station") => ({
      at: beijing(at),
      author: { userId, role: null, way: "command" as const },
      action: `${type}:change`,
      subject: { type, id },
      districtCode: "640104",
      from: {},
      to: {},
    });
    await test.deps.audit.add(
      entry("st_a", "2026-11-20T23:59", "us_wang"),
      entry("tk_b", "2026-11-21T00:00", "us_wang", "task"),
      entry("st_c", "2026-11-21T23:59", "us_li"),
      entry("st_d", "2026-11-22T00:00", null),
    );
    const ids = async (query: string) => (await readAudit(query)).entries.map(({ subject }) => subject.id);
    expect(await ids("?author=us_wang")).toEqual(["tk_b", "st_a"]);
    expect(await ids("?kind=task")).toEqual(["tk_b"]);
    expect(await ids("?from=2026-11-21&to=2026-11-21")).toEqual(["st_c", "tk_b"]);
    expect(await ids("?author=us_wang&from=2026-11-21")).toEqual(["tk_b"]);
  });

  it("calls the districts of a reach by their names", async () => {
    await test.deps.audit.add({
      at: beijing("2026-11-24T09:00"),
      author: { userId: null, role: null, way: "command" },
      action: "role:grant",
      subject: { type: "person", id: "us_new" },
      districtCode: "640104",
      from: { reach: [] },
      to: { reach: ["640104"] },
    });
    expect((await readAudit("?subject=us_new")).entries).toMatchObject([{ areas: { "640104": "兴庆区" } }]);
  });

  it("holds nothing of a change that was refused", async () => {
    const station = givenStation();
    await test.store(station);
    await test.deps.stations.put({
      station: { ...station, revision: 9 },
      previous: { ...station, revision: 8 },
      by: givenDeed,
    });
    expect((await readAudit()).entries).toHaveLength(1);
  });

  it("shows an officer their own reach only", async () => {
    const user = await test.deps.users.find((await test.deps.tokens.verify(officer))?.userId ?? "");
    if (user === null) throw new Error("the officer is missing");
    await test.deps.users.put({ ...user, reach: ["6401"] });
    await test.store(
      givenStation({ id: "st_ours" }),
      givenStation({ id: "st_theirs", district: { code: "410102", text: "中原区" } }),
      givenStation({ id: "st_nobodys", district: { code: null, text: "高新区" } }),
    );
    expect((await readAudit()).entries.map(({ subject }) => subject.id)).toEqual(["st_ours"]);
  });

  it("is read a page at a time, each entry once, newest first", async () => {
    const stations = Array.from({ length: 120 }, () => givenStation());
    await test.store(...stations);
    const seen: string[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const page: Audit = await readAudit(cursor ? `?cursor=${cursor}` : "");
      seen.push(...page.entries.map(({ subject }) => subject.id));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(stations.map(({ id }) => id).reverse());
  });

  it("names keepers and officers and the station, and no worker", async () => {
    const station = givenStation({ name: "满春驿站" });
    await test.store(station);
    await test.call("POST", `/api/stations/${station.id}/confirm`, { token: officer });
    const worker = givenUser();
    await test.signInAs(worker);
    await test.deps.audit.add({
      at: 0,
      author: { userId: worker.id, role: "worker", way: "page" },
      action: "task:confirm",
      subject: { type: "person", id: worker.id },
      districtCode: "640104",
      from: {},
      to: {},
    });
    const lines = (await readAudit()).entries.map(({ authorName, subjectName }) => [authorName, subjectName]);
    const name = (await test.deps.users.find((await test.deps.tokens.verify(officer))?.userId ?? ""))?.name;
    expect(lines).toEqual([
      [null, null],
      [name, "满春驿站"],
      [null, "满春驿站"],
    ]);
  });

  it("tells of one station what was done to it and to the tasks about it, and nothing else", async () => {
    const [station, other] = [givenStation(), givenStation()];
    await test.store(station, other);
    for (const { id } of [station, other]) {
      await test.call("POST", `/api/stations/${id}/reports`, {
        headers: { "x-device-id": "a-phone-of-somebody" },
        json: { kind: "other", note: "灯坏了" },
      });
    }
    const { entries } = await readAudit(`?stationId=${station.id}`);
    expect(entries.map(({ action }) => action).sort()).toEqual(["station:change", "station:report", "task:create"]);
    expect(entries.filter(({ subject }) => subject.id === other.id)).toEqual([]);
  });

  it("is kept for three years", async () => {
    await test.store(givenStation());
    const written = Date.now();
    await test.deps.audit.trim(written + 3 * 365 * 86_400_000 - 60_000);
    expect((await readAudit()).entries).toHaveLength(1);
    await test.deps.audit.trim(written + 3 * 365 * 86_400_000 + 60_000);
    expect((await readAudit()).entries).toHaveLength(0);
  });
});
