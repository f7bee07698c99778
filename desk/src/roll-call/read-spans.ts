import type { OpeningSpan } from "../../../shared/stations/hours";

const SPAN = /^(\d{1,2})[:：](\d{2})[-–—~～到](\d{1,2})[:：](\d{2})$/;
const DAY_MINUTES = 1_440;

/** `9:00-12:00 14:00-17:00` as spans; a closing not after the opening is the next morning's. Null: it cannot be read. */
export function readSpans(text: string): OpeningSpan[] | null {
  const parts = text.trim().split(/[\s,，、;；]+/);
  const spans: OpeningSpan[] = [];
  for (const part of parts) {
    const found = SPAN.exec(part);
    if (found === null) return null;
    const [opensHour = 0, opensMinute = 0, closesHour = 0, closesMinute = 0] = found.slice(1).map(Number);
    if (opensHour > 23 || closesHour > 24 || opensMinute > 59 || closesMinute > 59) return null;
    const opens = opensHour * 60 + opensMinute;
    const closes = closesHour * 60 + closesMinute;
    spans.push({ opens, closes: closes > opens ? closes : closes + DAY_MINUTES });
  }
  const sorted = spans.sort((a, b) => a.opens - b.opens);
  return sorted.every(({ opens }, at) => opens >= (sorted[at - 1]?.closes ?? 0)) ? sorted : null;
}
