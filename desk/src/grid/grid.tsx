import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { leftsOf, showColumn } from "./column-places";
import { GridHead } from "./grid-head";
import { gridMouse } from "./grid-mouse";
import { CHECK_WIDTH, type GridProps, ROW_HEIGHT } from "./grid-props";
import { GridRow, type RowHandlers } from "./grid-row";
import { rowSlots } from "./row-slots";
import { blockOf, type Selection } from "./selection";
import { type ColumnSpan, useColumnSpan } from "./use-column-span";
import { useGridKeys } from "./use-grid-keys";

const HEAD_HEIGHT = 38;
const OVERSCAN = 6;

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

  const commit = (text: string) => {
    setEditing(null);
    props.onEdit(active, text);
  };
  const select = (next: Selection) => {
    if (editing !== null) commit(editing);
    onSelect(next);
  };
  const { keyDown, onCopy, onPaste } = useGridKeys(props, box, { editing, setEditing, commit });
  const { press, over, click, doubleClick } = gridMouse(props, { select, setEditing });

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
  const slots = useRef<ReadonlyMap<number, number>>(new Map());
  slots.current = rowSlots(
    slots.current,
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
        isFiltered={props.isFiltered}
        onFilter={props.onFilter}
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
            key={slots.current.get(index)}
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
