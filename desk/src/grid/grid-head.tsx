import { type MouseEvent, memo } from "react";
import type { GridProps } from "./grid-props";
import { CHECK_WIDTH } from "./grid-props";

interface GridHeadProps
  extends Pick<GridProps, "columns" | "ids" | "checked" | "onCheck" | "sortOf" | "onSort" | "onWidth" | "frozen"> {
  height: number;
  width: number;
}

const MARKS = { ascending: " ↑", descending: " ↓", none: "" } as const;
const LEAST_WIDTH = 48;

function Head({ columns, ids, checked, onCheck, sortOf, onSort, onWidth, frozen, height, width }: GridHeadProps) {
  const isAll = ids.length > 0 && checked.size >= ids.length;
  const headings = columns.map(({ key, label, width: own }, place) => (
    <span
      key={key}
      role="columnheader"
      aria-colindex={place + 2}
      aria-sort={sortOf(key)}
      className="grid-cell"
      style={{ width: own }}
    >
      <button type="button" className="grid-sort" onClick={(event) => onSort(key, event.shiftKey)}>
        {label}
        {MARKS[sortOf(key)]}
      </button>
      <span
        className="grid-widen"
        aria-hidden="true"
        onMouseDown={(event) => widen(event, own, (next) => onWidth(key, next))}
      />
    </span>
  ));
  return (
    <div role="rowgroup" className="grid-head" style={{ height, width }}>
      <div role="row" aria-rowindex={1} className="grid-row">
        <span role="presentation" className="grid-frozen">
          <span role="columnheader" aria-colindex={1} className="grid-cell" style={{ width: CHECK_WIDTH }}>
            <input
              type="checkbox"
              aria-label="全选"
              checked={isAll}
              tabIndex={-1}
              onChange={() => onCheck(ids, !isAll)}
            />
          </span>
          {headings.slice(0, frozen)}
        </span>
        {headings.slice(frozen)}
      </div>
    </div>
  );
}

/** Not drawn again while one scrolls or walks through the cells. */
export const GridHead = memo(Head);

/** Follows the mouse until it is let go. */
function widen(event: MouseEvent, before: number, onWidth: (width: number) => void): void {
  event.preventDefault();
  const from = event.clientX;
  const follow = (moved: globalThis.MouseEvent) => onWidth(Math.max(LEAST_WIDTH, before + moved.clientX - from));
  const end = () => {
    removeEventListener("mousemove", follow);
    removeEventListener("mouseup", end);
  };
  addEventListener("mousemove", follow);
  addEventListener("mouseup", end);
}
