import { type KeyboardEvent, useEffect, useRef } from "react";

interface CellInputProps {
  label: string;
  /** Null: nothing is typed yet, and the field is not seen. */
  editing: string | null;
  isEditable: boolean;
  onEditing: (text: string | null) => void;
  onCommit: (text: string) => void;
  onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
}

/** The text field in the selected cell: there before anything is typed, so that an input method finds it. */
export function CellInput({ label, editing, isEditable, onEditing, onCommit, onKeyDown }: CellInputProps) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus({ preventScroll: true });
  }, []);
  const isOpen = editing !== null;
  useEffect(() => {
    const { current } = field;
    if (isOpen && current !== null) current.setSelectionRange(current.value.length, current.value.length);
  }, [isOpen]);
  return (
    <input
      ref={field}
      className={isOpen ? "cell-input is-open" : "cell-input"}
      aria-label={label}
      value={editing ?? ""}
      readOnly={!isEditable}
      onChange={({ target }) => onEditing(target.value)}
      onCompositionStart={() => {
        if (isEditable && editing === null) onEditing("");
      }}
      onBlur={({ target }) => {
        if (isOpen) onCommit(target.value);
      }}
      onKeyDown={onKeyDown}
    />
  );
}
