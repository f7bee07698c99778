import { type KeyboardEvent, memo } from "react";
import { CellInput } from "./cell-input";
import { CHECK_WIDTH, type GridColumn, type GridProps, ROW_HEIGHT } from "./grid-props";
import type { ColumnSpan } from "./use-column-span";

/** What happens in a row. The same object for all of them, at all times. */
export interface RowHandlers {
  onCheck: (ids: readonly string[], isChecked: boolean) => void;
  onEditing: (text: string | null) => void;
  onCommit: (text: string) => void;
  onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
}

/** Only what this one row shows: a row is drawn again when that changes, and not for the others. */
interface GridRowProps {
  index: number;
  id: string;
  top: number;
  columns: readonly GridColumn[];
  cell: GridProps["cell"];
  lefts: readonly number[];
  span: ColumnSpan;
  width: number;
  frozen: number;
  isChecked: boolean;
  isOpen: boolean;
  /** The column of the selected cell; -1: it is in another row. */
  activeColumn: number;
  /** The first and the last selected column; -1: none. */
  selectedFrom: number;
  selectedTo: number;
  /** The text that is being typed into the selected cell; null: none is. */
  editing: string | null;
  handlers: RowHandlers;
}

function Row(props: GridRowProps) {
  const { index, id, top, columns, lefts, span, frozen, isChecked, isOpen, handlers } = props;
  const places = columns.map((_, place) => place);
  const first = span[0];
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isChecked}
      data-row={index}
      className={`grid-row${isChecked ? " is-checked" : ""}${isOpen ? " is-open" : ""}`}
      style={{ transform: `translateY(${top}px)`, height: ROW_HEIGHT, width: props.width }}
    >
      <span role="presentation" className="grid-frozen">
        <span role="gridcell" aria-colindex={1} className="grid-cell" style={{ width: CHECK_WIDTH }}>
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label={`选 ${props.cell(index, 1).text || id}`}
            checked={isChecked}
            onChange={() => handlers.onCheck([id], !isChecked)}
          />
        </span>
        {places.slice(0, frozen).map((place) => (
          <Cell key={place} {...props} place={place} marginLeft={0} />
        ))}
      </span>
      {places.slice(Math.max(first, frozen), span[1] + 1).map((place) => (
        <Cell
          key={place}
          {...props}
          place={place}
          // In place of the columns before it that are out of sight.
          marginLeft={place === first ? (lefts[place] ?? 0) - (lefts[frozen] ?? 0) : 0}
        />
      ))}
    </div>
  );
}

function Cell(props: GridRowProps & { place: number; marginLeft: number }) {
  const { index, id, columns, cell, place, marginLeft, activeColumn, handlers } = props;
  const column = columns[place];
  if (column === undefined) return null;
  const { text, tone } = cell(index, place);
  const isActive = activeColumn === place;
  const isSelected = place >= props.selectedFrom && place <= props.selectedTo;
  return (
    <span
      role="gridcell"
      aria-colindex={place + 2}
      aria-selected={isSelected}
      aria-readonly={!column.isEditable}
      data-column={place}
      className={`grid-cell${isSelected ? " is-selected" : ""}${isActive ? " is-active" : ""}${tone ? ` tone-${tone}` : ""}`}
      style={marginLeft === 0 ? { width: column.width } : { width: column.width, marginLeft }}
    >
      {text}
      {isActive ? (
        <CellInput
          key={`${id} ${column.key}`}
          label={`${cell(index, 1).text},${column.label}:${text || "空着"}`}
          editing={props.editing}
          isEditable={column.isEditable}
          onEditing={handlers.onEditing}
          onCommit={handlers.onCommit}
          onKeyDown={handlers.onKeyDown}
        />
      ) : null}
    </span>
  );
}

export const GridRow = memo(Row);
