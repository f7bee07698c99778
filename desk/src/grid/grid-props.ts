import type { CellPlace, Selection } from "./selection";

export interface GridColumn {
  key: string;
  label: string;
  width: number;
  isEditable: boolean;
}

export interface GridCell {
  text: string;
  tone?: string | undefined;
}

export interface GridProps {
  label: string;
  columns: readonly GridColumn[];
  ids: readonly string[];
  cell: (row: number, column: number) => GridCell;
  /** How many columns stay in sight. */
  frozen: number;
  selection: Selection;
  onSelect: (selection: Selection) => void;
  checked: ReadonlySet<string>;
  onCheck: (ids: readonly string[], isChecked: boolean) => void;
  openId: string | null;
  sortOf: (key: string) => "ascending" | "descending" | "none";
  onSort: (key: string, adds: boolean) => void;
  /** Whether a column's heading keeps some rows back. */
  isFiltered: (key: string) => boolean;
  /** Asked for below the heading. */
  onFilter: (key: string, heading: DOMRect) => void;
  onWidth: (key: string, width: number) => void;
  onEdit: (place: CellPlace, text: string) => void;
  onCopy: () => string;
  onPaste: (text: string) => void;
  onFillDown: () => void;
  onUndo: () => void;
  onOpen: (row: number) => void;
}

export const ROW_HEIGHT = 36;
export const CHECK_WIDTH = 40;
