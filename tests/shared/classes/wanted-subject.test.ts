import { describe, expect, it } from "vitest";
import { mayBeWanted, subjectLabel, WANTED_SUBJECTS } from "../../../shared/classes/wanted-subject.js";

describe("what people want to learn", () => {
  it("has a label of its own each", () => {
    const labels = WANTED_SUBJECTS.map(subjectLabel);
    expect(new Set(labels).size).toBe(WANTED_SUBJECTS.length);
    expect(labels).toContain("电动车维修");
    expect(labels).toContain("手机使用");
  });

  it("may be a course of its category, or one whose title says so", () => {
    expect(mayBeWanted({ title: "零基础班", category: "yoga" }, "yoga")).toBe(true);
    expect(mayBeWanted({ title: "午间瑜伽", category: "other" }, "yoga")).toBe(true);
    expect(mayBeWanted({ title: "电瓶车自己修", category: "other" }, "ebike_repair")).toBe(true);
    expect(mayBeWanted({ title: "零基础班", category: "yoga" }, "dance")).toBe(false);
    expect(mayBeWanted({ title: "午间瑜伽", category: "yoga" }, "ebike_repair")).toBe(false);
  });
});
