import { strToU8, zipSync } from "fflate";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** The parts of an XLSX file as a program may write them, by hand: what is left out is not in the file. */
export interface XlsxParts {
  /** The XML inside `worksheet` of each. */
  sheets: { name?: string; state?: string; xml: string }[];
  /** The XML inside `sst`. */
  sharedStrings?: string;
  /** The XML inside `styleSheet`. */
  styles?: string;
  /** Before the first element of each sheet. */
  prolog?: string;
  date1904?: boolean;
}

/** An XLSX file whose XML a test writes itself. */
export function givenXlsx({
  sheets,
  sharedStrings,
  styles,
  prolog = "",
  date1904,
}: XlsxParts): Uint8Array<ArrayBuffer> {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const relations = (...all: string[]) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join("")}</Relationships>`;
  const parts: Record<string, string> = {
    "_rels/.rels": relations(relation("r1", "officeDocument", "xl/workbook.xml")),
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${date1904 ? '<workbookPr date1904="1"/>' : ""}<sheets>${sheets
      .map(
        ({ name, state }, at) =>
          `<sheet name="${name ?? `表${at + 1}`}" sheetId="${at + 1}"${state ? ` state="${state}"` : ""} r:id="s${at}"/>`,
      )
      .join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations(
      ...sheets.map((_, at) => relation(`s${at}`, "worksheet", `worksheets/sheet${at + 1}.xml`)),
      ...(sharedStrings === undefined ? [] : [relation("t", "sharedStrings", "sharedStrings.xml")]),
      ...(styles === undefined ? [] : [relation("f", "styles", "/xl/styles.xml")]),
    ),
  };
  for (const [at, { xml }] of sheets.entries()) {
    parts[`xl/worksheets/sheet${at + 1}.xml`] = `${prolog}<worksheet xmlns="${MAIN}">${xml}</worksheet>`;
  }
  if (sharedStrings !== undefined) parts["xl/sharedStrings.xml"] = `<sst xmlns="${MAIN}">${sharedStrings}</sst>`;
  if (styles !== undefined) parts["xl/styles.xml"] = `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>`;
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])), { level: 1 });
}
