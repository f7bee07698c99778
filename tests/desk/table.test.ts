import { describe, expect, it } from "vitest";
import { rowSlots } from "../../desk/src/grid/row-slots.js";
import { moved } from "../../desk/src/grid/selection.js";
import { readTsv, writeTsv } from "../../desk/src/grid/tsv.js";
import { readInviteList } from "../../desk/src/people/invite-list.js";
import { districtsOf, filledDown, pastedEdits } from "../../desk/src/stations/cell-edits.js";
import { choicesAmong, filterWords, readFilter, writeFilter } from "../../desk/src/stations/column-filter.js";
import { readPoint } from "../../desk/src/stations/read-pasted-point.js";
import { shownRows } from "../../desk/src/stations/shown-rows.js";
import { COLUMN_BY_KEY, type Column } from "../../desk/src/stations/table-columns.js";
import { nextSort, readTableSearch } from "../../desk/src/stations/table-search.js";
import type { DeskRow } from "../../shared/desk/desk-answer.js";

const NOW = Date.parse("2026-11-24T10:00:00+08:00");
const context = { now: NOW, doubts: new Map([["st_3", "在金水区中间"]]) };

function givenRow(row: Partial<DeskRow> & { id: string }): DeskRow {
  return {
    revision: 1,
    code: null,
    name: `驿站 ${row.id}`,
    kind: "standard",
    district: { code: "410103", text: "二七区" },
    street: "建设路",
    address: "建设路 1 号",
    landmark: null,
    host: null,
    audience: null,
    entryNote: null,
    phone: null,
    location: { latitude: 34.7, longitude: 113.6 },
    locationCheckedAt: null,
    hours: "24小时",
    hoursRead: "每天 24 小时",
    hasHours: true,
    opening: { state: "open", changesAt: null, opensAt: null },
    keepers: ["李站长"],
    confirmedAt: "2026-11-20T02:00:00.000Z",
    broken: [],
    expiresOn: null,
    photos: { entrance: true, inside: false, sign: false },
    photosWaiting: 0,
    stars: 2,
    openTasks: 0,
    overdueTasks: 0,
    isDemo: false,
    ...row,
  };
}

const rows = [
  givenRow({ id: "st_1", code: "ZZ-2", name: "枫杨街道驿站" }),
  givenRow({
    id: "st_2",
    code: "ZZ-10",
    name: "杜岭街道驿站",
    keepers: [],
    district: { code: "410105", text: "金水区" },
  }),
  givenRow({
    id: "st_3",
    code: null,
    name: "一马路驿站",
    hasHours: false,
    hours: "",
    hoursRead: "",
    confirmedAt: null,
  }),
];
const columns = ["name", "phone", "hours", "district", "state"].map((key) => COLUMN_BY_KEY.get(key) as Column);
const at = (row: number, column: number) => ({ active: { row, column }, anchor: { row, column } });
const districts = districtsOf(rows);

describe("the clipboard of the table", () => {
  it("reads and writes what Excel does, with tabs, line ends and quotes inside cells", () => {
    expect(readTsv("甲\t乙\r\n丙\t丁\r\n")).toEqual([
      ["甲", "乙"],
      ["丙", "丁"],
    ]);
    const cells = [
      ["两\n行", '说"好"'],
      ["", "有\t格"],
    ];
    expect(readTsv(writeTsv(cells))).toEqual(cells);
    expect(readTsv("")).toEqual([[""]]);
  });

  it("lays a block on the table and names each cell that cannot be stored", () => {
    const pasted = [
      ["0371-6600", "周一至周五 8:30-17:30", "金水区"],
      ["没有", "看天", "火星区"],
    ];
    const { edits, outside } = pastedEdits(pasted, at(0, 1), { rows, columns }, context, districts);
    expect(outside).toBe(0);
    expect(edits.map(({ row, column, problem }) => [row.id, column.key, problem === null])).toEqual([
      ["st_1", "phone", true],
      ["st_1", "hours", true],
      ["st_1", "district", true],
      ["st_2", "phone", false],
      ["st_2", "hours", false],
      ["st_2", "district", false],
    ]);
    expect(edits[1]?.set).toEqual({ hoursText: "周一至周五 8:30-17:30" });
    expect(edits[2]?.set).toEqual({ district: { code: "410105", text: "金水区" } });
  });

  it("counts what lies beyond the edge, leaves what is the same, and refuses columns that are not for typing", () => {
    const beyond = pastedEdits([["一"], ["二"]], at(2, 0), { rows, columns }, context, districts);
    expect([beyond.edits.length, beyond.outside]).toEqual([1, 1]);
    expect(pastedEdits([["枫杨街道驿站"]], at(0, 0), { rows, columns }, context, districts).edits).toEqual([]);
    const [state] = pastedEdits([["关着"]], at(0, 4), { rows, columns }, context, districts).edits;
    expect(state?.problem).toBe("这一列不能改");
  });

  it("fills a selection with one cell, and its first row down", () => {
    const all = { active: { row: 2, column: 1 }, anchor: { row: 0, column: 1 } };
    expect(pastedEdits([["0371-6600"]], all, { rows, columns }, context, districts).edits).toHaveLength(3);
    const hours = { active: { row: 2, column: 2 }, anchor: { row: 0, column: 2 } };
    expect(filledDown(hours, { rows, columns }, context, districts).map(({ row, after }) => [row.id, after])).toEqual([
      ["st_3", "24小时"],
    ]);
  });

  it("takes an empty cell for nothing where that may be, and not where a station needs it", () => {
    const phones = [givenRow({ id: "st_9", phone: "0371-6600" })];
    const [phone] = pastedEdits([[""]], at(0, 1), { rows: phones, columns }, context, districts).edits;
    expect(phone).toMatchObject({ set: { phone: null }, problem: null });
    const [name] = pastedEdits([[""]], at(0, 0), { rows: phones, columns }, context, districts).edits;
    expect(name?.problem).toBe("不能空着");
  });
});

