import { type ClipboardEvent, type KeyboardEvent, type RefObject, useRef } from "react";
import { isFilterKey } from "./grid-head";
import { type GridProps, ROW_HEIGHT } from "./grid-props";
import { moved } from "./selection";

interface Editing {
  /** What stands in the field while a cell is edited; null: none is. */
  editing: string | null;
  setEditing: (text: string | null) => void;
  commit: (text: string) => void;
}

/** What keys and the clipboard do in a table. */
export function useGridKeys(
  props: GridProps,
  box: RefObject<HTMLDivElement | null>,
  { editing, setEditing, commit }: Editing,
) {
  const { columns, ids, selection, onSelect, checked } = props;
  const { active } = selection;
  const move = (event: KeyboardEvent, key = event.key) => {
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / ROW_HEIGHT) - 2);
    const size = { rows: ids.length, columns: columns.length };
    const next = moved(selection, { key, toEdge: event.ctrlKey || event.metaKey, extends: event.shiftKey }, size, page);
    if (next === null) return false;
    event.preventDefault();
    onSelect(next);
    return true;
  };
  const step = (rows: number, across: number) => {
    const next = {
      row: Math.max(0, Math.min(ids.length - 1, active.row + rows)),
      column: Math.max(0, Math.min(columns.length - 1, active.column + across)),
    };
    onSelect({ active: next, anchor: next });
  };
  const leaving = useRef(false);
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
    if (isFilterKey(event)) return filterKey(event);
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
  const filterKey = (event: KeyboardEvent) => {
    event.preventDefault();
    const key = columns[active.column]?.key ?? "";
    const heading = box.current?.querySelector(`[data-heading="${key}"]`);
    if (heading) props.onFilter(key, heading.getBoundingClientRect());
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
  return { keyDown, onCopy, onPaste };
}
