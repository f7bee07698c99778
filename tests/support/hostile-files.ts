import { givenXlsx } from "./given-xlsx.js";

/** A file made to hurt whoever reads it, and what the refusal says of it. */
export interface HostileFile {
  name: string;
  make: () => Uint8Array<ArrayBuffer>;
  says: RegExp;
  /** Within all limits of a table: what it says is no list. */
  isTable?: true;
}

const HEADINGS = "名称,地址,区县,经度,纬度\n";
const cellAt = (reference: string) => givenXlsx({ sheets: [{ xml: `<sheetData>${reference}</sheetData>` }] });
const bytes = (text: string) => new TextEncoder().encode(text);

/** All of them below the 4 MB that a request may bring. */
export const HOSTILE_FILES: readonly HostileFile[] = [
  {
    name: "a cell far to the right",
    make: () => cellAt('<row r="1"><c r="XFD1" t="str"><v>甲</v></c></row>'),
    says: /第 16384 列，最多 300 列/,
  },
  {
    name: "a cell far down, in single quotes",
    make: () => cellAt("<row r='1048576'><c r='A1048576' t='str'><v>甲</v></c></row>"),
    says: /第 1048576 行，最多 50000 行/,
  },
  {
    name: "a far cell written with character references",
    make: () => cellAt('<row r="&#49;"><c r="&#88;FD1" t="str"><v>甲</v></c></row>'),
    says: /第 16384 列，最多 300 列/,
  },
  {
    name: "a far row written with character references",
    make: () => cellAt('<row r="104857&#54;"><c r="A104857&#54;" t="str"><v>甲</v></c></row>'),
    says: /第 1048576 行，最多 50000 行/,
  },
  {
    name: "a zip of spaces below the size that is taken",
    isTable: true,
    make: () => cellAt(`<row r="1">${" ".repeat(45_000_000)}</row>`),
    says: /没有找到表头|读这个文件/,
  },
  {
    name: "a zip bomb",
    make: () => cellAt(" ".repeat(200_000_000)),
    says: /展开后太大，超过 48 兆/,
  },
  {
    name: "a zip bomb that says it is small",
    make: () => understated(cellAt(" ".repeat(200_000_000))),
    says: /打不开/,
  },
  {
    name: "more cells than are taken",
    make: () => cellAt(`<row>${'<c t="n"><v>1</v></c>'.repeat(200)}</row>`.repeat(4_000)),
    says: /600000 个格子|读这个文件超过/,
  },
  {
    name: "one long text that a million cells point to",
    make: () =>
      givenXlsx({
        sharedStrings: `<si><t>${"甲".repeat(5_000)}</t></si>`,
        sheets: [{ xml: `<sheetData>${`<row>${'<c t="s"><v>0</v></c>'.repeat(100)}</row>`.repeat(200)}</sheetData>` }],
      }),
    says: /字超过 20000000 个/,
  },
  {
    name: "millions of shared texts",
    make: () => givenXlsx({ sharedStrings: "<si><t>a</t></si>".repeat(1_500_000), sheets: [{ xml: "<sheetData/>" }] }),
    says: /不同的文字超过 600000 条|读这个文件超过/,
  },
  {
    name: "elements in elements",
    make: () => cellAt("<row>".repeat(4_000_000)),
    says: /打不开/,
  },
  {
    name: "one element with a million attributes",
    isTable: true,
    make: () => cellAt(`<row ${Array.from({ length: 1_000_000 }, (_, at) => `a${at}="1"`).join(" ")}/>`),
    says: /没有找到表头|读这个文件/,
  },
  {
    name: "entities that stand for entities",
    make: () => {
      const levels = Array.from({ length: 9 }, (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`);
      const prolog = `<!DOCTYPE worksheet [<!ENTITY e0 "哈哈哈哈哈哈哈哈哈哈">${levels.join("")}]>`;
      return givenXlsx({ prolog, sheets: [{ xml: '<sheetData><row><c t="str"><v>&e9;</v></c></row></sheetData>' }] });
    },
    says: /打不开/,
  },
  {
    name: "more sheets than are taken",
    make: () => givenXlsx({ sheets: Array.from({ length: 500 }, () => ({ xml: "<sheetData/>" })) }),
    says: /500 张工作表，最多 60 张/,
  },
  {
    name: "a CSV of 320,000 short lines",
    make: () => bytes(`${HEADINGS}${"甲,,,,\n".repeat(320_000)}`),
    says: /第 50001 行，最多 50000 行/,
  },
  {
    name: "as many wrong lines as are taken",
    isTable: true,
    make: () => bytes(`${HEADINGS}${"甲,乙,丙,丁,戊\n".repeat(49_999)}`),
    says: /./,
  },
  {
    name: "a CSV of nothing but carriage returns",
    make: () => bytes("\r".repeat(4_000_000)),
    says: /超过 250000 行，空行也算/,
  },
  {
    name: "a CSV whose lines end in carriage returns",
    make: () => bytes(`${HEADINGS}${"甲,,,,\n".repeat(320_000)}`.replaceAll("\n", "\r")),
    says: /第 50001 行，最多 50000 行/,
  },
  {
    name: "a CSV of nothing but quotes",
    make: () => bytes('"'.repeat(4_000_000)),
    says: /200000 个字/,
  },
  {
    name: "a CSV of one long line",
    make: () => bytes(",甲".repeat(900_000)),
    says: /超过 200000 个字/,
  },
  {
    name: "one cell with a long text",
    make: () => bytes(`${HEADINGS}${"甲".repeat(60_000)},乙,丙,1,1\n`),
    says: /超过 5000 个字/,
  },
];

/** The directory of a zip says that its parts unpack to a hundred bytes. */
function understated(file: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const view = new DataView(file.buffer);
  for (let at = 0; at < file.length - 30; at++) {
    const start = view.getUint32(at, true);
    if (start === 0x04034b50) view.setUint32(at + 22, 100, true);
    if (start === 0x02014b50) view.setUint32(at + 24, 100, true);
  }
  return file;
}