describe("the rows of the table", () => {
  const ids = (search: object) => shownRows(rows, search, context).map(({ id }) => id);

  it("sort by several columns, numbers as numbers, what is empty last both ways", () => {
    expect(ids({ sort: "code" })).toEqual(["st_1", "st_2", "st_3"]);
    expect(ids({ sort: "-code" })).toEqual(["st_2", "st_1", "st_3"]);
    expect(ids({ sort: "district,-code" })).toEqual(["st_1", "st_3", "st_2"]);
  });

  it("answer the ready-made questions, words, and a filter of any column", () => {
    expect(ids({ view: "noHours" })).toEqual(["st_3"]);
    expect(ids({ view: "noKeeper" })).toEqual(["st_2"]);
    expect(ids({ view: "unconfirmed" })).toEqual(["st_3"]);
    expect(ids({ view: "doubted" })).toEqual(["st_3"]);
    expect(ids({ view: "noPhoto" })).toEqual([]);
    expect(ids({ q: "杜岭" })).toEqual(["st_2"]);
    expect(ids({ has: { district: "二七" } })).toEqual(["st_1", "st_3"]);
    expect(ids({ has: { code: "=" } })).toEqual(["st_3"]);
  });

  it("answer what their headings ask: nothing there, something there, one of a few, long ago, and all of these at once", () => {
    expect(ids({ has: { code: "!=" } })).toEqual(["st_1", "st_2"]);
    // Nobody is there, though the cell says so in a word.
    expect(ids({ has: { keepers: "=" } })).toEqual(["st_2"]);
    expect(ids({ has: { hoursRead: "!=" } })).toEqual(["st_1", "st_2"]);
    expect(ids({ has: { district: "=金水区\n中原区" } })).toEqual(["st_2"]);
    expect(ids({ has: { photos: "=缺门口" } })).toEqual([]);
    expect(ids({ has: { photos: "=缺牌子" } })).toEqual(["st_1", "st_2", "st_3"]);
    // On 24 November: confirmed on the 20th, and never.
    expect(ids({ has: { confirmed: ">3" } })).toEqual(["st_1", "st_2", "st_3"]);
    expect(ids({ has: { confirmed: ">4" } })).toEqual(["st_3"]);
    expect(ids({ has: { district: "=二七区", confirmed: ">4" } })).toEqual(["st_3"]);
    expect(ids({ has: { district: "=二七区" }, view: "noKeeper" })).toEqual([]);
  });

  it("say what may be picked in a heading, the most first, and what a heading asks for", () => {
    const district = COLUMN_BY_KEY.get("district") as Column;
    expect(choicesAmong(rows, district, context, 9)).toEqual([
      { choice: "二七区", count: 2 },
      { choice: "金水区", count: 1 },
    ]);
    expect(choicesAmong(rows, district, context, 1)).toHaveLength(1);
    const asked = ["二七", "=", "!=", "=金水区\n中原区", ">30"];
    expect(asked.map((text) => filterWords("district", text))).toEqual([
      "区：二七",
      "区空着",
      "区不空",
      "区：金水区、中原区",
      "区超过 30 天",
    ]);
    expect(asked.map((text) => writeFilter(readFilter(text)))).toEqual(asked);
  });

  it("are asked for by an address that anybody may have changed", () => {
    expect(readTableSearch({ view: "noKeeper", q: 12, has: { district: "二七", x: "y" }, open: "st_1", z: 1 })).toEqual(
      {
        view: "noKeeper",
        q: "12",
        has: { district: "二七" },
        open: "st_1",
      },
    );
    expect(readTableSearch({ view: "everything", has: [], sort: "" })).toEqual({});
  });

  it("turn their order with each press of a heading", () => {
    expect(nextSort(undefined, "name", false)).toBe("name");
    expect(nextSort("name", "name", false)).toBe("-name");
    expect(nextSort("-name", "name", false)).toBeUndefined();
    expect(nextSort("name", "district", true)).toBe("name,district");
  });
});

