import { type RefObject, useCallback, useEffect, useState } from "react";

/** The first and the last column in sight, beside those that stay. */
export type ColumnSpan = readonly [first: number, last: number];

/** Which columns are in sight: the others need not be drawn. */
export function useColumnSpan(
  box: RefObject<HTMLElement | null>,
  lefts: readonly number[],
  frozen: number,
): ColumnSpan {
  const [span, setSpan] = useState<ColumnSpan>([frozen, lefts.length - 2]);
  const look = useCallback(() => {
    const { current } = box;
    if (current === null) return;
    const next = spanOf(lefts, frozen, current.scrollLeft, current.clientWidth);
    setSpan((before) => (before[0] === next[0] && before[1] === next[1] ? before : next));
  }, [box, lefts, frozen]);
  useEffect(() => {
    const { current } = box;
    if (current === null) return;
    look();
    // Before the rows are drawn again for the same event: asking then would have all of them laid out.
    const options = { passive: true, capture: true };
    current.addEventListener("scroll", look, options);
    const resized = new ResizeObserver(look);
    resized.observe(current);
    return () => {
      current.removeEventListener("scroll", look, options);
      resized.disconnect();
    };
  }, [box, look]);
  return span;
}

/** @param lefts where each column begins, and where the last one ends */
export function spanOf(lefts: readonly number[], frozen: number, scrolled: number, width: number): ColumnSpan {
  const last = lefts.length - 2;
  const from = scrolled + (lefts[frozen] ?? 0);
  let first = frozen;
  while (first < last && (lefts[first + 1] ?? 0) <= from) first += 1;
  let end = first;
  while (end < last && (lefts[end + 1] ?? 0) < scrolled + width) end += 1;
  return [first, end];
}
