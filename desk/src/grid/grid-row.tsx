import { type KeyboardEvent, type MouseEvent, memo } from "react";
import { CellInput } from "./cell-input";
import { CHECK_WIDTH, type GridProps, ROW_HEIGHT } from "./grid";
import { blockOf, isIn } from "./selection";
import type { ColumnSpan } from "./use-column-span";

interface GridRowProps extends GridProps {
  index: number;
  top: number;
  lefts: readonly number[];
  span: ColumnSpan;
  width: number;
  /** The text that is being typed into the selected cell; null: none is. */
  editing: string | null;
  onEditing: (text: string | null) => void;
  onCommit: (text: string) => void;
  onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
}

function Row(props: GridRowProps) {
  const { index, top, ids, columns, cell, selection, onSelect, checked, onCheck, onOpen, openId, lefts, span, frozen } =
    props;
  const id = ids[index] ?? "";
  const isChecked = checked.has(id);
  const block = blockOf(selection);
  const styleOf = (place: number) => {
    const width = columns[place]?.width;
    if (place < frozen) return { left: lefts[place], width };
    // In place of the columns before it that are out of sight.
    return place === span[0] ? { width, marginLeft: (lefts[place] ?? 0) - (lefts[frozen] ?? 0) } : { width };
  };
  const press = (event: MouseEvent, column: number) => {
    if (event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    const place = { row: index, column };
    if (event.ctrlKey || event.metaKey) onCheck([id], !isChecked);
    onSelect({ active: place, anchor: event.shiftKey ? selection.anchor : place });
  };
  const drag = (event: MouseEvent, column: number) => {
    if (event.buttons === 1) onSelect({ active: { row: index, column }, anchor: selection.anchor });
  };
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isChecked}
      className={`grid-row${isChecked ? " is-checked" : ""}${id === openId ? " is-open" : ""}`}
      style={{ transform: `translateY(${top}px)`, height: ROW_HEIGHT, width: props.width }}
    >
      <span role="gridcell" aria-colindex={1} className="grid-cell is-frozen" style={{ left: 0, width: CHECK_WIDTH }}>
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={`选 ${cell(index, 1).text || id}`}
          checked={isChecked}
          onChange={() => onCheck([id], !isChecked)}
        />
      </span>
      {columns.map((column, place) => {
        if (place >= frozen && (place < span[0] || place > span[1])) return null;
        const { text, tone } = cell(index, place);
        const isActive = selection.active.row === index && selection.active.column === place;
        const isSelected = isIn(block, { row: index, column: place });
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys go to the field in the selected cell
          <span
            key={column.key}
            role="gridcell"
            aria-colindex={place + 2}
            aria-selected={isSelected}
            aria-readonly={!column.isEditable}
            className={`grid-cell${place < frozen ? " is-frozen" : ""}${isSelected ? " is-selected" : ""}${isActive ? " is-active" : ""}${tone ? ` tone-${tone}` : ""}`}
            style={styleOf(place)}
            title={text}
            onMouseDown={(event) => press(event, place)}
            onMouseEnter={(event) => drag(event, place)}
            onClick={place === 1 ? () => onOpen(index) : undefined}
            onDoubleClick={column.isEditable ? () => props.onEditing(text) : () => onOpen(index)}
          >
            {text}
            {isActive ? (
              <CellInput
                key={`${id} ${column.key}`}
                label={`${cell(index, 1).text},${column.label}:${text || "空着"}`}
                editing={props.editing}
                isEditable={column.isEditable}
                onEditing={props.onEditing}
                onCommit={props.onCommit}
                onKeyDown={props.onKeyDown}
              />
            ) : null}
          </span>
        );
      })}
    </div>
  );
}

/** Rows that nothing happened to are not drawn again while one scrolls. */
export const GridRow = memo(Row);
