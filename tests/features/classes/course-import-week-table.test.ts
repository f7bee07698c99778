import { beforeEach, describe, expect, it } from "vitest";
import writeXlsxFile from "write-excel-file/node";
import { readCourseList } from "../../../api/classes/import/read-course-list.js";
import type { CourseList } from "../../../shared/classes/course-answer.js";
import type { ErrorAnswer } from "../../../shared/contract/error-answer.js";
import type { ImportAnswer } from "../../../shared/stations/import/import-answer.js";
import { beijing, givenStation } from "../../support/given.js";
import { testApp } from "../../support/test-app.js";

type SheetCell = { value: string | number; rowSpan?: number; columnSpan?: number } | null;
const cells = (...values: (string | number | null)[]): SheetCell[] =>
  values.map((value) => (value === null ? null : { value }));
const xlsx = async (...sheets: { data: SheetCell[][]; sheet: string }[]) =>
  new Uint8Array(await writeXlsxFile(sheets).toBuffer());

/** A hall's printed week: title and notes above, one class over two rows, one over two days, and a remark below. */
const PRINTED: SheetCell[][] = [
  [{ value: "湖滨驿站2026年冬季公益课程表", columnSpan: 5 }, null, null, null, null],
  [{ value: "每班30人,2026年12月1日至1月31日", columnSpan: 5 }, null, null, null, null],
  cells("时间", "星期一", "星期二", "星期三", "星期四"),
  [
    ...cells("上午\n9:00-10:00", "舞蹈\n李老师\n二楼教室", "—", "瑜伽(王老师)"),
    { value: "素描\n自备画板\n新手也行\n限12人", rowSpan: 2 },
  ],
  [...cells("上午\n10:00-11:00", null, "合唱"), null, null],
  [...cells("午休\n12:00-14:00"), { value: "午休", columnSpan: 4 }, null, null, null],
  [...cells("下午\n2:30-4:00"), { value: "太极拳", columnSpan: 2 }, null, ...cells("古筝", null)],
  cells("请提前十分钟到"),
];

