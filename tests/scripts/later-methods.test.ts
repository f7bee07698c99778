import { describe, expect, it } from "vitest";
import { laterMethodsIn } from "../../scripts/later-methods.js";

describe("methods that older browsers lack", () => {
  it("are found where they are called, and not in longer names", () => {
    expect(laterMethodsIn("a.hasOwn(b);[1].at(-1)")).toEqual(["at", "hasOwn"]);
    expect(laterMethodsIn("a.replace(b);a.concat(b);a.format(c);at(1)")).toEqual([]);
  });
});
