import { builtInFormat, DAYS_TO_1904, type ShownAs, writtenFormat } from "./number-format.js";
import { prefixed, readXml } from "./read-xml.js";
import type { ZipParts } from "./zip-parts.js";

/** What is said of all sheets in one place. */
export interface Workbook {
  sheets: { name: string; hidden: boolean; part: string }[];
  /** Added to every date of the file. */
  daysBefore: number;
  sharedStringsPart: string | null;
  stylesPart: string | null;
}

interface Relation {
  type: string;
  part: string;
}

/** Reads which sheets there are, and where they lie: what a file does not say lies where Excel puts it. */
export async function readWorkbook(parts: ZipParts): Promise<Workbook> {
  const roots = await readRelations(parts, "_rels/.rels", "");
  const workbookPart = [...roots.values()].find(({ type }) => type === "officeDocument")?.part ?? "xl/workbook.xml";
  const folder = workbookPart.slice(0, workbookPart.lastIndexOf("/") + 1);
  const relationsPart = `${folder}_rels/${workbookPart.slice(folder.length)}.rels`;
  const relations = await readRelations(parts, relationsPart, folder);
  const partOf = (type: string) => [...relations.values()].find((relation) => relation.type === type)?.part ?? null;
  const workbook: Workbook = {
    sheets: [],
    daysBefore: 0,
    sharedStringsPart: partOf("sharedStrings"),
    stylesPart: partOf("styles"),
  };
  await readXml(parts, workbookPart, {
    open: (name, attributes) => {
      if (name === "workbookPr" && isTrue(attributes.date1904)) workbook.daysBefore = DAYS_TO_1904;
      if (name !== "sheet") return;
      const relation = relations.get(prefixed(attributes, "id") ?? "");
      // Sheets of charts and macros hold no cells.
      if (relation?.type !== "worksheet") return;
      const hidden = ["hidden", "veryhidden"].includes((attributes.state ?? "").toLowerCase());
      workbook.sheets.push({ name: attributes.name ?? "", hidden, part: relation.part });
    },
  });
  return workbook;
}

/** The formats of cells, by the number that a cell names. */
export async function readFormats(parts: ZipParts, part: string | null): Promise<ShownAs[]> {
  const written = new Map<number, ShownAs>();
  const formats: ShownAs[] = [];
  let isInCellFormats = false;
  if (part === null) return formats;
  await readXml(parts, part, {
    open: (name, attributes) => {
      if (name === "numFmt") written.set(Number(attributes.numFmtId), writtenFormat(attributes.formatCode ?? ""));
      if (name === "cellXfs") isInCellFormats = true;
      if (name === "xf" && isInCellFormats) {
        const id = Number(attributes.numFmtId ?? 0);
        formats.push(written.get(id) ?? builtInFormat(id));
      }
    },
    close: (name) => {
      if (name === "cellXfs") isInCellFormats = false;
    },
  });
  return formats;
}

async function readRelations(parts: ZipParts, part: string, folder: string): Promise<Map<string, Relation>> {
  const relations = new Map<string, Relation>();
  await readXml(parts, part, {
    open: (name, attributes) => {
      const [id, type, target] = [attributes.Id, attributes.Type, attributes.Target];
      if (name !== "Relationship" || id === undefined || type === undefined || target === undefined) return;
      relations.set(id, { type: type.slice(type.lastIndexOf("/") + 1), part: partAt(target, folder) });
    },
  });
  return relations;
}

function partAt(target: string, folder: string): string {
  return target.startsWith("/") ? target.slice(1) : new URL(target, `part:///${folder}`).pathname.slice(1);
}

function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true";
}
