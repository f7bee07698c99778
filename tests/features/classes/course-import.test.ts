import { beforeEach, describe, expect, it } from "vitest";
import writeXlsxFile from "write-excel-file/node";
import { readTables } from "../../../api/tables/read-tables.js";
import { sheetTexts } from "../../../api/tables/table.js";
import type { CourseItem, CourseList } from "../../../shared/classes/course-answer.js";
import type { ErrorAnswer } from "../../../shared/contract/error-answer.js";
import type { ImportAnswer } from "../../../shared/stations/import/import-answer.js";
import { beijing, givenStation } from "../../support/given.js";
import { TRANSPORTS, testApp } from "../../support/test-app.js";

const HEADER = "课程名称,类别,上课地点,老师,星期,上课时间,开始日期,结束日期,名额,要带什么";
const YOGA = "零基础瑜伽,瑜伽,丽景街驿站,马老师,周三,19:00-20:30,2026-11-01,2026-12-31,20,瑜伽垫";
const DANCE = "广场舞入门,舞蹈,丽景街驿站,丁老师,周一、四,19:00-20:30,2026-11-01,2026-12-31,30,";
const list = (...rows: string[]) => `${[HEADER, ...rows].join("\n")}\n`;

describe.each(TRANSPORTS)("a timetable from a file, over %s", (transport) => {
  const test = testApp(transport);
  let officer: string;
  beforeEach(async () => {
    test.setNow(beijing("2026-11-24T10:00"));
    await test.store(givenStation({ id: "st_own", name: "丽景街驿站", code: "LJ-01" }));
    officer = await test.signIn("officer");
  });

  const send = <Body = ImportAnswer>(body: string | Uint8Array<ArrayBuffer>, query = "", token = officer) => {
    const type =
      typeof body === "string" || body[0] !== 0x50
        ? "text/csv"
        : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    const headers = { "content-type": type };
    return test.call<Body>("POST", `/api/courses/import${query}`, { token, body, headers });
  };
  const courses = async () =>
    (await test.call<CourseList>("GET", "/api/courses", { token: officer })).body.courses.toSorted((a, b) =>
      a.title.localeCompare(b.title, "en"),
    );
  const exported = (format: string) =>
    test.app.request(`/api/courses/export?format=${format}`, { headers: { authorization: `Bearer ${officer}` } });
  const errors = async (body: string, token = officer) => {
    const reply = await send<ErrorAnswer>(body, "", token);
    expect([reply.status, reply.body.error.code]).toEqual([422, "import_rejected"]);
    return reply.body.error.fields?.map(({ path, message }) => `${path}: ${message}`);
  };
  const counts = ({ created, updated, unchanged }: ImportAnswer) => [created, updated, unchanged];

  it("brings courses with their sessions, and nothing the second time", async () => {
    const first = await send(list(YOGA, DANCE));
    expect([first.status, counts(first.body), first.body.warnings]).toEqual([200, [2, 0, 0], []]);
    expect(await courses()).toMatchObject<Partial<CourseItem>[]>([
      { title: "广场舞入门", category: "dance", capacity: 30, bring: null, venueId: "st_own" },
      {
        title: "零基础瑜伽",
        category: "yoga",
        teacher: "马老师",
        bring: "瑜伽垫",
        scheduleWords: "每周三 19:00–20:30，2026-11-01 到 2026-12-31，节假日不上",
      },
    ]);
    const sessions = () => test.deps.classSessions.listBetween(0, beijing("2027-06-01T00:00"));
    const before = await sessions();
    expect(before).toHaveLength(6 + 11);
    expect(counts((await send(list(YOGA, DANCE))).body)).toEqual([0, 0, 2]);
    expect(await sessions()).toEqual(before);
  });

  it("says what it would do and does nothing of it", async () => {
    expect(counts((await send(list(YOGA), "?dryRun=true")).body)).toEqual([1, 0, 0]);
    expect(await courses()).toEqual([]);
  });

  it("is read as Chinese Excel writes it, and as XLSX", async () => {
    const gb = new Uint8Array(
      // 课程名称,类别,上课地点,星期,上课时间,结束日期,名额 / 瑜伽,瑜伽,LJ-01,周三,19:00-20:00,2026/12/31,20 in GB18030
      Buffer.from(
        "bfceb3ccc3fbb3c62cc0e0b1f02cc9cfbfceb5d8b5e32cd0c7c6da2cc9cfbfcecab1bce42cbde1caf8c8d5c6da2cc3fbb6ee0ae8a4d9a42ce8a4d9a42c4c4a2d30312cd6dcc8fd2c31393a30302d32303a30302c323032362f31322f33312c32300a",
        "hex",
      ),
    );
    expect((await send(gb)).body).toMatchObject({ created: 1 });
    const row = (cells: (string | number)[]) => cells.map((value) => ({ value }));
    const header = ["兴庆区公益课表"];
    const sheet = [row(header), row(HEADER.split(",")), row([...YOGA.split(",").slice(0, 8), 20])];
    const xlsx = new Uint8Array(await writeXlsxFile(sheet).toBuffer());
    expect((await send(xlsx)).body).toMatchObject({ created: 1, ignoredColumns: [] });
  });

  const row = (days: string, time: string) =>
    `零基础瑜伽,瑜伽,丽景街驿站,马老师,${days},${time},2026-11-01,2026-12-31,20,`;

  it("looks no further where more is wrong than it tells", async () => {
    const wrong = Array.from({ length: 150 }, () => YOGA.replace(",20,", ",没有,").replace("2026-12-31", "年底"));
    const { body } = await send<ErrorAnswer>(list(...wrong, YOGA.replace("丽景街驿站", "没有的地方")));
    expect(body.error.fields).toHaveLength(201);
    expect(body.error.fields?.at(-1)?.message).toContain("100");
    expect(body.error.fields?.map(({ message }) => message).join()).not.toContain("没有的地方");
  });

  const sendMended = <Body = ImportAnswer>(body: string | Uint8Array<ArrayBuffer>, cells: object[], query = "") => {
    const form = new FormData();
    form.set("file", new File([body], "课表"));
    form.set("mends", JSON.stringify({ cells }));
    return test.call<Body>("POST", `/api/courses/import${query}`, { token: officer, body: form });
  };

  it("takes what was put right beside the file, by sheet, row and heading, also of a column that the file lacks", async () => {
    const wrong = list(YOGA.replace("丽景街驿站", "丽晶街驿站"), DANCE.replace(",30,", ",三十来个,"));
    const told = await send<ErrorAnswer>(wrong);
    expect(told.body.error.cells?.map(({ row, column, value }) => [row, column, value])).toEqual([
      [2, "上课地点", "丽晶街驿站"],
      [3, "名额", "三十来个"],
    ]);
    const seats = { row: 3, column: "名额", value: "30" };
    const half = await sendMended<ErrorAnswer>(wrong, [seats], "?dryRun=true");
    expect([half.status, half.body.error.cells?.map(({ column }) => column)]).toEqual([422, ["上课地点"]]);
    const place = { row: 2, column: "上课地点", value: "丽景街驿站" };
    expect(counts((await sendMended(wrong, [seats, place])).body)).toEqual([2, 0, 0]);
    expect((await courses()).map(({ title, capacity }) => [title, capacity])).toEqual([
      ["广场舞入门", 30],
      ["零基础瑜伽", 20],
    ]);

    const noSeats = list(YOGA.replace("零基础", "晚间")).replace(",名额", "").replace(",20,", ",");
    expect((await send<ErrorAnswer>(noSeats)).body.error.cells).toMatchObject([{ row: 2, column: "名额" }]);
    expect(counts((await sendMended(noSeats, [{ ...seats, row: 2 }])).body)).toEqual([1, 0, 0]);
  });

  it.each([
    ["mends", { mends: "[" }],
    ["mends", { mends: JSON.stringify({ cells: [{ row: 0, column: "名额", value: "1" }] }) }],
    ["file", { mends: "{}" }],
  ])("says which part of a form it cannot read: %s", async (path, fields) => {
    const form = new FormData();
    if (path !== "file") form.set("file", new File([list(YOGA)], "课表"));
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    const reply = await test.call<ErrorAnswer>("POST", "/api/courses/import", { token: officer, body: form });
    expect([reply.status, reply.body.error.fields?.map((field) => field.path)]).toEqual([400, [path]]);
  });

  it.each([
    ["", "每周三19:00-20:30", "每周三 19:00–20:30"],
    ["周三19:00-20:30", "", "每周三 19:00–20:30"],
    ["周三", "下午2:00-4:00", "每周三 14:00–16:00"],
    ["周三", "中午12:30-1:30", "每周三 12:30–13:30"],
  ])("reads days and time of 「%s」 and 「%s」", async (days, time, words) => {
    expect((await send(list(row(days, time)))).status).toBe(200);
    expect((await courses())[0]?.scheduleWords).toContain(words);
  });

  it.each([
    ["周三", "2:30-4:00", "分不清"],
    ["3-6周", "19:00-20:30", "上课日期"],
    ["周三(双周)", "19:00-20:30", "上课日期"],
  ])("asks rather than guess at 「%s」 and 「%s」", async (days, time, asked) => {
    expect((await errors(list(row(days, time))))?.join()).toContain(asked);
    expect(await courses()).toEqual([]);
  });

  it("counts the weeks of a term from the day on which it begins", async () => {
    const header = "课程名称,类别,上课地点,星期,周次,学期开始,上课时间,名额";
    const odd = "零基础瑜伽,瑜伽,丽景街驿站,周三,第12-15周单周,2026-09-07,19:00-20:30,20";
    expect((await send(`${header}\n${odd}\n`)).status).toBe(200);
    expect((await courses())[0]?.schedule).toMatchObject({
      dates: [{ date: "2026-12-02" }, { date: "2026-12-16" }],
    });
  });

  it("reads merged places, dates as numbers, and names the sheets that it leaves out", async () => {
    const cells = (values: (string | number | null)[]) => values.map((value) => (value === null ? null : { value }));
    const header = ["课程名称", "类别", "上课地点", "星期", "上课时间", "开始日期", "结束日期", "名额"];
    const place = { value: "丽景街驿站", rowSpan: 2 };
    const first = cells(["瑜伽", "瑜伽", null, "周三", "19:00-20:00", 46_327, 46_387, 20]);
    first[2] = place;
    const second = cells(["书法", "书法", null, "周五", "19:00-20:00", 46_327, 46_387, 20]);
    const timetable = [cells(header), first, second];
    const xlsx = new Uint8Array(
      await writeXlsxFile([
        { data: timetable, sheet: "课表" },
        { data: [cells(["填表说明"])], sheet: "说明" },
      ]).toBuffer(),
    );
    const { status, body } = await send(xlsx);
    expect([status, body.created]).toEqual([200, 2]);
    expect(body.warnings).toMatchObject([{ message: expect.stringContaining("「说明」里没有课表的表头，没有读") }]);
  });

  it("brings none of its rows when one is wrong, and names row, column and what is expected", async () => {
    const wrong = "声乐,唱戏吧,没有的地方,,周九,25点,2026-11-01,昨天,0,";
    const noSeats = "绘画,绘画,丽景街驿站,,周五,15:00-16:00,2026-11-01,2026-12-31,,";
    const over = "书法,书法,丽景街驿站,,周五,15:00-16:00,2026-10-01,2026-10-31,10,";
    expect(await errors(list(YOGA, wrong, noSeats, over))).toEqual([
      "row 3 / 星期: 「周九」要写成 周三 或 周一、周四",
      "row 3 / 上课时间: 「25点」要写成 19:00 或 19:00-20:30",
      "row 3 / 结束日期: 「昨天」要写成 2026-12-05 这样的日期",
      "row 3 / 名额: 「0」要写 1 到 500 的整数",
      "row 3 / 上课地点: 「没有的地方」没有这个驿站或场馆；请写全名，或写它的编号",
      "row 4 / 名额: 没有填",
      "row 5 / 结束日期: 从现在起没有一天要上课，看看日期和星期几",
    ]);
    expect(await courses()).toEqual([]);
    // What is written wrongly is not said to be missing as well.
    expect(await errors(list("绘画,绘画,丽景街驿站,,周九,15:00-16:00,2026-11-01,2026-12-31,10,"))).toEqual([
      "row 2 / 星期: 「周九」要写成 周三 或 周一、周四",
    ]);
    expect(await errors("日期,名额\n2026-12-05,3\n")).toEqual([expect.stringContaining("没有找到表头")]);
    expect(await errors(list())).toEqual([expect.stringContaining("一行内容也没有")]);
    expect(await errors(list(YOGA, YOGA))).toEqual([
      expect.stringContaining("row 3 / 课程名称: 「零基础瑜伽」和第 2 行是同一门课"),
    ]);
  });

  it("changes the course of its number, and warns of a new one that looks like it", async () => {
    await send(list(YOGA));
    const [course] = await courses();
    const moved = YOGA.replace("19:00-20:30", "18:00-19:30");
    const { body } = await send(list(moved), "?dryRun=true");
    expect([counts(body), body.warnings[0]?.message]).toEqual([[1, 0, 0], expect.stringContaining(course?.id ?? "?")]);

    const numbered = `课程编号,课程名称,上课时间\n${course?.id},瑜伽,18:00-19:30\n`;
    expect(counts((await send(numbered)).body)).toEqual([0, 1, 0]);
    expect(await courses()).toMatchObject([
      { id: course?.id, title: "瑜伽", teacher: "马老师", schedule: { startsAt: "18:00", weekdays: [2] } },
    ]);
    expect(await errors("课程编号,课程名称\nco_unknown,瑜伽\n")).toEqual([
      "row 2 / 课程编号: 「co_unknown」没有这门课，或者已经结束；新课请把编号空着",
    ]);
  });

  it("never takes a seat away", async () => {
    await send(list(YOGA));
    const [course] = await courses();
    const [session] = await test.deps.classSessions.listOfCourse(course?.id ?? "", 0, beijing("2027-01-01T00:00"));
    for (const name of ["小李", "小王"]) {
      const token = await test.signIn("worker", name);
      await test.call("POST", `/api/classes/${session?.id}/booking`, { token });
    }
    expect(await errors(list(YOGA.replace(",20,", ",1,")))).toEqual([
      "row 2 / 名额: 有一次课已有 2 人占着座位，名额不能少于 2",
    ]);
  });

  it("keeps to the districts of who imports it", async () => {
    const user = {
      id: "us_elsewhere",
      name: "别处",
      roles: ["officer" as const],
      stationIds: [],
      reach: ["41"],
      createdAt: 0,
    };
    const token = await test.signInAs(user);
    expect(await errors(list(YOGA), token)).toEqual(["row 2 / 上课地点: 「丽景街驿站」这个地方不归您管"]);
  });

  it("asks which place is meant when several have the name", async () => {
    await test.store(givenStation({ name: "丽景街驿站", district: { code: "640105", text: "西夏区" } }));
    expect(await errors(list(YOGA))).toEqual([expect.stringContaining("有好几个地方叫这个名字")]);
    expect(counts((await send(list(YOGA.replace("丽景街驿站", "LJ-01")))).body)).toEqual([1, 0, 0]);
  });

  it.each(["csv", "xlsx"])("comes back from its export as %s unchanged", async (format) => {
    const listed =
      "课程名称,类别,地点,上课日期,时间,名额\n=体验课,其他,丽景街驿站,2026-12-05、2026-12-12,09:00-10:00,9\n";
    await send(list(YOGA, DANCE));
    await send(listed);
    const reply = await exported(format);
    const file = new Uint8Array(await reply.arrayBuffer());
    const [header, ...rows] = (await readTables(file)).sheets.flatMap(sheetTexts);
    expect(header?.slice(0, 4)).toEqual(["课程编号", "课程名称", "类别", "上课地点"]);
    expect(rows.map((cells) => cells[1]).sort()).toEqual(["'=体验课", "广场舞入门", "零基础瑜伽"].sort());
    expect(reply.headers.get("content-disposition")).toBe(`attachment; filename="courses.${format}"`);
    const again = await send(file);
    expect([again.status, counts(again.body)]).toEqual([200, [0, 0, 3]]);
  });
});
