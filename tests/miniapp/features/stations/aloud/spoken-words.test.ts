import { describe, expect, it } from "vitest";
import { spokenWords } from "../../../../../miniapp/src/features/stations/aloud/spoken-words.js";

describe("what is read aloud", () => {
  it("are the lines of the card, each a sentence, without those that are not there", () => {
    expect(spokenWords(["银虹社区市民驿站", null, "", "现在开着"])).toBe("银虹社区市民驿站。现在开着。");
  });

  it.each([
    ["现在开着 · 20:00 关门", "现在开着，20 点关门。"],
    ["08:05 关门，还有 20 分钟", "8 点 05 分关门，还有 20 分钟。"],
    ["走路约 10–20 分钟 · 1 公里左右", "走路约 10 到 20 分钟，1 公里左右。"],
    ["走路约 1–2 小时", "走路约 1 到 2 小时。"],
    ["电话 0951-6022000", "电话 0951-6022000。"],
    ["门口写着开到晚上。", "门口写着开到晚上。"],
  ])("%s is said as %s", (written, said) => {
    expect(spokenWords([written])).toBe(said);
  });
});
