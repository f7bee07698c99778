import { isValidCell } from "h3-js";
import { type Datum, isInChina } from "../common/place.js";
import { datumNamedIn } from "../stations/import/columns.js";
import type { ImportProblem } from "../stations/import/import-answer.js";
import { readDegrees } from "../stations/import/read-degrees.js";
import { isUsableCell, type PeopleCells } from "./people-cells.js";

const HEADINGS = [
  ["cell", /^(h3|格子|六角格|网格|cell|hex)/],
  ["longitude", /^(经度|lng|lon|longitude)/],
  ["latitude", /^(纬度|lat|latitude)/],
  ["people", /^(人数|人口|常住人口|就业人口|地址数|户数|people|population|pop|count)/],
] as const;
type Field = (typeof HEADINGS)[number][0];

/** More than live in a building or work in a market hall; a larger number is a code or a telephone. */
const MOST_PEOPLE = 1_000_000;

export interface PeopleHeader {
  columns: ReadonlyMap<Field, { index: number; heading: string }>;
  /** As the headings say; null: they do not. */
  datum: Datum | null;
}

/** What a row of headings says; null: it is none of a table of people. */
export function readPeopleHeader(cells: readonly string[]): PeopleHeader | null {
  const columns = new Map<Field, { index: number; heading: string }>();
  let datum: Datum | null = null;
  for (const [index, heading] of cells.entries()) {
    const words = heading.normalize("NFKC").toLowerCase().trim();
    const field = HEADINGS.find(([, pattern]) => pattern.test(words))?.[0];
    if (field === undefined || columns.has(field)) continue;
    columns.set(field, { index, heading });
    if (field !== "people") datum ??= datumNamedIn(words);
  }
  const hasPlace = columns.has("cell") || (columns.has("longitude") && columns.has("latitude"));
  return hasPlace && columns.has("people") ? { columns, datum } : null;
}

/**
 * Reads a row: where, and how many people.
 *
 * @param row its number in Excel
 * @returns what is wrong in it; then none of it is added
 */
export function addPeopleRow(
  cells: readonly string[],
  row: number,
  { columns }: PeopleHeader,
  into: { people: PeopleCells; datum: Datum },
): ImportProblem[] {
  const problems: ImportProblem[] = [];
  const textIn = (field: Field) => (cells[columns.get(field)?.index ?? -1] ?? "").trim();
  const wrong = (field: Field, message: string) => {
    problems.push({ row, column: columns.get(field)?.heading ?? field, value: textIn(field).slice(0, 60), message });
  };
  const people = numberOf(textIn("people"));
  if (people === null || people > MOST_PEOPLE) wrong("people", `不是人数；要写 0 到 ${MOST_PEOPLE} 的数`);
  const cell = textIn("cell").toLowerCase();
  if (columns.has("cell") && cell !== "") {
    if (!isValidCell(cell)) wrong("cell", "不是 H3 格子的编号；要写 15 位，如 8940e5a4c37ffff");
    else if (!isUsableCell(cell)) wrong("cell", "这一格太大；要第 7 级或更小的格子");
    else if (problems.length === 0) into.people.addCell(cell, into.datum, people ?? 0);
    return problems;
  }
  const [longitude, latitude] = [readDegrees(textIn("longitude")), readDegrees(textIn("latitude"))];
  if (longitude === null) wrong(columns.has("longitude") ? "longitude" : "cell", "没有写在哪里，或者不是度数");
  if (latitude === null && columns.has("latitude")) wrong("latitude", "没有写在哪里，或者不是度数");
  if (longitude === null || latitude === null) return problems;
  const point = { latitude, longitude };
  if (!isInChina(point)) wrong("longitude", "和纬度合起来不在中国；可能经纬度写反了");
  else if (problems.length === 0) into.people.addPoint(point, into.datum, people ?? 0);
  return problems;
}

function numberOf(text: string): number | null {
  const plain = text.normalize("NFKC").replace(/,(?=\d{3})|[人户]$/g, "");
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}
