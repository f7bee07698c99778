import { describe, expect, it } from "vitest";
import { createServerClock } from "../../../miniapp/src/http/server-clock.js";
import { cst } from "../support/given.js";

describe("the server clock", () => {
  it("follows the server on a phone that is a day slow", () => {
    let phone = cst("2026-03-02T10:00");
    const clock = createServerClock(() => phone);
    clock.observe(cst("2026-03-03T10:00"), phone, phone);
    phone += 90_000;
    expect(clock.now()).toBe(cst("2026-03-03T10:00") + 90_000);
    expect(clock.isSynchronised()).toBe(true);
  });

  it("takes the answer's time as the middle between sending and receiving", () => {
    const clock = createServerClock(() => 3_000);
    clock.observe(50_000, 1_000, 3_000);
    expect(clock.now()).toBe(51_000);
  });

  it("is not moved by a time that cannot be read", () => {
    const clock = createServerClock(() => 3_000);
    clock.observe(Number.NaN, 1_000, 3_000);
    expect(clock.now()).toBe(3_000);
    expect(clock.isSynchronised()).toBe(false);
  });

  it("is never before an answer that the phone remembers", () => {
    const clock = createServerClock(() => cst("2026-03-02T10:00"));
    clock.atLeast(cst("2026-03-03T10:00"));
    expect(clock.now()).toBe(cst("2026-03-03T10:00"));
  });
});
