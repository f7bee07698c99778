import type { AuditLine } from "../../shared/audit/audit-answer.js";
import { AUDIT_COLUMNS, type AuditExportQuestion, auditRow } from "../../shared/audit/audit-export.js";
import { tableCsv, tableXlsx } from "../tables/text-table.js";

/** Lines of the record as a file. */
export async function auditTable(
  lines: readonly AuditLine[],
  format: AuditExportQuestion["format"],
): Promise<Uint8Array> {
  const table = { sheet: "操作记录", columns: AUDIT_COLUMNS, rows: lines.map(auditRow) };
  return new Uint8Array(format === "csv" ? Buffer.from(tableCsv(table)) : await tableXlsx(table));
}
