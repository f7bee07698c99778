import { describe, expect, it } from "vitest";
import { findFreeReferences, parseScript } from "../../../scripts/weapp/free-references.js";

const globalsOf = (source: string) => findFreeReferences(parseScript(source, 2019));
const unguarded = (source: string) =>
  globalsOf(source)
    .filter(({ guarded }) => !guarded)
    .map(({ name }) => name);

describe("the globals of a script", () => {
  it("are the names it uses and does not declare, wherever that is", () => {
    expect(unguarded("function a(fetch) { return fetch + b } var b; { let c = d } c;")).toEqual(["d", "c"]);
    expect(unguarded("try {} catch (fetch) { fetch } (function f() { return f })();")).toEqual([]);
    expect(unguarded("x(); function x() { if (1) { var late } return late }")).toEqual([]);
    expect(unguarded("for (const i of []) i; const { a: { b }, ...c } = {}; b + c;")).toEqual([]);
  });

  it("are not properties, keys and labels", () => {
    expect(unguarded("var o = { fetch: 1, Intl() {} }; o.fetch; here: for (;;) break here;")).toEqual([]);
    expect(unguarded("var o = { [Intl]: 1 }; o[fetch];")).toEqual(["Intl", "fetch"]);
  });

  it("tell a call from a construction", () => {
    expect(
      globalsOf("Function('a'); new Function('b'); x instanceof Function").map(({ name, kind }) => [name, kind]),
    ).toEqual([
      ["Function", "calls"],
      ["Function", "constructs"],
      ["x", "reads"],
      ["Function", "reads"],
    ]);
  });
});

describe("a guard", () => {
  it.each([
    'typeof Intl !== "undefined" && Intl.x',
    'typeof Intl === "undefined" ? 0 : Intl.x',
    'if (typeof Intl === "object") { Intl.x }',
    'function f() { if (typeof Intl === "undefined") return; Intl.x }',
    "try { Intl.x } catch (e) {}",
  ])("is seen in %s", (source) => {
    expect(unguarded(source)).toEqual([]);
  });

  it.each(["Intl.x", "typeof Intl; Intl.x", 'typeof fetch !== "undefined" && Intl.x', "try { } catch (e) { Intl.x }"])(
    "is not seen in %s",
    (source) => {
      expect(unguarded(source)).toEqual(["Intl"]);
    },
  );
});

it("refuses syntax newer than asked for", () => {
  expect(() => parseScript("a?.b", 2019)).toThrow(SyntaxError);
  expect(() => parseScript("a?.b", 2020)).not.toThrow();
});
