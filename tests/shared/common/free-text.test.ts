import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { textUpTo, wordsUpTo } from "../../../shared/common/free-text.js";

const hidden: readonly (readonly [string, string])[] = [
  ["NUL", "丽景\u0000街"],
  ["an escape", "\u001b[31m丽景街"],
  ["a line end", "丽景街\n驿站"],
  ["a C1 control", "丽景街\u0085驿站"],
  ["a line separator", "丽景街\u2028驿站"],
  ["half of a character", "丽景街\ud83d驿站"],
  ["the other half", "丽景街\ude00驿站"],
  ["a turn to the left", "站\u202Egnp.门口"],
  ["a mark from right to left", "丽景街\u200F驿站"],
  ["an isolate", "丽景街\u2067驿站"],
  ["no character", "丽景街\uFFFE驿站"],
];

describe("a text that somebody wrote", () => {
  it.each(hidden)("may not hold %s", (_, text) => {
    const result = wordsUpTo(60).safeParse(text);
    expect(result.error?.issues.map(({ message }) => message)).toEqual(["里面有看不见的特殊字符，删掉再填一遍"]);
  });

  it.each(["丽景街驿站", "骑手 A·B(2 号门)", "👨‍🔧 师傅 😀", "کوچه", "Ürümqi"])("may be %s", (text) => {
    expect(wordsUpTo(60).parse(text)).toBe(text);
  });

  it("loses the blanks around it, and may be empty only where nothing needs to be written", () => {
    expect(wordsUpTo(4).parse(" 丽景街 ")).toBe("丽景街");
    expect(wordsUpTo(4).safeParse("  ").success).toBe(false);
    expect(textUpTo(4).parse("  ")).toBe("");
    expect(textUpTo(2).safeParse("丽景街").success).toBe(false);
  });
});

it("is taken in by no other type: whoever trims a text has it from a person", () => {
  const sources = ["api", "shared"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => join(folder, file)),
  );
  const own = sources
    .filter((file) => file.endsWith(".ts") && file !== join("shared", "common", "free-text.ts"))
    .filter((file) => /z\s*\.string\(\)\s*\.trim\(\)(?!\s*\.regex)/.test(readFileSync(file, "utf8")));
  expect(own).toEqual([]);
});
