import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type MouseEvent,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { GridHead } from "./grid-head";
import { GridRow, type RowHandlers } from "./grid-row";
import { blockOf, type CellPlace, moved, type Selection } from "./selection";
import { type ColumnSpan, useColumnSpan } from "./use-column-span";

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
const HEAD_HEIGHT = 38;
const OVERSCAN = 6;
/** Rows are drawn into places that are used again; there are never more in sight. */
const PLACES = 128;

/** A table that is used as a spreadsheet is. The selected cell holds a text field, which has the focus. */
export function Grid(props: GridProps) {
  const { columns, ids, selection, onSelect, checked } = props;
  const box = useRef<HTMLDivElement>(null);
  const [editing, setEditing] = useState<string | null>(null);
  const { active } = selection;
  const rowVirtualizer = useVirtualizer({
    count: ids.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
    scrollPaddingStart: HEAD_HEIGHT,
    // The row of the selected cell stays, since it holds the focus.
    rangeExtractor: useCallback(
      (range: Parameters<typeof defaultRangeExtractor>[0]) => {
        const seen = defaultRangeExtractor(range);
        return active.row < ids.length && !seen.includes(active.row) ? [...seen, active.row] : seen;
      },
      [active.row, ids.length],
    ),
  });
  const lefts = useMemo(() => leftsOf(columns), [columns]);
  const inSight = useColumnSpan(box, lefts, props.frozen);
  // The selected cell holds the focus wherever it is.
  const span: ColumnSpan = useMemo(
    () =>
      active.column < props.frozen
        ? inSight
        : [Math.min(inSight[0], active.column), Math.max(inSight[1], active.column)],
    [inSight, active.column, props.frozen],
  );
  const totalWidth = CHECK_WIDTH + columns.reduce((sum, { width }) => sum + width, 0);

  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    rowVirtualizer.scrollToIndex(active.row);
    showColumn(
      element,
      lefts[active.column] ?? 0,
      columns[active.column]?.width ?? 0,
      lefts[props.frozen] ?? CHECK_WIDTH,
    );
  }, [active.row, active.column, rowVirtualizer, lefts, columns, props.frozen]);

  const move = (event: KeyboardEvent, key = event.key) => {
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / ROW_HEIGHT) - 2);
    const size = { rows: ids.length, columns: columns.length };
    const next = moved(selection, { key, toEdge: event.ctrlKey || event.metaKey, extends: event.shiftKey }, size, page);
    if (next === null) return false;
    event.preventDefault();
    onSelect(next);
    return true;
  };
  const commit = (text: string) => {
    setEditing(null);
    props.onEdit(active, text);
  };
  const step = (rows: number, across: number) => {
    const next = {
      row: Math.max(0, Math.min(ids.length - 1, active.row + rows)),
      column: Math.max(0, Math.min(columns.length - 1, active.column + across)),
    };
    onSelect({ active: next, anchor: next });
  };
  const leaving = useRef(false);
  const select = (next: Selection) => {
    if (editing !== null) commit(editing);
    onSelect(next);
  };

  const keyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // An input method is choosing characters: its keys are its own.
    if (event.nativeEvent.isComposing) return;
    if (editing !== null) return editKey(event);
    if (event.key === "Escape") leaving.current = true;
    else if (event.key !== "Tab" && event.key !== "Shift") leaving.current = false;
    if (event.ctrlKey || event.metaKey) {
      if (shortcut(event)) return;
    }
    if (event.key === "Tab") return tabKey(event);
    if (move(event)) return;
    if (event.key === "F2" || event.key === "Enter") {
      event.preventDefault();
      if (columns[active.column]?.isEditable) setEditing(props.cell(active.row, active.column).text);
      else props.onOpen(active.row);
    } else if (event.key === " ") {
      event.preventDefault();
      const id = ids[active.row];
      if (id !== undefined) props.onCheck([id], !checked.has(id));
    } else if (event.key === "Delete" || event.key === "Backspace") {
      event.preventDefault();
      if (columns[active.column]?.isEditable) props.onEdit(active, "");
    }
  };
  const editKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "Escape") {
      event.preventDefault();
      setEditing(null);
    } else if (event.key === "Enter" || event.key === "Tab") {
      event.preventDefault();
      commit(event.currentTarget.value);
      if (event.key === "Enter") step(event.shiftKey ? -1 : 1, 0);
      else step(0, event.shiftKey ? -1 : 1);
    }
  };
  const shortcut = (event: KeyboardEvent) => {
    const key = event.key.toLowerCase();
    if (key === "z") props.onUndo();
    else if (key === "d") props.onFillDown();
    else if (key === "a") props.onCheck(ids, checked.size < ids.length);
    else return false;
    event.preventDefault();
    return true;
  };
  const tabKey = (event: KeyboardEvent) => {
    const atEnd = event.shiftKey ? active.column === 0 : active.column === columns.length - 1;
    if (leaving.current || atEnd) return;
    event.preventDefault();
    step(0, event.shiftKey ? -1 : 1);
  };
  const onCopy = (event: ClipboardEvent) => {
    if (editing !== null) return;
    event.preventDefault();
    event.clipboardData.setData("text/plain", props.onCopy());
  };
  const onPaste = (event: ClipboardEvent) => {
    if (editing !== null) return;
    event.preventDefault();
    props.onPaste(event.clipboardData.getData("text/plain"));
  };

  const press = (event: MouseEvent) => {
    const place = placeOf(event);
    if (place === null || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    const id = ids[place.row];
    if ((event.ctrlKey || event.metaKey) && id !== undefined) props.onCheck([id], !checked.has(id));
    select({ active: place, anchor: event.shiftKey ? selection.anchor : place });
  };
  const over = (event: MouseEvent) => {
    const place = placeOf(event);
    if (place === null) return;
    // What a narrow column cuts off.
    if (event.target instanceof HTMLElement) event.target.title = props.cell(place.row, place.column).text;
    const isSame = place.row === active.row && place.column === active.column;
    if (event.buttons === 1 && !isSame) select({ active: place, anchor: selection.anchor });
  };
  const click = (event: MouseEvent) => {
    const place = placeOf(event);
    if (place?.column === 1) props.onOpen(place.row);
  };
  const doubleClick = (event: MouseEvent) => {
    const place = placeOf(event);
    if (place === null) return;
    if (columns[place.column]?.isEditable) setEditing(props.cell(place.row, place.column).text);
    else props.onOpen(place.row);
  };

  // Rows are drawn again for what they show, and not for these.
  const latest = useRef({ keyDown, commit, onCheck: props.onCheck });
  latest.current = { keyDown, commit, onCheck: props.onCheck };
  const handlers = useMemo<RowHandlers>(
    () => ({
      onKeyDown: (event) => latest.current.keyDown(event),
      onCommit: (text) => latest.current.commit(text),
      onCheck: (some, isChecked) => latest.current.onCheck(some, isChecked),
      onEditing: setEditing,
    }),
    [],
  );
  const { top, bottom, left, right } = blockOf(selection);
  const items = rowVirtualizer.getVirtualItems();
  // The row of the selected cell, out of sight: it would take the place of another.
  const isFar = isBeyond(
    active.row,
    items.map(({ index }) => index),
  );

  return (
    <div
      ref={box}
      className="grid"
      role="grid"
      aria-label={props.label}
      aria-rowcount={ids.length + 1}
      aria-colcount={columns.length + 1}
      aria-multiselectable="true"
      onCopy={onCopy}
      onPaste={onPaste}
    >
      <GridHead
        columns={columns}
        ids={ids}
        checked={checked}
        onCheck={props.onCheck}
        sortOf={props.sortOf}
        onSort={props.onSort}
        onWidth={props.onWidth}
        frozen={props.frozen}
        height={HEAD_HEIGHT}
        width={totalWidth}
      />
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: keys go to the field in the selected cell */}
      {/* biome-ignore lint/a11y/useKeyWithMouseEvents: a title for the mouse; the field names its cell */}
      <div
        role="rowgroup"
        className="grid-body"
        style={{ height: rowVirtualizer.getTotalSize(), width: totalWidth }}
        onMouseDown={press}
        onMouseOver={over}
        onClick={click}
        onDoubleClick={doubleClick}
      >
        {items.map(({ index, start }) => (
          <GridRow
            key={index === active.row && isFar ? "far" : index % PLACES}
            index={index}
            id={ids[index] ?? ""}
            top={start}
            columns={columns}
            cell={props.cell}
            lefts={lefts}
            span={span}
            width={totalWidth}
            frozen={props.frozen}
            isChecked={checked.has(ids[index] ?? "")}
            isOpen={ids[index] === props.openId}
            activeColumn={index === active.row ? active.column : -1}
            selectedFrom={index >= top && index <= bottom ? left : -1}
            selectedTo={index >= top && index <= bottom ? right : -1}
            editing={index === active.row ? editing : null}
            handlers={handlers}
          />
        ))}
      </div>
    </div>
  );
}

/** Whether a row does not belong to those that follow each other. */
function isBeyond(row: number, indexes: readonly number[]): boolean {
  const others = indexes.filter((index) => index !== row);
  return others.length > 0 && (row < Math.min(...others) - 1 || row > Math.max(...others) + 1);
}

/** The cell that a mouse is over; null: it is over none. */
function placeOf({ target }: MouseEvent): CellPlace | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>("[data-column]") : null;
  const row = cell?.closest<HTMLElement>("[data-row]");
  return cell && row ? { row: Number(row.dataset.row), column: Number(cell.dataset.column) } : null;
}

function leftsOf(columns: readonly GridColumn[]): number[] {
  let left = CHECK_WIDTH;
  const lefts: number[] = [];
  for (const { width } of columns) {
    lefts.push(left);
    left += width;
  }
  return [...lefts, left];
}

/** Brings a column into sight, beside those that stay. */
function showColumn(element: HTMLElement, left: number, width: number, frozenWidth: number): void {
  if (left < frozenWidth) return;
  const { scrollLeft, clientWidth } = element;
  if (left < scrollLeft + frozenWidth) element.scrollLeft = left - frozenWidth;
  else if (left + width > scrollLeft + clientWidth) element.scrollLeft = left + width - clientWidth;
}
