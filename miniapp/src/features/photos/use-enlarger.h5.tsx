import { useEffect, useRef, useState } from "react";
import type { Enlarger, Enlarging } from "./enlarged";
import "./enlarged.h5.scss";

/** A dialog of the browser's: it keeps the focus, and Escape or a tap beside the picture closes it. */
export function useEnlarger(): Enlarger {
  const [what, setWhat] = useState<Enlarging | null>(null);
  return { enlarge: setWhat, view: what === null ? null : <Enlarged what={what} onClose={() => setWhat(null)} /> };
}

function Enlarged({ what, onClose }: { what: Enlarging; onClose: () => void }) {
  const { pictures, first } = what;
  const dialog = useRef<HTMLDialogElement>(null);
  const [at, setAt] = useState(first);
  useEffect(() => dialog.current?.showModal(), []);
  const picture = pictures[at];
  return (
    <dialog ref={dialog} className="enlarged" aria-label={picture?.label} onClose={onClose}>
      <img className="enlarged-image" src={picture?.src} alt={picture?.label} />
      <div className="enlarged-actions">
        {pictures.length > 1 ? (
          <button
            type="button"
            className="pressable button enlarged-button"
            onClick={() => setAt((at + 1) % pictures.length)}
          >
            下一张({at + 1}/{pictures.length})
          </button>
        ) : null}
        <button type="button" className="pressable button enlarged-button" onClick={onClose}>
          关掉
        </button>
      </div>
    </dialog>
  );
}
