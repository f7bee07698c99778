import { CHECK_WIDTH, type GridColumn } from "./grid-props";

/** Where each column begins, and the last one ends. */
export function leftsOf(columns: readonly GridColumn[]): number[] {
  let left = CHECK_WIDTH;
  const lefts: number[] = [];
  for (const { width } of columns) {
    lefts.push(left);
    left += width;
  }
  return [...lefts, left];
}

/** Brings a column into sight, beside those that stay. */
export function showColumn(element: HTMLElement, left: number, width: number, frozenWidth: number): void {
  if (left < frozenWidth) return;
  const { scrollLeft, clientWidth } = element;
  if (left < scrollLeft + frozenWidth) element.scrollLeft = left - frozenWidth;
  else if (left + width > scrollLeft + clientWidth) element.scrollLeft = left + width - clientWidth;
}
