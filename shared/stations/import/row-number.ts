/** Rows of several sheets are told apart by one number: the sheet's turn, then the row as Excel counts it. */
const ROWS_A_SHEET = 10_000_000;

/** @param turn 0 for the first sheet that is read */
export function rowNumber(turn: number, row: number): number {
  return turn * ROWS_A_SHEET + row;
}

/** The row as in Excel. */
export function rowInSheet(row: number): number {
  return row % ROWS_A_SHEET;
}

export function sheetTurn(row: number): number {
  return Math.floor(row / ROWS_A_SHEET);
}

/** How people are told of a row: 3, or 表2-3 in the second sheet. */
export function rowText(row: number): string {
  const turn = sheetTurn(row);
  return turn === 0 ? String(row) : `表${turn + 1}-${rowInSheet(row)}`;
}
