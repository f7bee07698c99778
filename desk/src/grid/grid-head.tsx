import { type KeyboardEvent, type MouseEvent, memo } from "react";
import type { GridProps } from "./grid-props";
import { CHECK_WIDTH } from "./grid-props";

interface GridHeadProps
  extends Pick<
    GridProps,
    "columns" | "ids" | "checked" | "onCheck" | "sortOf" | "onSort" | "isFiltered" | "onFilter" | "onWidth" | "frozen"
  > {
  height: number;
  width: number;
}

const MARKS = { ascending: " ↑", descending: " ↓", none: "" } as const;
const LEAST_WIDTH = 48;

function Head(props: GridHeadProps) {
  const { columns, ids, checked, onCheck, sortOf, onSort, isFiltered, onFilter, onWidth, frozen, height, width } =
    props;
  const isAll = ids.length > 0 && checked.size >= ids.length;
  const headings = columns.map(({ key, label, width: own }, index) => (
    <span
      key={key}
      role="columnheader"
      aria-colindex={index + 2}
      aria-sort={sortOf(key)}
      data-heading={key}
      className={isFiltered(key) ? "grid-cell is-filtered" : "grid-cell"}
      style={{ width: own }}
    >
      <button
        type="button"
        className="grid-sort"
        aria-keyshortcuts="Alt+ArrowDown"
        onClick={(event) => onSort(key, event.shiftKey)}
        onKeyDown={(event) => {
          if (isFilterKey(event)) openFilter(event.currentTarget, key, onFilter);
        }}
      >
        {label}
        {MARKS[sortOf(key)]}
      </button>
      <button
        type="button"
        className="grid-filter"
        // Alt+↓ leads here, from the heading and from any cell below it.
        tabIndex={-1}
        aria-haspopup="dialog"
        aria-label={isFiltered(key) ? `筛${label}，正在筛` : `筛${label}`}
        onClick={({ currentTarget }) => openFilter(currentTarget, key, onFilter)}
      >
        ▾
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

/** As in Excel. */
export function isFilterKey({ altKey, key }: Pick<KeyboardEvent, "altKey" | "key">): boolean {
  return altKey && key === "ArrowDown";
}

function openFilter(inHeading: Element, key: string, onFilter: GridProps["onFilter"]): void {
  const heading = inHeading.closest("[data-heading]");
  if (heading !== null) onFilter(key, heading.getBoundingClientRect());
}

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
