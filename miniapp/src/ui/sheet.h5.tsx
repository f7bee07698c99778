import { useEffect, useRef } from "react";
import type { SheetProps } from "./sheet-props";

/**
 * A few choices over the page, for as long as it is rendered. The browser keeps the focus in it and closes it by
 * Escape.
 */
export function Sheet({ title, onClose, awayLabel = "不改了", children }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    // Else the browser goes to the first field, and a phone pulls up its keyboard over the choices.
    heading.current?.focus();
  }, []);
  return (
    <dialog ref={dialog} className="sheet" aria-label={title} onClose={onClose}>
      <div className="sheet-content">
        <p ref={heading} className="sheet-title" tabIndex={-1}>
          {title}
        </p>
        {children}
        <button type="button" className="pressable button button-quiet" onClick={onClose}>
          {awayLabel}
        </button>
      </div>
    </dialog>
  );
}
