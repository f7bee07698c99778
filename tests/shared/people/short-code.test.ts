import { describe, expect, it } from "vitest";
import { readShortCode, SHORT_CODE_ALPHABET, spacedCode } from "../../../shared/people/short-code.js";

describe("a short code", () => {
  it("has no characters that are taken for one another", () => {
    for (const pair of ["0O", "1I", "1L", "2Z", "5S"]) {
      expect([...pair].filter((character) => SHORT_CODE_ALPHABET.includes(character)).length).toBeLessThan(2);
    }
    expect(new Set(SHORT_CODE_ALPHABET).size).toBe(SHORT_CODE_ALPHABET.length);
  });

  it.each([
    ["ABCD3467", "ABCD3467"],
    [" abcd 3467 ", "ABCD3467"],
    ["abcd-3467", "ABCD3467"],
    ["https://a.example/#/account/approve/index?code=ABCD3467", "ABCD3467"],
    ["https://a.example/#/account/approve/index?x=1&code=ABCD%203467&y=2", "ABCD3467"],
    ["ABCD346", null],
    ["ABCD34670", null],
    ["ABCD346O", null],
    ["https://a.example/?other=ABCD3467", null],
    ["", null],
  ])("is read from %j", (text, code) => {
    expect(readShortCode(text, 8)).toBe(code);
  });

  it("is read back from what is shown", () => {
    expect(readShortCode(spacedCode("ABCD3467"), 8)).toBe("ABCD3467");
    expect(spacedCode("ABCDEFGH34")).toBe("ABCDE FGH34");
  });
});
