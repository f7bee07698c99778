import { describe, expect, it } from "vitest";
import { HOUR_MS, MINUTE_MS } from "../../../shared/common/time.js";
import { offerExpiresAt } from "../../api/classes/model/offer-model.js";
import { beijing } from "../../support/given.js";

const STARTS = beijing("2026-11-27T19:00");

describe("how long a freed seat is kept for the next", () => {
  it.each([
    ["a day before: two hours", 24 * 60, 120, 120],
    ["eight hours before: two hours, which is a quarter of it", 480, 120, 120],
    ["a little later: a quarter of the time left", 476, 120, 119],
    ["an hour before: a quarter of an hour", 60, 120, 15],
    ["forty minutes before: ten minutes, the shortest", 40, 120, 10],
    ["twenty minutes before: ten minutes still", 20, 120, 10],
    ["nineteen minutes before: nobody is asked", 19, 120, null],
    ["after the start: nobody is asked", -1, 120, null],
    ["as little as the course says", 24 * 60, 5, 5],
    ["as little as the course says, near the start", 30, 5, 5],
  ])("%s", (_, minutesBefore, offerMinutes, kept) => {
    const now = STARTS - minutesBefore * MINUTE_MS;
    expect(offerExpiresAt(STARTS, offerMinutes, now)).toBe(kept === null ? null : now + kept * MINUTE_MS);
  });

  it("never lasts beyond the start", () => {
    for (let left = 0; left <= 12 * HOUR_MS; left += 17_001) {
      const until = offerExpiresAt(STARTS, 1_440, STARTS - left);
      if (until !== null) expect(until).toBeLessThan(STARTS);
    }
  });
});
