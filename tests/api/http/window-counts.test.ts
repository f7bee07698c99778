import { describe, expect, it } from "vitest";
import { WindowCounts } from "../../../api/http/window-counts.js";

describe("counting in windows", () => {
  const counting = () => {
    const clock = { now: 1_000_000 };
    const counts = new WindowCounts({ most: 2, windowMs: 60_000, now: () => clock.now });
    return { clock, allow: (caller: string) => counts.allow(caller) };
  };

  it("allows each caller so many in a window that begins with the first", () => {
    const { clock, allow } = counting();
    expect([allow("one"), allow("one"), allow("one"), allow("other")]).toEqual([true, true, false, true]);
    clock.now += 60_000;
    expect(allow("one")).toBe(false);
    clock.now += 1;
    expect([allow("one"), allow("one"), allow("one")]).toEqual([true, true, false]);
  });

  it("forgets everybody after a time when nobody came", () => {
    const { clock, allow } = counting();
    for (let i = 0; i < 3; i++) allow("one");
    clock.now += 1_000_000;
    expect([allow("one"), allow("one"), allow("one")]).toEqual([true, true, false]);
  });
});
