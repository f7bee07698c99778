import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

const OWNERS: [owner: object, name: string][] = [
  [Array.prototype, "flat"],
  [Array.prototype, "flatMap"],
  [Object, "fromEntries"],
  [String.prototype, "replaceAll"],
  [String.prototype, "matchAll"],
];
const own = OWNERS.map(([owner, name]) => Object.getOwnPropertyDescriptor(owner, name));

/** The browser's own, put back. */
function restore(): void {
  OWNERS.forEach(([owner, name], at) => {
    Object.defineProperty(owner, name, own[at] ?? {});
  });
}

describe("a browser without what the program uses", () => {
  beforeEach(async () => {
    vi.resetModules();
    const module = await import("../../miniapp/src/older-browsers.js");
    expect(module).toBeTruthy();
  });
  afterEach(restore);

  it("is given what works as in a newer one, and keeps what it has", async () => {
    const native = Array.prototype.flat;
    expect([].flat).toBe(native);
    for (const [owner, name] of OWNERS) Reflect.deleteProperty(owner, name);
    vi.resetModules();
    await import("../../miniapp/src/older-browsers.js");
    const said = {
      flat: [1, [2, [3, [4]]]].flat(),
      deep: [1, [2, [3, [4]]]].flat(Number.POSITIVE_INFINITY),
      flatMap: [1, 2].flatMap((item, at) => [item, [at]]),
      entries: Object.fromEntries(new Map([["a", 1]])),
      text: "a+b+c".replaceAll("+", " "),
      pattern: "a(b)".replaceAll(/[()]/g, (found) => `%${found.charCodeAt(0).toString(16)}`),
      matches: [..."a1b22".matchAll(/[a-z](\d*)/g)].map(([all, digits]) => `${all} ${digits}`),
      empty: [..."ab".matchAll(/x*/g)].length,
      names: Object.keys([1]),
    };
    restore();
    expect(said).toEqual({
      flat: [1, 2, [3, [4]]],
      deep: [1, 2, 3, 4],
      flatMap: [1, [0], 2, [1]],
      entries: { a: 1 },
      text: "a b c",
      pattern: "a%28b%29",
      matches: ["a1 1", "b22 22"],
      empty: 3,
      names: ["0"],
    });
  });
});
