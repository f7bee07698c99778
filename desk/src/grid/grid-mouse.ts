import type { MouseEvent } from "react";
import type { GridProps } from "./grid-props";
import type { CellPlace, Selection } from "./selection";

interface Mouse {
  select: (selection: Selection) => void;
  setEditing: (text: string) => void;
}

/** What a mouse does in a table. */
export function gridMouse(props: GridProps, { select, setEditing }: Mouse) {
  const { columns, ids, selection, checked } = props;
  const { active } = selection;
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
  return { press, over, click, doubleClick };
}

/** The cell that a mouse is over; null: it is over none. */
function placeOf({ target }: MouseEvent): CellPlace | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>("[data-column]") : null;
  const row = cell?.closest<HTMLElement>("[data-row]");
  return cell && row ? { row: Number(row.dataset.row), column: Number(cell.dataset.column) } : null;
}
