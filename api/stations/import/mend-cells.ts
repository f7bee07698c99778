import type { ImportField } from "../../../shared/stations/import/columns.js";
import type { ImportMends } from "../../../shared/stations/import/mends.js";
import type { SheetList } from "./find-tables.js";

const HOURS_FIELDS: readonly ImportField[] = ["hours", "summerHours", "winterHours"];

/** What somebody has put right in a sheet, by the places of its cells. */
export class Mends {
  readonly #cells = new Map<number, { index: number; value: string }[]>();
  readonly #hours: ReadonlyMap<string, string>;
  readonly #hoursColumns: readonly number[];

  constructor({ cells, hours }: ImportMends, { header }: SheetList) {
    const known = [...header.columns.values(), ...[...header.also.values()].flat(), ...header.amenities];
    const indexOf = new Map(known.map(({ heading, index }) => [heading, index]));
    for (const { row, column, value } of cells) {
      const index = indexOf.get(column);
      if (index !== undefined) this.#cells.set(row, [...(this.#cells.get(row) ?? []), { index, value }]);
    }
    this.#hours = new Map(hours.map(({ text, means }) => [text.trim(), means]));
    this.#hoursColumns = HOURS_FIELDS.flatMap((field) =>
      [header.columns.get(field), ...(header.also.get(field) ?? [])].flatMap((column) => column?.index ?? []),
    );
  }

  /** Writes them into the cells of a row, counted as in Excel. A cell that was put right itself outweighs the rest. */
  apply(row: number, cells: string[]): void {
    for (const index of this.#hoursColumns) {
      const means = this.#hours.get((cells[index] ?? "").trim());
      if (means !== undefined) cells[index] = means;
    }
    for (const { index, value } of this.#cells.get(row) ?? []) {
      while (cells.length <= index) cells.push("");
      cells[index] = value;
    }
  }
}
