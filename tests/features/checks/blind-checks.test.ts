import { beforeEach, describe, expect, it } from "vitest";
import type { CheckDone, CheckFigures, CheckList, VisitList } from "../../../shared/checks/check-answer.js";
import type { User } from "../../../shared/people/user.js";
import { beijing, givenAmenity, givenHours, givenStation } from "../../support/given.js";
import { TRANSPORTS, testApp } from "../../support/test-app.js";

const NOW = beijing("2026-11-24T10:00");

describe.each(TRANSPORTS)("blind checks, over %s", (transport) => {
  const test = testApp(transport);
  let officer: string;
  let volunteer: string;
  beforeEach(async () => {
    test.setNow(NOW);
    test.deps.showsChecks = false;
    officer = await test.signInAs(person("us_officer01", { roles: ["officer"], reach: ["6401"] }));
    volunteer = await test.signInAs(person("us_volunteer", { roles: ["worker"] }));
  });

  const person = (id: string, given: Partial<User>): User => ({
    ...{ id, name: "志愿者", roles: [], stationIds: [], reach: [], createdAt: 0 },
    ...given,
  });
  const draw = async (size: number, more: object = {}) => {
    const json = { area: "6401", size, from: "2026-11-24", to: "2026-11-25", hours: [9, 15], seed: 5, ...more };
    return (await test.call<{ id: string; code: string }>("POST", "/api/checks/rounds", { token: officer, json })).body;
  };
  const visits = (code: string, token = volunteer) =>
    test.call<VisitList>("GET", `/api/checks/rounds/${code}/visits`, { token });
  const say = (code: string, visitId: string, found: object, token = volunteer) =>
    test.call<CheckDone & { error?: { code: string } }>("PUT", `/api/checks/rounds/${code}/visits/${visitId}`, {
      token,
      json: { works: {}, ...found },
    });

  it("tell a checker where to go, and nothing of what the product says", async () => {
    const secret = givenStation({
      id: "st_a",
      phone: "0951-1234567",
      amenities: { microwave: givenAmenity("broken") },
      closure: { from: NOW - 1, until: NOW + 7_200_000, reason: "停电停水" },
      hours: givenHours({ note: "门卫有钥匙" }),
    });
    await test.store(secret);
    const { code } = await draw(1);
    const { body } = await visits(code);
    expect(Object.keys(body).sort()).toEqual(["asOf", "from", "own", "to", "visits"]);
    expect(Object.keys(body.visits[0] ?? {}).sort()).toEqual(["date", "hour", "id", "isDone", "station"]);
    expect(body.visits[0]?.station).toEqual({
      id: "st_a",
      name: secret.name,
      address: secret.address,
      landmark: null,
      location: secret.location,
    });
    for (const word of ["停电停水", "closure", "hours", "microwave", "open", "0951"]) {
      expect(JSON.stringify(body)).not.toContain(word);
    }
  });

  it("answer what the product said once the checker's word is stored, which then stands", async () => {
    const closure = { from: NOW - 1, until: NOW + 7_200_000, reason: null };
    await test.store(givenStation({ id: "st_a", closure, amenities: { microwave: givenAmenity() } }));
    const { code } = await draw(1);
    const id = (await visits(code)).body.visits[0]?.id ?? "";
    const first = await say(code, id, { door: "open", works: { microwave: false } });
    expect(first.body).toMatchObject({
      found: { door: "open", works: { microwave: false } },
      said: { posted: "open", answered: "closed", amenities: { microwave: "working" } },
    });
    // Seen the answer, and thought better of it.
    expect((await say(code, id, { door: "shut" })).body).toEqual(first.body);
    const other = await test.signInAs(person("us_another1", { roles: ["worker"] }));
    expect((await say(code, id, { door: "shut" }, other)).body.error?.code).toBe("check_made");
    expect((await visits(code)).body.visits[0]?.isDone).toBe(true);
  });

  it("keep one word of many that come at once", async () => {
    await test.store(givenStation({ id: "st_a" }));
    const { code } = await draw(1);
    const id = (await visits(code)).body.visits[0]?.id ?? "";
    const people = await Promise.all(
      Array.from({ length: 6 }, (_, at) => test.signInAs(person(`us_rush000${at}`, { roles: ["worker"] }))),
    );
    const answers = await Promise.all(
      people.map((token, at) => say(code, id, { door: at % 2 ? "open" : "shut" }, token)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409]);
    expect(await test.deps.checks.made(["2026-11"])).toHaveLength(1);
  });

  it("are not made by a keeper at their own station", async () => {
    await test.store(givenStation({ id: "st_a" }), givenStation({ id: "st_b" }));
    const keeper = await test.signInAs(person("us_keeper001", { roles: ["keeper"], stationIds: ["st_a"] }));
    const { code } = await draw(2);
    const all = (await visits(code)).body.visits;
    const forKeeper = (await visits(code, keeper)).body;
    expect(forKeeper.own).toBe(1);
    expect(forKeeper.visits.map(({ station }) => station.id)).toEqual(["st_b"]);
    const own = all.find(({ station }) => station.id === "st_a")?.id ?? "";
    expect((await say(code, own, { door: "open" }, keeper)).status).toBe(403);
  });

  it("are made on the days of the sample only", async () => {
    await test.store(givenStation({ id: "st_a" }));
    const { code } = await draw(1);
    const id = (await visits(code)).body.visits[0]?.id ?? "";
    test.setNow(beijing("2026-11-26T00:00"));
    expect((await say(code, id, { door: "open" })).body.error?.code).toBe("check_not_now");
  });

  it("give rates whose checks can be opened, of an officer's reach alone", async () => {
    const shut = givenHours({ week: Array.from({ length: 7 }, () => []) });
    await test.store(
      givenStation({ id: "st_a", name: "甲" }),
      givenStation({ id: "st_b", name: "乙" }),
      givenStation({ id: "st_c", name: "丙", hours: shut }),
    );
    const { code } = await draw(3);
    for (const { id, station } of (await visits(code)).body.visits) {
      await say(code, id, { door: station.id === "st_b" ? "shut" : "open" });
    }
    const figures = (await test.call<CheckFigures>("GET", "/api/checks/figures", { token: officer })).body;
    expect(figures.all).toMatchObject({ checks: 3, posted: { of: 2, found: 1, share: 0.5 } });
    expect(figures.groups.map(({ month, district }) => [month, district.text])).toEqual([["2026-11", "兴庆区"]]);
    const behind = await test.call<CheckList>("GET", "/api/checks?month=2026-11&district=640104&basis=posted", {
      token: officer,
    });
    expect(behind.body.checks.map(({ name }) => name).sort()).toEqual(["乙", "甲"]);
    expect(JSON.stringify(behind.body)).not.toContain("us_volunteer");
    const elsewhere = await test.signInAs(person("us_officer02", { roles: ["officer"], reach: ["4101"] }));
    const theirs = await test.call<CheckFigures>("GET", "/api/checks/figures", { token: elsewhere });
    expect(theirs.body.all.checks).toBe(0);
  });

  it("are public where the office wants it", async () => {
    await test.store(givenStation({ id: "st_a" }));
    const { code } = await draw(1);
    const id = (await visits(code)).body.visits[0]?.id ?? "";
    await say(code, id, { door: "open" });
    expect((await test.call("GET", "/api/checks/public?city=6401")).status).toBe(404);
    test.deps.showsChecks = true;
    expect((await test.call("GET", "/api/checks/public?city=6401")).body).toMatchObject({
      all: { checks: 1, posted: { of: 1, found: 1 } },
      months: [{ month: "2026-11" }],
    });
  });

  it("draw the same doors for the same seed, and none where there is none", async () => {
    await test.store(...Array.from({ length: 12 }, (_, at) => givenStation({ id: `st_s${at}` })));
    const doors = async (code: string) =>
      (await visits(code)).body.visits.map(({ station, date, hour }) => `${station.id} ${date} ${hour}`);
    const [one, two] = [await draw(6), await draw(6)];
    expect(await doors(one.code)).toEqual(await doors(two.code));
    const nothing = await test.call("POST", "/api/checks/rounds", {
      token: officer,
      json: { area: "640105", size: 1, from: "2026-11-24", to: "2026-11-24", hours: [9] },
    });
    expect(nothing.status).toBe(409);
  });
});
