import { describe, expect, it } from "vitest";
import writeXlsxFile from "write-excel-file/node";
import { ImportRejection } from "../../../api/tables/import-rejection.js";
import { readTables, type TableReading } from "../../../api/tables/read-tables.js";
import { sheetTexts } from "../../../api/tables/table.js";
import { COMMAND_LIMITS } from "../../../api/tables/table-limits.js";
import { givenXlsx, type XlsxParts } from "../../support/given-xlsx.js";

const bytes = (text: string) => new TextEncoder().encode(text);
const readXml = (xml: string, parts: Partial<XlsxParts> = {}) => readTables(givenXlsx({ sheets: [{ xml }], ...parts }));
const textsOf = async (file: Uint8Array, reading?: TableReading) =>
  (await readTables(file, reading)).sheets.map(sheetTexts);
const refusal = (file: Uint8Array, reading?: TableReading) =>
  readTables(file, reading).then(
    () => null,
    (error: unknown) => (error instanceof ImportRejection ? error.problems[0] : error),
  );

describe("the tables of an XLSX file", () => {
  it("are all sheets in their order, with their names and which are hidden", async () => {
    const file = givenXlsx({
      sheets: [
        {
          name: "封面",
          xml: '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>一览</t></is></c></row></sheetData>',
        },
        { name: "旧", state: "hidden", xml: "<sheetData/>" },
        { name: "更旧", state: "veryHidden", xml: "<sheetData/>" },
      ],
    });
    expect((await readTables(file)).sheets).toEqual([
      { name: "封面", hidden: false, rows: [["一览"]], merged: [] },
      { name: "旧", hidden: true, rows: [], merged: [] },
      { name: "更旧", hidden: true, rows: [], merged: [] },
    ]);
  });

  it("keep cells where they stand, and nothing of cells without content", async () => {
    const xml =
      '<sheetData><row r="2"><c r="B2" t="str"><v>乙二</v></c><c r="XFD2" s="1"/></row>' +
      '<row r="4"><c r="A4" t="str"><v>甲四</v></c><c t="str"><v>乙四</v></c></row>' +
      '<row><c t="str"><v>甲五</v></c></row><row r="1048576"><c r="A1048576" s="2"/></row></sheetData>';
    expect(sheetTexts((await readXml(xml)).sheets[0] ?? { rows: [] })).toEqual([
      [],
      ["", "乙二"],
      [],
      ["甲四", "乙四"],
      ["甲五"],
    ]);
  });

  it("tell merged cells", async () => {
    const xml = '<sheetData/><mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="$B$2:B4"/></mergeCells>';
    expect((await readXml(xml)).sheets[0]?.merged).toEqual([
      { top: 0, bottom: 0, left: 0, right: 2 },
      { top: 1, bottom: 3, left: 1, right: 1 },
    ]);
  });

  it("find shared texts in pieces of several fonts, without how they are pronounced", async () => {
    const sharedStrings =
      '<si><r><t>丽景街</t></r><r><t xml:space="preserve"> 驿站</t></r><rPh sb="0" eb="1"><t>りけい</t></rPh></si>' +
      "<si><t>第一行_x000D_\n第二行 &amp; &#x4E00;</t></si>";
    const xml = '<sheetData><row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>0</v></c></row></sheetData>';
    expect((await readXml(xml, { sharedStrings })).sheets[0]?.rows).toEqual([["第一行\r\n第二行 & 一", "丽景街 驿站"]]);
  });

  it.each<[string, string, string, string]>([
    ["a built-in date", '<xf numFmtId="14"/>', "46357", "2026-12-01"],
    ["a Chinese built-in date", '<xf numFmtId="31"/>', "46357", "2026-12-01"],
    ["a Chinese built-in time", '<xf numFmtId="55"/>', "0.354166666666667", "08:30"],
    ["a date with a time", '<xf numFmtId="22"/>', "46357.75", "2026-12-01 18:00"],
    ["a date without one, shown with a time", '<xf numFmtId="22"/>', "46357", "2026-12-01"],
    ["a time of day", '<xf numFmtId="20"/>', "0.999305555555556", "23:59"],
    ["the end of a day", '<xf numFmtId="46"/>', "1", "24:00"],
    ["a written date", '<xf numFmtId="164"/>', "46357", "2026-12-01"],
    ["written hours that go on", '<xf numFmtId="165"/>', "0.5", "12:00"],
    ["a written number in red", '<xf numFmtId="166"/>', "12.5", "12.5"],
    ["a month and a day", '<xf numFmtId="167"/>', "46357", "2026-12-01"],
    ["a number with more digits than Excel shows", "<xf/>", "113.56000000000002", "113.56"],
    ["a long code", "<xf/>", "640104000000123456", "640104000000123456"],
    ["a telephone in scientific notation", "<xf/>", "1.3800138001E10", "13800138001"],
    ["a number without a format", "<xf/>", "46357", "46357"],
  ])("show %s", async (_, format, written, shown) => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/>' +
      '<numFmt numFmtId="165" formatCode="[h]:mm"/><numFmt numFmtId="166" formatCode="[Red]0.0&quot;米(m)&quot;"/>' +
      '<numFmt numFmtId="167" formatCode="m&quot;月&quot;d&quot;日&quot;"/></numFmts>' +
      `<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${format}</cellXfs>`;
    const xml = `<sheetData><row r="1"><c r="A1" s="1"><v>${written}</v></c></row></sheetData>`;
    const [[cell] = []] = (await readXml(xml, { styles })).sheets[0]?.rows ?? [];
    expect(cell).toMatchObject({ text: shown, number: Number(written) });
  });

  it("count days from 1904 where the file says so, and times of day as they are", async () => {
    const styles = '<cellXfs><xf numFmtId="14"/><xf numFmtId="20"/></cellXfs>';
    const xml = '<sheetData><row r="1"><c r="A1"><v>44895</v></c><c r="B1" s="1"><v>0.375</v></c></row></sheetData>';
    expect(await textsOf(givenXlsx({ sheets: [{ xml }], styles, date1904: true }))).toEqual([
      [["2026-12-01", "09:00"]],
    ]);
  });

  it("are what a program of tables wrote", async () => {
    const file = await writeXlsxFile([[{ value: "名称" }, { value: 12.5 }, { value: true }]], {
      sheet: "驿站",
    }).toBuffer();
    expect((await readTables(file)).sheets).toEqual([
      {
        name: "驿站",
        hidden: false,
        rows: [["名称", { text: "12.5", number: 12.5, shownAs: "number" }, "TRUE"]],
        merged: [],
      },
    ]);
  });
});

