import { describe, expect, it } from "vitest";
import { beijingInstant, DAY_MS } from "../../../shared/common/time.js";
import { isOverdue, madeUntilAt, taskDueAt, taskPlace } from "../../../shared/trust/task-deadlines.js";
import { DEFAULT_TRUST_SETTINGS } from "../../../shared/trust/trust-settings.js";

const { taskDays: DAYS } = DEFAULT_TRUST_SETTINGS;
const MADE = 1_000_000;
const task = (changed: Partial<Parameters<typeof taskDueAt>[0]> = {}) => ({
  kind: "door_closed" as const,
  state: "new" as const,
  createdAt: MADE,
  ...changed,
});

describe("a task's deadline", () => {
  it.each([
    ["door_closed", 1],
    ["amenity_broken", 7],
    ["wrong_info", 3],
    ["other", 3],
  ] as const)("of %s is %i days after it was made", (kind, days) => {
    const dueAt = MADE + days * DAY_MS;
    expect(taskDueAt(task({ kind }), DAYS)).toBe(dueAt);
    expect(isOverdue(task({ kind }), dueAt - 1, DAYS)).toBe(false);
    expect(isOverdue(task({ kind }), dueAt, DAYS)).toBe(true);
  });

  it.each(["new", "accepted", "reopened"] as const)("stands while it is %s", (state) => {
    expect(isOverdue(task({ state }), MADE + DAY_MS, DAYS)).toBe(true);
  });

  it.each(["resolved", "confirmed"] as const)("is gone once it is %s", (state) => {
    expect(taskDueAt(task({ state }), DAYS)).toBeNull();
    expect(isOverdue(task({ state }), MADE + 99 * DAY_MS, DAYS)).toBe(false);
  });

  it("is the end of the day on which a part comes, where that is later", () => {
    const late = task({ waitsUntil: "1970-01-05" });
    expect(taskDueAt(late, DAYS)).toBe(beijingInstant("1970-01-06"));
    expect(taskDueAt({ ...late, kind: "amenity_broken" }, DAYS)).toBe(MADE + 7 * DAY_MS);
  });

  it("is counted anew when it comes back", () => {
    const back = task({ state: "reopened", reopenedAt: MADE + 5 * DAY_MS });
    expect(taskDueAt(back, DAYS)).toBe(MADE + 6 * DAY_MS);
  });
});

it("lists tasks overdue for longest first, then the others from new to old", () => {
  const tasks = {
    "closed long ago": task({ state: "confirmed", createdAt: MADE + DAY_MS / 2 }),
    "new door": task({ createdAt: MADE + 9.5 * DAY_MS }),
    "overdue door": task({ createdAt: MADE + 8 * DAY_MS }),
    "broken, in time": task({ kind: "amenity_broken", createdAt: MADE + 5 * DAY_MS }),
    "broken, overdue for longer": task({ kind: "amenity_broken", createdAt: MADE + DAY_MS }),
  };
  const placed = Object.entries(tasks).map(([name, one]) => {
    return { name, place: taskPlace({ ...one, id: "tk_given0001" }, MADE + 10 * DAY_MS, DAYS) };
  });
  expect(placed.sort((a, b) => (a.place < b.place ? -1 : 1)).map(({ name }) => name)).toEqual([
    "broken, overdue for longer",
    "overdue door",
    "new door",
    "broken, in time",
    "closed long ago",
  ]);
  expect(placed.map(({ place }) => madeUntilAt(place))).toEqual([
    null,
    null,
    MADE + 9.5 * DAY_MS,
    MADE + 5 * DAY_MS,
    MADE + DAY_MS / 2,
  ]);
});
