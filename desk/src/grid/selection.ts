/** A cell by its place in what is shown. */
export interface CellPlace {
  row: number;
  column: number;
}

/** The cell one is at, and the one from which a block is drawn to it. */
export interface Selection {
  active: CellPlace;
  anchor: CellPlace;
}

export interface Block {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

export function blockOf({ active, anchor }: Selection): Block {
  return {
    top: Math.min(active.row, anchor.row),
    bottom: Math.max(active.row, anchor.row),
    left: Math.min(active.column, anchor.column),
    right: Math.max(active.column, anchor.column),
  };
}

const STEPS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

export interface MoveKeys {
  key: string;
  /** Ctrl or ⌘: to the edge. */
  toEdge: boolean;
  /** Shift: the block grows. */
  extends: boolean;
}

/**
 * Where a key leads; null: it is no key for moving.
 *
 * @param page how many rows are seen at once
 */
export function moved(
  { active, anchor }: Selection,
  { key, toEdge, extends: isExtending }: MoveKeys,
  size: { rows: number; columns: number },
  page: number,
): Selection | null {
  const target = targetOf(active, key, toEdge, size, page);
  if (target === null) return null;
  const next = {
    row: clamp(target.row, size.rows - 1),
    column: clamp(target.column, size.columns - 1),
  };
  return { active: next, anchor: isExtending ? anchor : next };
}

function targetOf(
  { row, column }: CellPlace,
  key: string,
  toEdge: boolean,
  { rows, columns }: { rows: number; columns: number },
  page: number,
): CellPlace | null {
  const step = STEPS[key];
  if (step) {
    const far = toEdge ? Math.max(rows, columns) : 1;
    return { row: row + step[0] * far, column: column + step[1] * far };
  }
  if (key === "PageDown") return { row: row + page, column };
  if (key === "PageUp") return { row: row - page, column };
  if (key === "Home") return { row: toEdge ? 0 : row, column: 0 };
  if (key === "End") return { row: toEdge ? rows - 1 : row, column: columns - 1 };
  return null;
}

function clamp(value: number, most: number): number {
  return Math.max(0, Math.min(value, most));
}
