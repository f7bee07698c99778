import { beforeEach, describe, expect, it } from "vitest";
import type { AuditList } from "../../../shared/audit/audit-answer.js";
import type { LitePack } from "../../../shared/packs/lite-pack.js";
import type { PackManifest } from "../../../shared/packs/pack-answer.js";
import type {
  NearestAnswer,
  StationDetail,
  StationList,
  WithdrawnList,
} from "../../../shared/stations/station-answer.js";
import { beijing, givenNewStation, givenStation } from "../../support/given.js";
import { givenKeeper, givenOfficer } from "../../support/given-user.js";
import { TRANSPORTS, testApp } from "../../support/test-app.js";

const AROUND = "latitude=38.474&longitude=106.289";

describe.each(TRANSPORTS)("a station that was withdrawn, over %s", (transport) => {
  const test = testApp(transport);
  let officer: string;
  beforeEach(async () => {
    await test.deps.snapshot.load();
    test.setNow(beijing("2026-11-24T10:00"));
    officer = await test.signInAs(givenOfficer("6401"));
  });

  const act = (id: string, what: "withdraw" | "reinstate", token = officer) =>
    test.call<StationDetail>("POST", `/api/stations/${id}/${what}`, { token });
  const withdrawn = async (query = "") =>
    (await test.call<WithdrawnList>("GET", `/api/stations/withdrawn${query}`, { token: officer })).body;
  const create = (json: object) =>
    test.call<StationDetail>("POST", "/api/stations", { token: officer, json: givenNewStation(json) });
  const seen = async () => {
    const nearest = await test.call<NearestAnswer>("GET", `/api/stations/nearest?${AROUND}`);
    const list = await test.call<StationList>("GET", "/api/stations?district=640104");
    const { body } = await test.call<PackManifest>("GET", `/api/packs/manifest?${AROUND}`);
    const packs = await Promise.all(
      body.areas.map(({ area, version }) => test.call<LitePack>("GET", `/api/packs/${area}.${version}.json`)),
    );
    return {
      nearest: nearest.body.stations.length,
      list: list.body.stations.length,
      packed: packs.flatMap(({ body }) => body.latitudes).length,
    };
  };

  it("comes back into every list, from memory and from Redis, and into the packs, once", async () => {
    await test.store(givenStation({ id: "st_back", code: "A-1" }));
    await act("st_back", "withdraw");
    expect(await seen()).toMatchObject({ nearest: 0, list: 0, packed: 0 });
    test.setNow(beijing("2026-11-25T10:00"));
    expect((await act("st_back", "reinstate")).body).toMatchObject({ isWithdrawn: false, revision: 3, code: "A-1" });
    expect((await act("st_back", "reinstate")).body.revision).toBe(3);
    expect(await seen()).toMatchObject({ nearest: 1, list: 1, packed: 1 });
    await test.deps.snapshot.load();
    expect((await seen()).nearest).toBe(1);
    expect((await withdrawn()).stations).toEqual([]);
    const { body } = await test.call<AuditList>("GET", "/api/audit", { token: officer });
    expect(body.entries.map(({ action, from, to }) => [action, from, to])[0]).toEqual([
      "station:reinstate",
      { withdrawnAt: beijing("2026-11-24T10:00") },
      { withdrawnAt: null },
    ]);
  });

  it("stands in the list of the officers who reach it, those withdrawn last first", async () => {
    await test.store(
      givenStation({ id: "st_listed" }),
      givenStation({ id: "st_first", withdrawnAt: 1 }),
      givenStation({ id: "st_last", withdrawnAt: 20 }),
      givenStation({ id: "st_elsewhere", district: { code: "410102", text: "中原区" }, withdrawnAt: 3 }),
      givenStation({ id: "st_uncoded", district: { code: null, text: "高新区" }, withdrawnAt: 4 }),
    );
    const ids = async () => (await withdrawn()).stations.map(({ id }) => id);
    expect(await ids()).toEqual(["st_last", "st_first"]);
    expect(await withdrawn()).toMatchObject({ total: 2, nextCursor: null });
    officer = await test.signInAs(givenOfficer(""));
    expect(await ids()).toEqual(["st_last", "st_uncoded", "st_elsewhere", "st_first"]);
  });

  it("is listed a page at a time, each once", async () => {
    await test.store(...Array.from({ length: 60 }, (_, day) => givenStation({ withdrawnAt: 1 + (day % 7) })));
    const first = await withdrawn();
    const second = await withdrawn(`?cursor=${first.nextCursor}`);
    const ids = [...first.stations, ...second.stations].map(({ id }) => id);
    expect([first.total, first.stations.length, new Set(ids).size, second.nextCursor]).toEqual([60, 50, 60, null]);
  });

  it("is named to an officer who adds it anew, by its name and by its code", async () => {
    const { body } = await create({ code: "A-1" });
    expect((await create({})).body).toMatchObject({ error: { code: "name_taken" } });
    expect((await create({})).body).not.toHaveProperty("error.current");
    await act(body.id, "withdraw");
    const current = { id: body.id, state: "withdrawn", version: 2 };
    expect((await create({})).body).toMatchObject({
      error: { code: "name_taken", current, fields: [{ path: "name", message: expect.stringContaining("恢复") }] },
    });
    expect((await create({ name: "另一个", code: "A-1" })).body).toMatchObject({
      error: { code: "code_taken", current, fields: [{ path: "code" }] },
    });
    const other = await create({ name: "另一个" });
    const renamed = await test.call("PATCH", `/api/stations/${other.body.id}`, {
      token: officer,
      json: { revision: 1, name: "丽景街驿站" },
    });
    expect(renamed).toMatchObject({ status: 409, body: { error: { code: "name_taken", current } } });
    expect((await act(body.id, "reinstate")).status).toBe(200);
  });

  it("is for nobody else to bring back", async () => {
    await test.store(givenStation({ id: "st_back", withdrawnAt: 1 }));
    const keeper = await test.signInAs(givenKeeper("st_back"));
    const elsewhere = await test.signInAs(givenOfficer("4101"));
    for (const token of [keeper, elsewhere]) {
      expect(await act("st_back", "reinstate", token)).toMatchObject({ status: 403 });
    }
    expect(await act("st_missing", "reinstate")).toMatchObject({ status: 404 });
  });
});
