import { DAY_MINUTES } from "../../../../../shared/common/time";
import type { OpeningSpan } from "../../../../../shared/stations/hours";

/** A span as it stands in two fields: 08:30 and 17:30. */
export interface SpanText {
  opens: string;
  closes: string;
}

export function spanTexts(spans: readonly OpeningSpan[]): SpanText[] {
  return spans.map(({ opens, closes }) => ({ opens: timeText(opens), closes: timeText(closes % DAY_MINUTES) }));
}

/**
 * The spans in order; a closing not after the opening is the next morning's. Null when a field is empty or two
 * overlap.
 */
export function readSpans(texts: readonly SpanText[]): OpeningSpan[] | null {
  const spans = texts
    .map(({ opens, closes }) => ({ opens: minuteOf(opens), closes: minuteOf(closes) }))
    .map(({ opens, closes }) => ({ opens, closes: closes > opens ? closes : closes + DAY_MINUTES }))
    .sort((a, b) => a.opens - b.opens);
  const isSound = spans.every(
    ({ opens, closes }, at) => Number.isFinite(opens + closes) && opens >= (spans[at - 1]?.closes ?? 0),
  );
  return isSound ? spans : null;
}

function timeText(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}

function minuteOf(time: string): number {
  const [hour, minute] = time.split(":").map(Number);
  return hour === undefined || minute === undefined ? Number.NaN : hour * 60 + minute;
}
