import { CSV_TYPE, XLSX_TYPE } from "../../shared/common/file-types.js";
import type { HeavyWork } from "../heavy-work/heavy-work.js";
import { type TextTable, tableCsv } from "./text-table.js";

export type TableFormat = "xlsx" | "csv";

/** The table as a file to be saved, which nobody keeps on the way; `name` without its ending. */
export async function tableFile(heavyWork: HeavyWork, table: TextTable, format: TableFormat, name: string) {
  return {
    content: format === "csv" ? tableCsv(table) : await heavyWork.run("writeTable", table),
    headers: {
      "Content-Type": format === "csv" ? `${CSV_TYPE}; charset=utf-8` : XLSX_TYPE,
      "Content-Disposition": `attachment; filename="${name}.${format}"`,
    },
  };
}
