import { describe, expect, it } from "vitest";
import { whatWords } from "../../../shared/audit/audit-words.js";
import { changeLines } from "../../../shared/audit/change-words.js";
import { beijing } from "../../support/given.js";
import { givenCourse } from "../../support/given-class.js";

const NOW = beijing("2026-11-24T10:00");

describe("the record of classes in words", () => {
  it("tells what was done to a course, a session and a hall", () => {
    const words = (action: string, type: "course" | "class" | "hall") =>
      whatWords({ action, subject: { type, id: "x" } });
    expect(words("class:create", "course")).toBe("新开了一门课");
    expect(words("class:move", "class")).toBe("调了一节课的时间或地点");
    expect(words("class:change-hall", "hall")).toBe("改了场馆资料");
    expect(words("class:something", "hall")).toBe("改动了一个场馆");
  });

  it("tells another hour of a course as people read it", () => {
    const { schedule } = givenCourse();
    const later = { ...schedule, startsAt: "18:00" };
    const entry = {
      action: "class:change",
      from: { schedule, scheduleSince: null },
      to: { schedule: later, scheduleSince: null },
    };
    expect(changeLines(entry, NOW)).toEqual([
      {
        label: "上课时间",
        from: "每周三 19:00–20:30，2026-11-01 到 2026-12-31，节假日不上",
        to: "每周三 18:00–19:30，2026-11-01 到 2026-12-31，节假日不上",
      },
    ]);
  });

  it("tells when and where a session is held now, and nothing of the program's own", () => {
    const from = { startsAt: beijing("2026-11-25T19:00"), venue: { name: "丽景街驿站" }, isOnItsOwn: false };
    const to = { startsAt: beijing("2026-11-26T19:00"), venue: { name: "职工培训中心" }, isOnItsOwn: true };
    expect(changeLines({ action: "class:move", from, to }, NOW)).toEqual([
      { label: "地点", from: "丽景街驿站", to: "职工培训中心" },
      { label: "开始", from: "11月25日 19:00", to: "11月26日 19:00" },
    ]);
    const ended = changeLines({ action: "class:end", from: { state: "running" }, to: { state: "ended" } }, NOW);
    expect(ended).toEqual([{ label: "进展", from: "在开", to: "结束了" }]);
  });
});

describe("the record of people in words", () => {
  it("tells a reach by the names of its districts, and by the code where there is none", () => {
    const entry = {
      action: "role:grant",
      from: { reach: [] },
      to: { reach: ["640104", "649999"] },
      areas: { "640104": "兴庆区" },
    };
    expect(changeLines(entry, NOW)).toEqual([{ label: "管哪里", from: "没有", to: "兴庆区、649999" }]);
    expect(changeLines({ ...entry, to: { reach: [""] } }, NOW)).toMatchObject([{ to: "所有地方" }]);
  });
});

describe("the record of wishes in words", () => {
  it("tells a reason of the list by its label, and gives it no past", () => {
    const entry = {
      action: "wish:dispute",
      from: { state: "delivered", version: 5, category: "health" },
      to: { state: "claimed", version: 6, category: "health", reason: "wrong_thing" },
    };
    expect(changeLines(entry, NOW)).toEqual([
      { label: "进展", from: "等本人确认", to: "办理中" },
      { label: "为什么", from: null, to: "东西不对" },
    ]);
  });
});
