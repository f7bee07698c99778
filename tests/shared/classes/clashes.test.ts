import { describe, expect, it } from "vitest";
import { doClash } from "../../../shared/classes/clashes.js";
import type { ClassSession } from "../../../shared/classes/class-session.js";
import { HOUR_MS } from "../../../shared/common/time.js";
import { givenSession } from "../../support/given-class.js";

const yoga = givenSession({ id: "cs_yoga", courseId: "co_yoga" });
const room = (name: string | null) => ({ venue: { ...yoga.venue, room: name } });
const other = (changed: Partial<ClassSession>) => ({ ...yoga, id: "cs_dance", courseId: "co_dance", ...changed });

describe("two classes are in each other's way", () => {
  it.each<[string, boolean, Partial<ClassSession>]>([
    ["at one time in one place", true, {}],
    ["when one begins before the other ends", true, { startsAt: yoga.endsAt - 1, endsAt: yoga.endsAt + HOUR_MS }],
    ["not one after the other", false, { startsAt: yoga.endsAt, endsAt: yoga.endsAt + HOUR_MS }],
    ["not at different places", false, { venue: { ...yoga.venue, id: "st_elsewhere" } }],
    ["not when one is cancelled", false, { state: "cancelled" }],
    ["not when they are dates of one course", false, { courseId: "co_yoga" }],
  ])("%s: %s", (_, clash, changed) => {
    expect(doClash(yoga, other(changed))).toBe(clash);
    expect(doClash(other(changed), yoga)).toBe(clash);
  });

  it.each([
    ["三楼", "三楼", true],
    ["三楼", "四楼", false],
    // A place that names no room may be the same one.
    [null, "四楼", true],
  ])("in rooms %s and %s: %s", (one, two, clash) => {
    expect(doClash({ ...yoga, ...room(one) }, other(room(two)))).toBe(clash);
  });
});
