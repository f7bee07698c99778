import type { ImportProblem } from "../../../shared/stations/import/import-answer";

type Place = Pick<ImportProblem, "sheet" | "row" | "column">;

/** Sheet1，第 3 行，经度. */
export function placeWords({ sheet, row, column }: Place): string {
  return [sheet, `第 ${row} 行`, column].filter((part) => part !== undefined).join("，");
}

export function placeKey({ sheet, row, column }: Place): string {
  return `${sheet ?? ""}|${row}|${column ?? ""}`;
}
