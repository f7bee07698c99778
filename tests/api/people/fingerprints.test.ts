import { describe, expect, it } from "vitest";
import { createFingerprints } from "../../../api/people/fingerprints.js";
import { MINUTE_MS } from "../../../shared/common/time.js";
import { beijing } from "../../support/given.js";

const KEY = Buffer.alloc(32, 1).toString("base64");
const at = (instant: string, key = KEY) => createFingerprints(key, () => beijing(instant));

describe("fingerprints", () => {
  it("are the same for the same, and another for everybody else, every purpose and every key", () => {
    const prints = at("2026-11-24T10:00");
    expect(at("2027-11-24T10:00").ofReporter("us_one")).toBe(prints.ofReporter("us_one"));
    const others = [
      prints.ofReporter("us_one"),
      prints.ofReporter("us_two"),
      prints.ofDevice("us_one"),
      prints.ofAddress("us_one"),
      at("2026-11-24T10:00", Buffer.alloc(32, 2).toString("base64")).ofReporter("us_one"),
    ];
    expect(new Set(others).size).toBe(others.length);
    for (const one of others) expect(one).toMatch(/^[0-9a-f]{32}$/);
  });

  it("of an address are others from Beijing's midnight on", () => {
    let now = beijing("2026-11-24T00:00");
    const { ofAddress } = createFingerprints(KEY, () => now);
    const first = ofAddress("192.0.2.1");
    now = beijing("2026-11-25T00:00") - 1;
    expect(ofAddress("192.0.2.1")).toBe(first);
    now += MINUTE_MS;
    expect(ofAddress("192.0.2.1")).not.toBe(first);
  });
});
