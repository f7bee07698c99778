import { beforeEach, describe, expect, it } from "vitest";
import type { ShownDays, StationDetail } from "../../../shared/stations/station-answer.js";
import { givenKeeper } from "../../api/access/given-keeper.js";
import { beijing, givenAmenity, givenStation } from "../../support/given.js";
import { TRANSPORTS, testApp } from "../../support/test-app.js";

const NOW = beijing("2026-11-24T10:00");
const MINUTE = 60_000;

describe.each(TRANSPORTS)("what keepers are asked, over %s", (transport) => {
  const test = testApp(transport);
  let keeper: string;
  beforeEach(async () => {
    test.setNow(NOW);
    keeper = await test.signInAs(givenKeeper("us_keeper001", "st_a"));
  });

  const confirm = async (json: object) =>
    (await test.call<StationDetail>("POST", "/api/stations/st_a/facts", { token: keeper, json })).body;
  const look = () => test.call("GET", "/api/stations/nearest?latitude=38.474&longitude=106.289");
  const shown = async () =>
    (await test.call<ShownDays>("GET", "/api/stations/st_a/shown", { token: keeper })).body.days[0];

  it("is answered fact by fact, and nothing else is touched", async () => {
    const amenities = { tea: givenAmenity(), umbrella: givenAmenity("broken"), seat: givenAmenity() };
    const verified = { location: 1, services: 2, open: 3 };
    await test.store(givenStation({ id: "st_a", amenities, verified, reportedClosedUntil: NOW + 1 }));
    const hours = await confirm({ fact: "hours" });
    expect(hours.verified).toMatchObject({ open: "1970-01-01T00:00:00.003Z", hours: new Date(NOW).toISOString() });
    const supplies = await confirm({ fact: "supplies", kinds: ["tea", "umbrella"] });
    expect(supplies.amenityDetails.tea?.confirmedAt).toBe(new Date(NOW).toISOString());
    expect(supplies.amenityDetails.umbrella?.confirmedAt).toBeNull();
    expect(supplies.amenityDetails.seat?.confirmedAt).toBeNull();
    expect(supplies.opening.state).toBe("reported_closed");
    const door = await confirm({ fact: "door" });
    expect([door.opening.state, door.confirmedBy, door.verified.open]).toEqual([
      "open",
      "keeper",
      new Date(NOW).toISOString(),
    ]);
    expect((await confirm({ fact: "position" })).verified.location).toBe(new Date(NOW).toISOString());
  });

  it("keeps the date of the hours when only the door is confirmed", async () => {
    await test.store(givenStation({ id: "st_a", verified: { location: null, services: null, open: 3 } }));
    expect((await confirm({ fact: "door" })).verified.hours).toBe("1970-01-01T00:00:00.003Z");
  });

  it("resolves what was reported of the door, as 都对，确认 does", async () => {
    await test.store(givenStation({ id: "st_a" }));
    await test.call("POST", "/api/stations/st_a/reports", { json: { kind: "door_closed", atDoor: true } });
    const { body } = await test.call<{ tasks: object[] }>("GET", "/api/tasks?state=open", { token: keeper });
    expect(body.tasks).toHaveLength(1);
    await confirm({ fact: "door" });
    const after = await test.call<{ tasks: object[] }>("GET", "/api/tasks?state=open", { token: keeper });
    expect(after.body.tasks).toEqual([]);
  });

  it("goes by how often the station stands first, which is told from ten on", async () => {
    await test.store(givenStation({ id: "st_a" }));
    for (let turn = 0; turn < 9; turn += 1) await look();
    test.passWallTime(MINUTE);
    await look();
    // What is counted is stored beside the answer.
    await expect.poll(() => test.deps.shown.of("st_a", ["2026-11-24"])).toEqual([9]);
    expect(await shown()).toEqual({ date: "2026-11-24", times: null });
    test.passWallTime(MINUTE);
    await look();
    await expect.poll(() => test.deps.shown.of("st_a", ["2026-11-24"])).toEqual([10]);
    expect(await shown()).toEqual({ date: "2026-11-24", times: 10 });
  });
});
