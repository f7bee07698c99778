import { describe, expect, it } from "vitest";
import { readServiceList, serviceListText } from "../../../../shared/stations/services/service-list-text.js";
import { beijing } from "../given-hours.js";

const NOW = beijing("2026-11-30T10:00");
const namesAndNotes = (text: string) => readServiceList(text, NOW).services?.map(({ name, note }) => [name, note]);

describe("services in one cell", () => {
  it("are read with their names, hours and notes", () => {
    const { services } = readServiceList("法律援助：周二14:00-16:00（二楼）；理发：12月5日9:00-11:00", NOW);
    expect(services).toMatchObject([
      { name: "法律援助", note: "二楼", hours: { exceptions: [], written: "周二14:00-16:00" } },
      { name: "理发", note: null, hours: { exceptions: [{ date: "2026-12-05" }] } },
    ]);
  });

  it("may have a space for a colon, and hours that go on in the next part", () => {
    expect(namesAndNotes("心理咨询 周二 14:00-16:00；周六9:00-11:00；入会:工作日9:00-17:00")).toEqual([
      ["心理咨询", null],
      ["入会", null],
    ]);
  });

  it("leave out what is over", () => {
    expect(namesAndNotes("理发：11月1日9:00-11:00；义诊：周三9:00-11:00")).toEqual([["义诊", null]]);
  });

  it.each([
    ["周二14:00-16:00", "前面要写名字和冒号"],
    ["法律援助：有空就来", "「法律援助」的时间看不懂"],
    ["理发：周二9:00-11:00；理发：周三9:00-11:00", "写了两次"],
    ["理发：周二9:00-11:00，找小李13812345678", "不要写手机号"],
    [Array.from({ length: 9 }, (_, at) => `服务${"一二三四五六七八九"[at]}：周二9:00-11:00`).join("；"), "最多写 8 项"],
    [`${"长".repeat(21)}：周二9:00-11:00`, "名字最多 20 个字"],
    ["理发：周二9:00-11:00\u202e", "看不见的特殊字符"],
  ])("say what is wrong with %s, and are then left out as a whole", (text, problem) => {
    expect(readServiceList(text, NOW)).toEqual({ services: null, problem: expect.stringContaining(problem) });
  });

  it.each([
    "法律援助：周二14:00-16:00（二楼）；理发：12月5日9:00-11:00",
    "义诊：12月5日9:00-11:00；12月7日22:00-次日1:00",
    "招聘：工作日9:00-17:00；入会：每天8:00-20:00，节假日休息",
  ])("come back as they were written: %s", (text) => {
    expect(serviceListText(readServiceList(text, NOW).services ?? [], NOW)).toBe(text);
  });

  it("are written anew where the year would be read as another, or nobody wrote them", () => {
    const { services } = readServiceList("理发：12月5日9:00-11:00；义诊：12月5日22:00-次日1:00", NOW);
    const later = beijing("2026-05-01T10:00");
    expect(serviceListText(services ?? [], later)).toBe(
      "理发：2026年12月5日 9:00-11:00；义诊：2026年12月5日 22:00-次日1:00",
    );
  });

  it("have no words where none are read as the same", () => {
    const { services } = readServiceList("招聘：工作日9:00-17:00", NOW);
    const unwritten = (services ?? []).map((one) => ({ ...one, hours: { ...one.hours, written: "" } }));
    expect(serviceListText(unwritten, NOW)).toBeNull();
  });
});