describe("a timetable as it is printed", () => {
  const test = testApp();
  let officer: string;
  beforeEach(async () => {
    test.setNow(beijing("2026-11-24T10:00"));
    await test.store(givenStation({ id: "st_lake", name: "湖滨驿站" }));
    await test.store(givenStation({ id: "st_gate", name: "东门驿站" }));
    officer = await test.signIn("officer");
  });

  const send = <Body = ImportAnswer>(body: string | Uint8Array<ArrayBuffer>) => {
    const type =
      typeof body === "string" ? "text/csv" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    return test.call<Body>("POST", "/api/courses/import", {
      token: officer,
      body,
      headers: { "content-type": type },
    });
  };
  const courses = async () => (await test.call<CourseList>("GET", "/api/courses", { token: officer })).body.courses;
  const held = async () => (await courses()).map(({ title, scheduleWords }) => `${title} ${scheduleWords}`).sort();
  const errors = async (body: string | Uint8Array<ArrayBuffer>) => {
    const reply = await send<ErrorAnswer>(body);
    expect([reply.status, await courses()]).toEqual([422, []]);
    return (reply.body.error.fields ?? []).map(({ path, message }) => `${path}: ${message}`);
  };

  it("is read cell by cell, and says what was assumed", async () => {
    const { status, body } = await send(await xlsx({ data: PRINTED, sheet: "Sheet1" }));
    expect([status, body]).toMatchObject([200, { created: 6, ignoredColumns: [] }]);
    const days = "2026-12-01 到 2027-01-31，节假日不上";
    expect(await held()).toEqual(
      [
        `舞蹈 每周一 09:00–10:00，${days}`,
        `瑜伽 每周三 09:00–10:00，${days}`,
        `素描 每周四 09:00–11:00，${days}`,
        `合唱 每周二 10:00–11:00，${days}`,
        `太极拳 每周一、二 14:30–16:00，${days}`,
        `古筝 每周三 14:30–16:00，${days}`,
      ].sort(),
    );
    const found = Object.fromEntries((await courses()).map((course) => [course.title, course]));
    expect(found.舞蹈).toMatchObject({ category: "dance", teacher: "李老师", room: "二楼教室", capacity: 30 });
    expect(found.瑜伽).toMatchObject({ category: "yoga", teacher: "王老师", room: null });
    expect(found.素描).toMatchObject({ category: "painting", bring: "自备画板", about: "新手也行", capacity: 12 });
    expect(found.古筝).toMatchObject({ category: "other" });
    const said = body.warnings.map(({ column = "", message }) => `${column} ${message}`).join("\n");
    for (const words of [
      "一格读作一门课",
      "「湖滨驿站」",
      "2026-12-01",
      "2027-01-31",
      "名额的都是 30",
      "没有读的说明：「午休 12:00-14:00 午休」「请提前十分钟到」",
      "E4 占了几行，读作 09:00-11:00",
      "E4 「新手也行」当作简介",
      "D7 看不出类别",
    ])
      expect(said).toContain(words);
    expect((await send(await xlsx({ data: PRINTED, sheet: "Sheet1" }))).body).toMatchObject({
      created: 0,
      unchanged: 6,
    });
  });

  const week = (...rows: string[]) =>
    `上课地点:湖滨驿站 名额:20 结束日期:2026-12-31\n时间,周一,周二,周三\n${rows.join("\n")}\n`;

  it.each([
    ["9:00-10:30,瑜伽/舞蹈,,", "B3", "一门课还是两门"],
    ["9:00-10:30,,李老师,", "C3", "没有写是什么课"],
    ["9:00-10:30,瑜伽(停课),,", "B3", "停课"],
    ["9:00-10:30,瑜伽(11月3日起),,", "B3", "日期"],
    ["2:30-4:00,瑜伽,,", "A3", "分不清"],
    ["上午,瑜伽,,", "A3", "从几点到几点"],
    ["9:00,瑜伽,,", "A3", "从几点到几点"],
    ["9:00-10:30,瑜伽(隔周),,", "B3", "第几周"],
    ["9:00-10:30,瑜伽(西门驿站),,", "B3", "没有这个驿站或场馆"],
    ["9:00-10:30,瑜伽,,\n时间,周一,周二,周三", "B4", "又是一张课表"],
  ])("names the cell of 「%s」 rather than guess", async (row, cell, asked) => {
    const said = (await errors(week(row))).join("\n");
    expect(said).toContain(` ${cell}`);
    expect(said).toContain(asked);
  });

  it("names the cell and what it lacks when nothing says the place, the seats or the last day", async () => {
    const bare = "时间,周一,周二,周三\n9:00-10:30,瑜伽,,\n";
    expect(await errors(bare)).toEqual([
      expect.stringMatching(/^row 2 \/ B2 上课地点: 没有填在哪里上课；.*「上课地点：…」/),
    ]);
    expect(await errors(`上课地点:湖滨驿站\n${bare}`)).toEqual([
      expect.stringMatching(/^row 3 \/ B3 名额: 没有填；.*「名额：…」/),
      expect.stringMatching(/^row 3 \/ B3 结束日期: 没有填/),
    ]);
  });

  it("takes what was put right beside the file: a cell by its name, and what a cell lacks by the word for it", async () => {
    const table = "时间,周一,周二,周三\n9:00-10:30,瑜伽/舞蹈,,\n";
    const sendMended = (cells: object[]) => {
      const form = new FormData();
      form.set("file", new File([table], "课表.csv"));
      form.set("mends", JSON.stringify({ cells }));
      return test.call<ErrorAnswer & ImportAnswer>("POST", "/api/courses/import", { token: officer, body: form });
    };
    const oneClass = { row: 2, column: "B2", value: "瑜伽(王老师)" };
    const told = (await sendMended([oneClass])).body.error.cells?.map(({ column }) => column);
    expect(told).toEqual(["B2 上课地点"]);
    const said = Object.entries({ 上课地点: "湖滨驿站", 名额: "20", 结束日期: "2026-12-31" });
    const rest = said.map(([label, value]) => ({ row: 2, column: `B2 ${label}`, value }));
    expect(await sendMended([oneClass, ...rest])).toMatchObject({ status: 200, body: { created: 1 } });
    expect(await courses()).toMatchObject([{ title: "瑜伽", teacher: "王老师", capacity: 20, venueId: "st_lake" }]);
  });

  it("asks whether a week with dates beside its days is every week", async () => {
    expect(await errors("时间,周一11.2,周二11.3,周三11.4\n9:00-10:30,瑜伽,,\n")).toEqual([
      expect.stringContaining("只上这一周"),
    ]);
  });

  it("keeps what a course was, but for what the table says", async () => {
    await send(week("9:00-10:30,瑜伽,,"));
    const [course] = await courses();
    await test.call("PATCH", `/api/courses/${course?.id}`, { token: officer, json: { category: "handicraft" } });
    expect((await send(week("9:00-10:30,瑜伽,,"))).body).toMatchObject({ unchanged: 1 });
    expect(await courses()).toMatchObject([{ category: "handicraft" }]);
  });

  const HEADER = cells("课程名称", "类别", "上课地点", "星期", "上课时间", "结束日期", "名额");
  const writing = (day: string, seats: number | null) =>
    cells("书法", "书法", "湖滨驿站", day, "19:00-20:00", "2026-12-31", seats);

  it("reads every visible sheet with a header, and names its rows by their sheet", async () => {
    const sheets = [
      { data: [HEADER, writing("周五", 20)], sheet: "湖滨" },
      {
        data: [cells("名额:9 结束日期:2026-12-31"), cells("时间", "周一", "周二", "周三"), cells("9:00-10:00", "瑜伽")],
        sheet: "东门驿站",
      },
      { data: [cells("填表说明")], sheet: "说明" },
    ];
    const { body } = await send(await xlsx(...sheets));
    expect(body).toMatchObject({ created: 2 });
    expect((await courses()).map(({ title, venueId }) => `${title} ${venueId}`).sort()).toEqual(
      ["书法 st_lake", "瑜伽 st_gate"].sort(),
    );
    expect(body.warnings).toContainEqual(
      expect.objectContaining({ sheet: "说明", message: expect.stringContaining("没有读") }),
    );
  });

  it("leaves hidden sheets out by name, and says so when nothing else is there", () => {
    const rows = [HEADER, writing("周五", 20)].map((row) => row.map((cell) => String(cell?.value ?? "")));
    const sheet = (name: string, hidden: boolean) => ({ name, hidden, rows, merged: [] });
    const { rows: read, warnings } = readCourseList({
      kind: "xlsx",
      sheets: [sheet("去年", true), sheet("今年", false)],
    });
    expect(read.map(({ title, sheet }) => [title, sheet])).toEqual([["书法", null]]);
    expect(warnings).toMatchObject([{ sheet: "去年", message: expect.stringContaining("「去年」是隐藏的，没有读") }]);
    expect(() => readCourseList({ kind: "xlsx", sheets: [sheet("去年", true)] })).toThrow(
      expect.objectContaining({
        problems: [expect.objectContaining({ message: expect.stringContaining("取消隐藏") })],
      }),
    );
  });

  it("says in which sheet a row is wrong, and which row of which sheet it repeats", async () => {
    const first = { data: [HEADER, writing("周五", 20)], sheet: "一月" };
    expect(await errors(await xlsx(first, { data: [HEADER, writing("周六", null)], sheet: "二月" }))).toEqual([
      "二月 / row 2 / 名额: 没有填",
    ]);
    expect(await errors(await xlsx(first, { ...first, sheet: "二月" }))).toEqual([
      expect.stringContaining("二月 / row 2 / 课程名称: 「书法」和工作表「一月」第 2 行是同一门课"),
    ]);
  });

  it.each([
    ["第一周从2026年11月30日开始,共4周", "单周周三", ["2026-12-02", "2026-12-16"]],
    ["学期开始:2026-11-30 学期结束:2026-12-20", "周三(双周)", ["2026-12-09"]],
    ["学期:2026年11月30日至12月20日", "双周周三", ["2026-12-09"]],
    ["2026-11-30开学", "第2-3周 周三", ["2026-12-09", "2026-12-16"]],
  ])("counts weeks from the title 「%s」", async (title, days, dates) => {
    const { status, body } = await send(
      `${title}\n课程名称,类别,上课地点,星期,上课时间,名额\n声乐,声乐,湖滨驿站,${days},19:00-20:00,9\n`,
    );
    expect([status, body.warnings[0]?.message]).toEqual([200, "第几周从表上面写的 2026-11-30 算起"]);
    expect((await courses())[0]?.schedule).toMatchObject({ dates: dates.map((date) => ({ date })) });
  });

  it.each([
    ["冬季课程表", "单周周三"],
    ["第一周从2026年11月30日开始", "单周周三"],
    ["报名时间:2026-11-30至2026-12-20,共4周", "单周周三"],
    ["第一周从2026年11月30日开始,2026-12-07开学,共4周", "单周周三"],
    ["第一周从2026年11月30日开始,共4周", "隔周周三"],
  ])("asks for dates where 「%s」 does not tell the weeks of 「%s」", async (title, days) => {
    const table = `"${title}"\n课程名称,类别,上课地点,星期,上课时间,名额\n声乐,声乐,湖滨驿站,${days},19:00-20:00,9\n`;
    expect((await errors(table)).join()).toContain("请在「上课日期」里把日期一天一天列出来");
  });

  it("leaves public holidays out of the weeks of a term, unless classes are held on them", async () => {
    const header = "课程名称,类别,上课地点,星期,周次,学期开始,上课时间,名额,节假日";
    const row = "声乐,声乐,湖滨驿站,周五,第4-6周,2026-12-07,19:00-20:00,9";
    await send(`${header}\n${row},停课\n`);
    const dates = async () => {
      const schedule = (await courses())[0]?.schedule;
      return schedule?.kind === "dates" ? schedule.dates.map(({ date }) => date) : [];
    };
    // New Year's Day is a Friday.
    expect(await dates()).toEqual(["2027-01-08", "2027-01-15"]);
    await test.local.clear();
    await test.store(givenStation({ id: "st_lake", name: "湖滨驿站" }));
    officer = await test.signIn("officer");
    await send(`${header}\n${row},照常上\n`);
    expect(await dates()).toEqual(["2027-01-01", "2027-01-08", "2027-01-15"]);
  });
});