describe("the elements of the rows in sight", () => {
  it("are kept by rows that stay, and handed to those that come from those that left", () => {
    const first = rowSlots(new Map(), [0, 1, 2, 3]);
    const scrolled = rowSlots(first, [2, 3, 4, 5]);
    expect([2, 3].map((row) => scrolled.get(row))).toEqual([2, 3].map((row) => first.get(row)));
    expect(new Set(scrolled.values())).toEqual(new Set(first.values()));
    // Far away at once, with the row of the selected cell: it holds the focus.
    const far = rowSlots(scrolled, [2, 900, 901, 902]);
    expect(far.get(2)).toBe(first.get(2));
    expect(new Set(far.values())).toEqual(new Set(first.values()));
    expect(rowSlots(far, [7, 8, 9, 10, 11]).size).toBe(5);
  });
});

describe("moving in the table", () => {
  const size = { rows: 10, columns: 4 };
  const key = (name: string, more: object = {}) => ({ key: name, toEdge: false, extends: false, ...more });

  it("goes cell by cell, to the edge, and stays inside", () => {
    expect(moved(at(0, 0), key("ArrowUp"), size, 5)?.active).toEqual({ row: 0, column: 0 });
    expect(moved(at(2, 1), key("ArrowDown", { toEdge: true }), size, 5)?.active).toEqual({ row: 9, column: 1 });
    expect(moved(at(2, 1), key("PageDown"), size, 5)?.active).toEqual({ row: 7, column: 1 });
    expect(moved(at(2, 1), key("End"), size, 5)?.active).toEqual({ row: 2, column: 3 });
    expect(moved(at(2, 1), key("x"), size, 5)).toBeNull();
  });

  it("grows a block with Shift", () => {
    expect(moved(at(2, 1), key("ArrowDown", { extends: true }), size, 5)).toEqual({
      active: { row: 3, column: 1 },
      anchor: { row: 2, column: 1 },
    });
  });
});

describe("a pasted position", () => {
  it.each([
    ["34.7603,113.6612", 34.7603, 113.6612],
    ["113.6612，34.7603", 34.7603, 113.6612],
    ["北纬34.7603 东经113.6612", 34.7603, 113.6612],
    ["113.6612、34.7603", 34.7603, 113.6612],
    ["34°45'36\" 113°39'36\"", 34.76, 113.66],
  ])("is read from %s", (text, latitude, longitude) => {
    const point = readPoint(text);
    expect(point?.latitude).toBeCloseTo(latitude, 6);
    expect(point?.longitude).toBeCloseTo(longitude, 6);
  });

  it.each(["", "34.76", "34.76,13.66", "建设路 1 号"])("is not made up from %s", (text) => {
    expect(readPoint(text)).toBeNull();
  });
});

describe("a pasted list of people to invite", () => {
  it("finds each station by code, name or a part of it, and says what is wrong with a line", () => {
    const lines = readInviteList("李敏\tZZ-2\n王强，杜岭\n赵强 街道\n钱进\t火车站\n孙力\n\tZZ-2", rows);
    expect(lines.map(({ name, station, problem }) => [name, station?.id ?? null, problem])).toEqual([
      ["李敏", "st_1", null],
      ["王强", "st_2", null],
      ["赵强", null, "有 2 个站叫这个，请写编号"],
      ["钱进", null, "表里没有这个站"],
      ["孙力", null, "没写管哪个站"],
      ["", "st_1", "没写名字"],
    ]);
  });
});
