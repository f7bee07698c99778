import { describe, expect, it } from "vitest";
import { nameLikeness } from "../../../../shared/stations/import/name-likeness.js";

describe("how alike two names are", () => {
  it.each([
    ["丽景街工会驿站", "丽景街户外劳动者爱心驿站"],
    ["工会驿站(建设银行丽景街支行)", "建设银行丽景街支行爱心驿站"],
    ["银川市丽景街社区驿站", "丽景街社区暖心驿站"],
    ["工会驿站", "户外劳动者驿站"],
    ["丽景街驿站", "丽景街工会驿站(丽景街)"],
  ])("finds %s like %s", (a, b) => {
    expect(nameLikeness(a, b)).toBeGreaterThanOrEqual(0.6);
  });

  it.each([
    ["建设银行丽景街支行工会驿站", "农业银行高台寺支行工会驿站"],
    ["丽景街工会驿站", "玉皇阁工会驿站"],
    ["工会驿站", "丽景街工会驿站"],
  ])("tells %s from %s", (a, b) => {
    expect(nameLikeness(a, b)).toBeLessThan(0.6);
  });

  it("does not depend on the order", () => {
    expect(nameLikeness("丽景街社区驿站", "丽景街驿站")).toBe(nameLikeness("丽景街驿站", "丽景街社区驿站"));
  });
});
