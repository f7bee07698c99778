import { beforeEach, describe, expect, it } from "vitest";
import type { DeskDoubts, DeskRows } from "../../../shared/desk/desk-answer.js";
import { beijing, givenAmenity, givenHours, givenStation } from "../../support/given.js";
import { givenKeeper, givenOfficer } from "../../support/given-user.js";
import { testApp } from "../../support/test-app.js";

const NOW = beijing("2026-11-24T10:00");

describe("the officers' table", () => {
  const test = testApp();
  let officer: string;
  beforeEach(async () => {
    test.setNow(NOW);
    officer = await test.signInAs(givenOfficer("6401"));
  });

  const list = (query = "", headers: Record<string, string> = {}, token = officer) =>
    test.call<DeskRows>("GET", `/api/desk/stations${query}`, { token, headers });

  it("says of a station what the table shows", async () => {
    await test.store(
      givenStation({
        id: "st_row",
        code: "YC-1",
        address: "兴庆区丽景街 1 号",
        hours: givenHours({ written: "每天 8:00-20:00", holidays: "as_week" }),
        verified: { location: NOW, services: null, open: NOW },
        amenities: {
          microwave: givenAmenity("broken"),
          first_aid: { ...givenAmenity(), expiresOn: "2026-11-28" },
          toilet: { ...givenAmenity("absent"), expiresOn: "2026-01-01" },
        },
      }),
    );
    await test.signInAs(givenKeeper("st_row"));
    const { rows, nextCursor } = (await list()).body;
    expect(nextCursor).toBeNull();
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      id: "st_row",
      revision: 1,
      code: "YC-1",
      street: "丽景街",
      hours: "每天 8:00-20:00",
      hoursRead: "每天 8:00–20:00；节假日 和平常一样",
      hasHours: true,
      opening: { state: "open", changesAt: "2026-11-24T12:00:00.000Z" },
      keepers: [expect.stringContaining("小李")],
      confirmedAt: "2026-11-24T02:00:00.000Z",
      locationCheckedAt: "2026-11-24T02:00:00.000Z",
      broken: ["microwave"],
      expiresOn: "2026-11-28",
      photos: { entrance: false, inside: false, sign: false },
      photosWaiting: 0,
      openTasks: 0,
    });
  });

  it("gives what a screen shows first, and the rest on the pages after it", async () => {
    await test.store(...Array.from({ length: 203 }, (_, at) => givenStation({ id: `st_${at}` })));
    const first = (await list()).body;
    expect(first.rows).toHaveLength(200);
    const rest = (await list(`?cursor=${encodeURIComponent(first.nextCursor ?? "")}`)).body;
    expect(rest.nextCursor).toBeNull();
    expect(new Set([...first.rows, ...rest.rows].map(({ id }) => id)).size).toBe(203);
  });

  it("has the stations of the reach, each once, whatever the areas of the reach", async () => {
    await test.store(
      givenStation({ id: "st_ours" }),
      givenStation({ id: "st_west", district: { code: "640105", text: "西夏区" } }),
      givenStation({ id: "st_far", district: { code: "410102", text: "中原区" } }),
      givenStation({ id: "st_gone", withdrawnAt: 1 }),
    );
    const idsFor = async (...reach: string[]) => {
      const token = await test.signInAs(givenOfficer(...reach));
      const ids: string[] = [];
      let cursor: string | null = "";
      while (cursor !== null) {
        const { body } = await list(cursor === "" ? "" : `?cursor=${encodeURIComponent(cursor)}`, {}, token);
        ids.push(...body.rows.map(({ id }) => id));
        cursor = body.nextCursor;
      }
      return ids.sort();
    };
    expect(await idsFor("6401")).toEqual(["st_ours", "st_west"]);
    expect(await idsFor("64", "640104", "4101")).toEqual(["st_far", "st_ours", "st_west"]);
    expect(await idsFor("")).toEqual(["st_far", "st_ours", "st_west"]);
  });

  it("does not send again what is as it was", async () => {
    await test.store(givenStation({ id: "st_row" }));
    const etag = (await list()).headers.get("etag") ?? "";
    test.setNow(NOW + 60_000);
    expect((await list("", { "If-None-Match": etag })).status).toBe(304);
    const change = { revision: 1, landmark: "农行旁边" };
    await test.call("PATCH", "/api/stations/st_row", { token: officer, json: change });
    expect((await list("", { "If-None-Match": etag })).status).toBe(200);
  });

  it("doubts a position amid the stations of another district", async () => {
    const west = { code: "640105", text: "西夏区" };
    const at = (latitude: number, longitude: number) => ({ location: { latitude, longitude } });
    await test.store(
      givenStation({ id: "st_a", ...at(38.47, 106.28) }),
      givenStation({ id: "st_b", ...at(38.471, 106.281) }),
      givenStation({ id: "st_c", ...at(38.472, 106.282) }),
      givenStation({ id: "st_lost", district: west, ...at(38.4705, 106.2805) }),
      givenStation({ id: "st_west", district: west, ...at(38.5, 106.1) }),
    );
    const { body } = await test.call<DeskDoubts>("GET", "/api/desk/doubts", { token: officer });
    expect(body.doubts).toEqual([{ id: "st_lost", amid: "兴庆区", ownMetres: expect.any(Number) }]);
  });
});