describe("the table of a CSV file", () => {
  it.each<[string, string]>([
    ["lines of Windows", "甲,乙\r\n丙,丁\r\n"],
    ["lines of Unix", "甲,乙\n丙,丁"],
    ["lines of an old Mac", "甲,乙\r丙,丁\r"],
  ])("is read from %s", async (_, text) => {
    expect(await readTables(bytes(text))).toEqual({
      kind: "csv",
      sheets: [
        {
          name: "",
          hidden: false,
          rows: [
            ["甲", "乙"],
            ["丙", "丁"],
          ],
          merged: [],
        },
      ],
    });
  });

  it("keeps the place of an empty line, and nothing of those at the end", async () => {
    expect(await textsOf(bytes(`甲\n,,\n乙,,\n${",,\n".repeat(60_000)}`))).toEqual([[["甲"], [], ["乙"]]]);
  });

  it("is cut where whoever reads it says", async () => {
    expect(await textsOf(bytes("甲、乙、丙|丁"), { guessDelimiter: () => "|" })).toEqual([[["甲、乙、丙", "丁"]]]);
  });
});

describe("what is larger than a limit", () => {
  it("names the row at which it is", async () => {
    expect(await refusal(bytes(`${"甲\n".repeat(50_000)}乙`))).toMatchObject({ row: 50_001 });
    expect(await refusal(bytes("甲\n".repeat(50_000)))).toBeNull();
  });

  it("is read where more is allowed", async () => {
    const file = bytes("甲\n".repeat(50_001));
    expect((await textsOf(file, { limits: COMMAND_LIMITS }))[0]).toHaveLength(50_001);
  });
});
