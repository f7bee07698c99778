import { rejected } from "./import-rejection.js";

/** How much a file of tables may hold. What is larger is refused, in words that name the limit. */
export interface TableLimits {
  sheets: number;
  /** The number of the last row with content, and how many such rows all sheets have together. */
  rows: number;
  /** Lines of a CSV file, blank ones too. */
  lines: number;
  /** The number of the last column with content. */
  columns: number;
  /** Of all sheets, blank ones between others counted. */
  cells: number;
  /** In one cell. */
  cellCharacters: number;
  /** In all cells together. */
  characters: number;
  /** What the parts of an XLSX file that are read unpack to. */
  inflatedBytes: number;
}

/** For files that come over the network: several times a province's stations. */
export const NETWORK_LIMITS: TableLimits = {
  sheets: 60,
  rows: 50_000,
  lines: 250_000,
  columns: 300,
  cells: 600_000,
  cellCharacters: 5_000,
  characters: 20_000_000,
  inflatedBytes: 48_000_000,
};

/** For files that somebody reads on a machine of their own: a whole country's. */
export const COMMAND_LIMITS: TableLimits = {
  ...NETWORK_LIMITS,
  rows: 1_048_576,
  lines: 4_000_000,
  cells: 20_000_000,
  characters: 400_000_000,
  inflatedBytes: 1_000_000_000,
};

/** Counts what is read of one file, and refuses it when that is too much. */
export class TableSize {
  #lines = 0;
  #rows = 0;
  #cells = 0;
  #characters = 0;
  #sharedTexts = 0;
  #inflatedBytes = 0;

  constructor(readonly limits: TableLimits) {}

  addSheets(count: number): void {
    const { sheets } = this.limits;
    if (count > sheets) throw rejected(`文件里有 ${count} 张工作表，最多 ${sheets} 张；请只留要导入的`);
  }

  addLine(): void {
    const { lines } = this.limits;
    this.#lines += 1;
    if (this.#lines > lines) throw rejected(`文件超过 ${lines} 行，空行也算；请删掉空行，或拆成几份`, this.#lines);
  }

  /**
   * A row with content.
   *
   * @param row its number in Excel
   * @param width the number of its last column with content
   */
  addRow(row: number, width: number): void {
    const { rows, cells } = this.limits;
    this.checkPlace(row, width);
    this.#rows += 1;
    this.#cells += width;
    if (this.#rows > rows) throw rejected(`各张表加起来超过 ${rows} 行；请拆成几份`, row);
    if (this.#cells > cells) throw rejected(`表格超过 ${cells} 个格子；请拆成几份`, row);
  }

  /** A cell with content, before room is made for those on the way to it. */
  checkPlace(row: number, column: number): void {
    const { rows, columns } = this.limits;
    if (row > rows) throw rejected(`内容一直到第 ${row} 行，最多 ${rows} 行；请拆成几份，或删掉离得很远的格子`, row);
    if (column > columns) {
      throw rejected(`这一行的内容一直到第 ${column} 列，最多 ${columns} 列；请删掉离得很远的格子`, row);
    }
  }

  /** One of the texts that cells point to. */
  addSharedText(): void {
    const { cells } = this.limits;
    this.#sharedTexts += 1;
    if (this.#sharedTexts > cells) throw rejected(`表格里不同的文字超过 ${cells} 条；请拆成几份`);
  }

  checkLength(text: string, row: number): void {
    const { cellCharacters } = this.limits;
    if (text.length > cellCharacters) throw rejected(`有一格超过 ${cellCharacters} 个字，一格最多写这么多`, row);
  }

  /** The text of a cell. */
  addText(text: string, row: number): void {
    const { characters } = this.limits;
    this.checkLength(text, row);
    this.#characters += text.length;
    if (this.#characters > characters) throw rejected(`表格里的字超过 ${characters} 个；请拆成几份`, row);
  }

  addInflated(bytes: number): void {
    this.#inflatedBytes += bytes;
    this.checkInflated(this.#inflatedBytes);
  }

  checkInflated(bytes: number): void {
    const { inflatedBytes } = this.limits;
    if (bytes > inflatedBytes) {
      throw rejected(`表格展开后太大，超过 ${Math.round(inflatedBytes / 1_000_000)} 兆；请拆成几份`);
    }
  }
}
