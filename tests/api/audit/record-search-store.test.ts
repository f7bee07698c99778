import { expect, it } from "vitest";
import type { AuditEntry } from "../../../shared/audit/audit-entry.js";
import { beijing, givenAmenity } from "../../support/given.js";
import { testApp } from "../../support/test-app.js";

const AUTHOR = { userId: null, role: null, way: "command" } as const;
const FIRST = beijing("2026-10-01T00:00");

const test = testApp();

const entry = (at: number, more: Partial<AuditEntry> = {}): AuditEntry => ({
  ...{ at, author: AUTHOR, action: "station:change", subject: { type: "station", id: "st_a" }, districtCode: "640104" },
  ...{ from: { name: "甲" }, to: { name: "乙" } },
  ...more,
});
const verified = (open: number, location: number | null = null) => ({
  verified: { location, services: open, open, hours: open },
});
const fixed = (at: number) =>
  entry(at, {
    from: { amenities: { microwave: givenAmenity("broken") } },
    to: { amenities: { microwave: givenAmenity("working") } },
  });

it("finds the few lines that are asked for in a record of thousands, oldest first", async () => {
  const { audit, recordSearch } = test.deps;
  await audit.add(fixed(FIRST - 1), entry(FIRST - 1, { action: "task:resolve" }));
  await audit.add(fixed(FIRST), ...Array.from({ length: 4_500 }, (_, at) => entry(FIRST + at)));
  const subject = { type: "task", id: "tk_00000001" } as const;
  await audit.add(entry(FIRST + 5_000, { action: "task:resolve", subject }), entry(FIRST + 5_001, { subject }));
  const found = await recordSearch.search(FIRST, ["task:resolve"]);
  expect(found?.entries.map(({ at, action }) => [at - FIRST, action])).toEqual([
    [0, "station:change"],
    [5_000, "task:resolve"],
  ]);
});

it("tells a confirmation of the door by its instant, and nothing else as one", async () => {
  const { audit, recordSearch } = test.deps;
  await audit.add(
    entry(FIRST + 1, { action: "station:confirm", from: verified(1), to: verified(FIRST + 1) }),
    // The position was checked; the door had been confirmed before.
    entry(FIRST + 2, { from: verified(FIRST + 1), to: verified(FIRST + 1, FIRST + 2) }),
    // Somebody's words, which are quoted in a text.
    entry(FIRST + 3, { to: { name: `"open":${FIRST + 3},` } }),
  );
  expect((await recordSearch.search(FIRST, []))?.confirmations).toEqual([{ stationId: "st_a", at: FIRST + 1 }]);
});
