import type { AuditLine } from "../../shared/audit/audit-answer.js";
import { AuditExportQuestion } from "../../shared/audit/audit-export.js";
import { CSV_TYPE, XLSX_TYPE } from "../../shared/common/file-types.js";
import type { Dependencies } from "../dependencies.js";
import type { Slice, SliceAsked } from "../long-work/slice.js";
import { partOf, readAudit } from "./list-audit.js";

/** A file has about so many lines, or so many characters, whichever comes first; one page of them may come on top. */
const LINES_A_FILE = 5_000;
const CHARACTERS_A_FILE = 1_000_000;
/** A narrow question about a long record: what was found by then is a file. */
const SLICE_MS = 4_000;
const PAGE_SIZE = 200;

/** A part of the record within an officer's reach as one file, newest first. The file is written by a worker thread. */
export async function exportAuditSlice(
  deps: Pick<Dependencies, "audit" | "users" | "stations" | "reports" | "changes" | "clock" | "heavyWork">,
  { owner, input, position, fileCount }: SliceAsked,
): Promise<Slice> {
  const question = AuditExportQuestion.parse(input);
  const { lines, cursor } = await gather(deps, owner, question, position);
  const isEmpty = lines.length === 0 && (cursor !== null || fileCount > 0);
  if (isEmpty) return { position: cursor, done: 0, total: null, file: null };
  const content = await deps.heavyWork.run("writeAuditTable", { lines, format: question.format });
  const [type, ending] = question.format === "csv" ? [`${CSV_TYPE}; charset=utf-8`, "csv"] : [XLSX_TYPE, "xlsx"];
  const file = { name: `操作记录-${fileCount + 1}.${ending}`, type, content };
  return { position: cursor, done: lines.length, total: null, file };
}

async function gather(
  deps: Parameters<typeof readAudit>[0],
  officer: SliceAsked["owner"],
  question: AuditExportQuestion,
  from: string | null,
): Promise<{ lines: AuditLine[]; cursor: string | null }> {
  const matches = await partOf(deps, question);
  const begunAt = performance.now();
  const lines: AuditLine[] = [];
  let [cursor, characters] = [from, 0];
  do {
    const page = await readAudit(deps, officer, { cursor, limit: PAGE_SIZE, matches }, question.stationId);
    lines.push(...page.entries);
    characters += JSON.stringify(page.entries).length;
    cursor = page.nextCursor;
  } while (
    cursor !== null &&
    lines.length < LINES_A_FILE &&
    characters < CHARACTERS_A_FILE &&
    performance.now() - begunAt < SLICE_MS
  );
  return { lines, cursor };
}
