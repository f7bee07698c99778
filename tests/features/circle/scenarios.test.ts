import { beforeEach, describe, expect, it } from "vitest";
import type { AuditEntry } from "../../../shared/audit/audit-entry.js";
import type { ScenarioAnswer, ScenarioQuestion } from "../../../shared/circle/scenario.js";
import { beijing } from "../../support/given.js";
import { testApp } from "../../support/test-app.js";

const QUESTION: ScenarioQuestion = {
  ...{ city: "4101", hours: 40, sites: 3, mends: 0, days: "week", minutes: 15, travel: "walk", amenities: [] },
  ...{ weights: "equal", siteOpens: "04:00", siteCloses: "23:00", fixed: [], wished: [], forbidden: [] },
};

describe("scenarios", () => {
  const test = testApp();
  let token: string;
  beforeEach(async () => {
    test.setNow(beijing("2026-12-02T10:10"));
    test.passWallTime(60_000);
    token = await test.signIn("officer");
  });
  const add = async (name: string, question = QUESTION) =>
    (await test.call<ScenarioAnswer>("POST", "/api/scenarios", { token, json: { name, question } })).body;
  const names = async (query = "", asked = token) =>
    (
      await test.call<{ scenarios: ScenarioAnswer[] }>("GET", `/api/scenarios${query}`, { token: asked })
    ).body.scenarios.map(({ name }) => name);
  const reaching = async (name: string, reach: string[]) => {
    const other = await test.signIn("officer", name);
    const userId = (await test.deps.tokens.verify(other))?.userId ?? "";
    const user = await test.deps.users.find(userId);
    if (user === null) throw new Error("nobody");
    await test.deps.users.put({ ...user, reach });
    return other;
  };

  it("are kept under a name with all of the question, the newest change first", async () => {
    const first = await add("夜里多开", { ...QUESTION, fixed: ["8940e5a4c37ffff"], weights: "people" });
    test.setNow(beijing("2026-12-02T10:20"));
    await add("新建三个");
    expect(await names()).toEqual(["新建三个", "夜里多开"]);
    test.setNow(beijing("2026-12-02T10:30"));
    const json = { revision: first.revision, name: "夜里再多开", question: { ...first.question, hours: 60 } };
    const changed = await test.call<ScenarioAnswer>("PUT", `/api/scenarios/${first.id}`, { token, json });
    expect(changed.body).toMatchObject({ revision: 2, name: "夜里再多开" });
    expect(changed.body.question).toEqual({ ...QUESTION, fixed: ["8940e5a4c37ffff"], weights: "people", hours: 60 });
    expect(await names()).toEqual(["夜里再多开", "新建三个"]);
  });

  it("are not written over by who saw an older one, and a change that is sent again is done once", async () => {
    const { id } = await add("夜里多开");
    const send = (json: object) => test.call("PUT", `/api/scenarios/${id}`, { token, json });
    const change = { revision: 1, name: "甲", question: QUESTION };
    expect((await send(change)).status).toBe(200);
    expect((await send(change)).body).toMatchObject({ revision: 2 });
    expect(await send({ ...change, name: "乙" })).toMatchObject({ status: 409, body: { error: { code: "conflict" } } });
  });

  it("are those of an officer's reach, whose record holds what became of them", async () => {
    const { id } = await add("全市");
    await add("中原区", { ...QUESTION, city: "410102" });
    expect(await names("?city=410102")).toEqual(["中原区"]);
    const district = await reaching("区里的", ["410102"]);
    expect(await names("", district)).toEqual(["中原区"]);
    const mine = { token: district };
    expect((await test.call("DELETE", `/api/scenarios/${id}`, mine)).status).toBe(404);
    expect((await test.call("DELETE", `/api/scenarios/${id}`, { token })).status).toBe(200);
    expect(await names()).toEqual(["中原区"]);
    expect((await test.call("DELETE", `/api/scenarios/${id}`, { token })).status).toBe(404);
    const { body } = await test.call<{ entries: AuditEntry[] }>("GET", "/api/audit", { token });
    const told = body.entries.filter(({ subject }) => subject.type === "scenario");
    expect(told.map(({ action }) => action)).toEqual(["scenario:remove", "scenario:add", "scenario:add"]);
  });

  it("are no more than there may be", async () => {
    const { body } = await test.call<ScenarioAnswer>("POST", "/api/scenarios", {
      token,
      json: { name: "一", question: QUESTION },
    });
    const kept = await test.connection.redis.hget<string>("{stations}:scenarios", body.id);
    const many = Object.fromEntries(
      Array.from({ length: 499 }, (_, index) => [
        `sc_filler${String(index).padStart(4, "0")}`,
        String(kept).replace(body.id, `sc_filler${String(index).padStart(4, "0")}`),
      ]),
    );
    await test.connection.redis.hset("{stations}:scenarios", many);
    const refused = await test.call("POST", "/api/scenarios", { token, json: { name: "二", question: QUESTION } });
    expect(refused).toMatchObject({ status: 409, body: { error: { code: "scenarios_full" } } });
  });
});
