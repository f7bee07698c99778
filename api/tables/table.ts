/** What a file of tables holds, whichever program wrote it. */
export interface Tables {
  kind: "csv" | "xlsx";
  /** All of them, in the order of their tabs, the hidden ones too. A CSV file has one, without a name. */
  sheets: Sheet[];
}

export interface Sheet {
  /** As its tab says; "" for CSV. */
  name: string;
  /** Excel does not show its tab: often lists for pull-downs, or last year's figures. */
  hidden: boolean;
  /** Position 0 is row 1 in Excel, and position 0 of a row is column A. Rows end at their last cell with content. */
  rows: Cell[][];
  /** Cells shown as one; only the first of them holds the text. */
  merged: MergedCells[];
}

/** What a cell shows; for a number of a spreadsheet, the number, too. */
export type Cell = string | NumberCell;

export interface NumberCell {
  /** Dates as 2026-12-03, times as 08:30, numbers with the digits that Excel shows. */
  text: string;
  /** What is stored: of a date, days since the end of 1899. */
  number: number;
  /** How the cell is formatted to be read. */
  shownAs: "number" | "date" | "time" | "date and time";
}

/** The first and last row and column of merged cells, counted from 0, both included. */
export interface MergedCells {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** The text that a cell shows; "" for one that is not there. */
export function cellText(cell: Cell | undefined): string {
  return typeof cell === "object" ? cell.text : (cell ?? "");
}

/** The texts of a sheet. */
export function sheetTexts({ rows }: Pick<Sheet, "rows">): string[][] {
  return rows.map((row) => row.map(cellText));
}
