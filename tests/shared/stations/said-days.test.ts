import { describe, expect, it } from "vitest";
import { withSaidDays } from "../../../shared/stations/said-days.js";
import { beijing, givenHours } from "../../support/given.js";

const NOW = beijing("2026-09-22T10:00");
const nine = { opens: 540, closes: 720 };
const weekdays = givenHours({
  week: [...Array.from({ length: 5 }, () => [{ opens: 510, closes: 1050 }]), [], []],
});

function said(days: Parameters<typeof withSaidDays>[1], hours = weekdays) {
  const decided = withSaidDays(hours, days, "keeper", NOW);
  return "hours" in decided ? decided.hours.exceptions : decided.refused;
}

describe("what somebody says of dates", () => {
  it("is kept with who said so and when", () => {
    expect(said([{ date: "2026-10-01", hours: [nine] }])).toEqual([
      { date: "2026-10-01", hours: [nine], said: { by: "keeper", on: "2026-09-22" } },
    ]);
  });

  it("is as usual on that day of the week: a Saturday stays shut", () => {
    const by = { said: { by: "keeper", on: "2026-09-22" } };
    expect(
      said([
        { date: "2026-10-03", hours: "usual" },
        { date: "2026-10-01", hours: "usual" },
      ]),
    ).toEqual([
      { date: "2026-10-01", hours: [{ opens: 510, closes: 1050 }], ...by },
      { date: "2026-10-03", hours: [], ...by },
    ]);
  });

  it("is nothing new when it is said again another day", () => {
    const [first] = [said([{ date: "2026-10-01", hours: [nine] }])];
    const again = withSaidDays(
      { ...weekdays, exceptions: Array.isArray(first) ? first : [] },
      [{ date: "2026-10-01", hours: [nine] }],
      "keeper",
      beijing("2026-09-25T10:00"),
    );
    expect(again).toEqual({ hours: { ...weekdays, exceptions: first } });
  });

  it("can be taken back, and leaves other dates alone", () => {
    const exceptions = ["2026-10-01", "2026-10-02"].map((date) => ({ date, hours: [nine] }));
    expect(said([{ date: "2026-10-01", hours: "unsaid" }], givenHours({ exceptions }))).toEqual([exceptions[1]]);
  });

  it.each([
    ["days.0.date", [{ date: "2026-09-21", hours: [] }]],
    ["days.0.date", [{ date: "2027-09-24", hours: [] }]],
    [
      "days.1.date",
      [
        { date: "2026-10-01", hours: [] },
        { date: "2026-10-01", hours: "usual" as const },
      ],
    ],
    ["days.0.hours", [{ date: "2026-10-01", hours: [nine, { opens: 700, closes: 800 }] }]],
  ])("is refused at %s", (path, days) => {
    expect(said(days)).toMatchObject({ path });
  });

  it("cannot be as usual where nobody has told what is usual", () => {
    const hours = givenHours({ week: Array.from({ length: 7 }, () => "unknown" as const) });
    expect(withSaidDays(hours, [{ date: "2026-10-01", hours: "usual" }], "keeper", NOW)).toMatchObject({
      refused: { path: "days.0.hours" },
      isWithoutUsual: true,
    });
  });
});
