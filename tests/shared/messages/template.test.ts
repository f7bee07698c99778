import { describe, expect, it } from "vitest";
import { fieldText, MessageTemplates, templateData } from "../../../shared/messages/template.js";
import { beijing } from "../../support/given.js";

describe("what stands in a field of a WeChat template", () => {
  it.each([
    ["thing1", "葫芦丝入门", "葫芦丝入门"],
    ["thing1", "一二三四五六七八九十一二三四五六七八九十", "一二三四五六七八九十一二三四五六七八九十"],
    ["thing1", "一二三四五六七八九十一二三四五六七八九十一", "一二三四五六七八九十一二三四五六七八九…"],
    ["thing1", "先到先得\n带好\t水杯\u0000。", "先到先得 带好 水杯 。"],
    ["thing1", " \n ", "无"],
    // Twenty characters, each of two UTF-16 units: none is cut in half.
    ["thing1", "𠮷".repeat(20), "𠮷".repeat(20)],
    ["thing1", "𠮷".repeat(21), `${"𠮷".repeat(19)}…`],
    ["name1", "欧阳上官司马东方夏侯诸葛", "欧阳上官司马东方夏…"],
    ["phrase1", "已通过", "已通过"],
    ["phrase1", "已通过 OK，恭喜您了", "已通过恭喜"],
    ["phrase1", "OK", "通知"],
    ["character_string1", "取件码 A3-0917", "A3-0917"],
    ["character_string1", "x".repeat(33), "x".repeat(32)],
    ["character_string1", "取件码", "-"],
    ["number1", "第 3.5 位", "3.5"],
    ["number1", "第一位", "0"],
  ])("%s: %j is sent as %j", (key, value, text) => expect(fieldText(key, value)).toBe(text));

  it.each(["time2", "date2", "thing2"])("writes an instant in Beijing time in %s", (key) => {
    expect(fieldText(key, beijing("2026-03-03T09:05"))).toBe("2026年3月3日 09:05");
    expect(fieldText(key, beijing("2026-12-31T23:59"))).toBe("2026年12月31日 23:59");
  });

  it("puts our words where the template wants them, and only those it asks for", () => {
    const template = { id: "a", fields: { title: "thing4", time: "time1" } };
    const content = { title: "葫芦丝", time: beijing("2026-03-03T19:00"), place: "高台寺", note: "带葫芦丝" };
    expect(templateData(template, content)).toEqual({
      thing4: { value: "葫芦丝" },
      time1: { value: "2026年3月3日 19:00" },
    });
  });
});

describe("the templates of an installation", () => {
  const problems = (templates: unknown) =>
    (MessageTemplates.safeParse(templates).error?.issues ?? []).map(({ path, message }) => [path.join("."), message]);

  it("may leave out kinds, and words that a template has no field for", () => {
    expect(problems({})).toEqual([]);
    expect(problems({ wish_ready: { id: "a", fields: { code: "character_string1", time: "date2" } } })).toEqual([]);
  });

  it.each([
    [{ class_dismissed: { id: "a", fields: {} } }, ""],
    [{ class_booked: { id: "", fields: {} } }, "class_booked.id"],
    [{ class_booked: { id: "a", fields: { title: "title1" } } }, "class_booked.fields.title"],
    [{ class_booked: { id: "a", fields: { title: "thing" } } }, "class_booked.fields.title"],
    [{ class_booked: { id: "a", fields: { title: "time1" } } }, "class_booked.fields.title"],
    [{ class_booked: { id: "a", fields: { code: "character_string1" } } }, "class_booked.fields.code"],
  ])("names what is wrong in %j", (templates, path) => {
    expect(problems(templates).map(([at]) => at)).toEqual([path]);
  });
});
