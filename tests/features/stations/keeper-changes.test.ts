import { beforeEach, describe, expect, it } from "vitest";
import { applyWrites } from "../../../miniapp/src/features/stations/keeper/apply-writes.js";
import type { KeeperTap } from "../../../miniapp/src/features/stations/keeper/keeper-tap.js";
import type { PendingWrite } from "../../../miniapp/src/queue/pending-write.js";
import { AMENITY_KINDS } from "../../../shared/amenities/amenity.js";
import type { MyStations } from "../../../shared/stations/station-answer.js";
import { OWN, ownStation } from "../../api/stations/own-station.js";
import { beijing, givenAmenity, givenHours, givenStation } from "../../support/given.js";
import { TRANSPORTS, testApp } from "../../support/test-app.js";

const NOW = beijing("2026-11-24T10:00");

function pending(tap: KeeperTap): PendingWrite {
  const progress = { key: "k", userId: null, recordId: OWN, topic: "t", madeAt: NOW, goodForMs: 1, attempts: 0 };
  return { ...tap, ...progress, retryAt: 0, state: "waiting", failure: null };
}

describe.each(TRANSPORTS)("what a keeper's change does, over %s", (transport) => {
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

  it("is nothing when it is said again", async () => {
    await givenOwn({ amenities: { microwave: givenAmenity() } });
    const taps: [string, string, object?][] = [
      ["PUT", "closure", { until: "2026-11-24T15:00+08:00", reason: "停电停水" }],
      ["PUT", "amenities/microwave", { state: "broken" }],
      ["PUT", "today", { spans: [{ opens: 480, closes: 960 }] }],
      ["POST", "confirm", {}],
      ["DELETE", "closure"],
      ["DELETE", "amenities/microwave"],
      ["DELETE", "today"],
    ];
    for (const [method, path, json] of taps) {
      const first = await write(method, path, json);
      expect([method, path, (await write(method, path, json)).body]).toEqual([method, path, first.body]);
    }
  });

  it("is what the phone shows before the answer comes, whoever taps", async () => {
    const exceptions = [{ date: "2026-11-29", hours: [] }];
    await givenOwn({
      amenities: { microwave: givenAmenity(), toilet: givenAmenity("broken") },
      hours: givenHours({ exceptions }),
      reportedClosedUntil: NOW + 3_600_000,
    });
    const officer = await test.signIn("officer");
    const input = { id: OWN };
    // First what takes back reports: a closure hides them from the phone.
    const taps: [token: string, by: "keeper" | "officer", KeeperTap][] = [
      [officer, "officer", { endpoint: "POST /stations/:id/confirm", input }],
      [
        keeper,
        "keeper",
        { endpoint: "PUT /stations/:id/closure", input: { ...input, until: null, reason: "停电停水" } },
      ],
      [keeper, "keeper", { endpoint: "DELETE /stations/:id/closure", input }],
      [keeper, "keeper", { endpoint: "POST /stations/:id/confirm", input }],
      [
        keeper,
        "keeper",
        {
          endpoint: "PUT /stations/:id/today",
          input: {
            ...input,
            spans: [
              { opens: 840, closes: 1_080 },
              { opens: 480, closes: 720 },
            ],
          },
        },
      ],
      [
        keeper,
        "keeper",
        {
          endpoint: "PUT /stations/:id/amenities/:kind",
          input: { ...input, kind: "toilet", state: "working", note: "修好了" },
        },
      ],
      [keeper, "keeper", { endpoint: "DELETE /stations/:id/amenities/:kind", input: { ...input, kind: "microwave" } }],
      [keeper, "keeper", { endpoint: "DELETE /stations/:id/today", input }],
    ];
    for (const [token, by, tap] of taps) {
      const before = await seen();
      const [method = "", path = ""] = tap.endpoint.split(" /stations/:id/");
      const { id: _id, kind = "", ...body } = { kind: undefined, ...tap.input };
      const answer = await write(method, path.replace(":kind", kind), method === "DELETE" ? undefined : body, token);
      const { revision, updatedAt } = answer.body;
      expect([tap.endpoint, { ...applyWrites(before, [pending(tap)], NOW, by), revision, updatedAt }]).toEqual([
        tap.endpoint,
        answer.body,
      ]);
    }
  });

  it("drops what is over, but not the hours of last night", async () => {
    const day = (date: string) => ({ date, hours: [{ opens: 1_080, closes: 1_560 }] });
    await givenOwn({
      hours: givenHours({ exceptions: [day("2026-11-22"), day("2026-11-23"), day("2026-11-25")] }),
      closure: { from: 0, until: NOW - 1, reason: null },
    });
    const { body } = await write("PUT", "amenities/wifi", { state: "working" });
    expect(body.hours.exceptions.map(({ date }) => date)).toEqual(["2026-11-23", "2026-11-25"]);
    expect(body.closure).toBeNull();
  });

  it("loses nothing when two keepers tap at once", async () => {
    await givenOwn();
    const deputy = await test.signIn("keeper", "副站长");
    const kinds = AMENITY_KINDS.slice(0, 6);
    const replies = await Promise.all([
      ...kinds.map((kind, at) =>
        write("PUT", `amenities/${kind}`, { state: "broken" }, at % 2 === 0 ? keeper : deputy),
      ),
      write("PUT", "closure", { until: null, reason: null }, deputy),
    ]);
    expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 200));
    const after = await seen();
    expect(Object.keys(after.amenities).sort()).toEqual([...kinds].sort());
    expect(after).toMatchObject({ closure: { until: null }, revision: 8 });
  });

  it("is for those who keep the station, and for officers who reach it", async () => {
    await test.store(
      givenStation({ id: "st_not_mine" }),
      givenStation({ id: "st_far", district: { code: null, text: "高新区" } }),
    );
    const officer = await test.signIn("officer");
    const user = await test.deps.users.find((await test.deps.tokens.verify(officer))?.userId ?? "");
    if (user === null) throw new Error("the officer is missing");
    await test.deps.users.put({ ...user, reach: ["6401"] });
    const confirm = async (id: string, token: string) =>
      (await test.call("POST", `/api/stations/${id}/confirm`, { token })).status;
    expect(await confirm("st_not_mine", keeper)).toBe(403);
    expect(await confirm("st_not_mine", officer)).toBe(200);
    expect(await confirm("st_far", officer)).toBe(403);
    expect(await confirm("st_missing", officer)).toBe(404);
  });

  it("ends with the station", async () => {
    await givenOwn({ withdrawnAt: NOW });
    expect((await write("POST", "confirm")).status).toBe(404);
  });

  it("is in the record: who, from what to what", async () => {
    await givenOwn();
    await write("PUT", "closure", { until: "2026-11-24T15:00+08:00", reason: "停电停水" });
    const officer = await test.signIn("officer");
    const { body } = await test.call<{ entries: object[] }>("GET", `/api/audit?subject=${OWN}`, { token: officer });
    expect(body.entries[0]).toMatchObject({
      action: "station:close",
      author: { role: "keeper", way: "api" },
      from: { closure: null },
      to: { closure: { reason: "停电停水" } },
    });
  });

  it("lists the stations one keeps, without those that are withdrawn", async () => {
    await givenOwn({ name: "银虹社区市民驿站" });
    await test.store(givenStation({ id: "st_demo_02", withdrawnAt: NOW }), givenStation());
    const mine = async (token: string) =>
      (await test.call<MyStations>("GET", "/api/stations/mine", { token })).body.stations.map(({ name }) => name);
    expect(await mine(keeper)).toEqual(["银虹社区市民驿站"]);
    expect(await mine(await test.signIn("officer"))).toEqual([]);
  });
});
