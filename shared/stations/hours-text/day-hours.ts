import { DAY_MINUTES } from "../../common/time.js";
import type { DayHours, OpeningSpan } from "../hours.js";
import type { Clause } from "./clause.js";
import { NotUnderstood } from "./not-understood.js";

const MOST_SPANS_A_DAY = 6;

/** What a clause makes of a day; `general`: the hours of all days. */
export function dayHours(clause: Clause, general: DayHours | null): DayHours {
  if (clause.says === "hours") return checkedSpans(clause);
  if (clause.says === "closed") return [];
  if (clause.says === "shortened") return shortened(clause, general);
  return clause.says === "open" ? (general ?? "unknown") : "unknown";
}

const NOON = DAY_MINUTES / 2;
/** A morning may go on until one. */
const LAST_NOON = 13 * 60;
/** An afternoon ends before it: later hours may be an evening's. */
const AFTERNOON_ENDS = 19 * 60;

/** 周三 13:00-17:00 闭馆: the hours of the day without these. */
function shortened({ breaks, shutHalf }: Clause, general: DayHours | null): DayHours {
  if (general === null || general === "unknown") throw new NotUnderstood("没有写这一天几点到几点开");
  if (shutHalf !== null) return withoutHalf(general, shutHalf);
  const left = breaks.reduce<OpeningSpan[]>(
    (spans, rest) =>
      spans.flatMap((span) => [
        ...(span.opens < rest.opens ? [{ ...span, closes: Math.min(span.closes, rest.opens) }] : []),
        ...(rest.closes < span.closes ? [{ ...span, opens: Math.max(span.opens, rest.closes) }] : []),
      ]),
    general,
  );
  if (JSON.stringify(left) === JSON.stringify(general)) throw new NotUnderstood("休息的时间不在开放时间里");
  return left;
}

/** 周五下午闭馆, where the hours stop at noon anyway; where they do not, nobody has said when that half begins. */
function withoutHalf(spans: readonly OpeningSpan[], half: "morning" | "afternoon"): OpeningSpan[] {
  if (spans.some(({ opens, closes }) => opens < NOON && closes > LAST_NOON)) {
    throw new NotUnderstood(half === "morning" ? "上午不开，下午几点开没有写" : "下午不开，上午几点关没有写");
  }
  if (half === "afternoon" && spans.some(({ closes }) => closes > AFTERNOON_ENDS)) {
    throw new NotUnderstood("下午不开，晚上开不开没有写");
  }
  const left = spans.filter(({ opens }) => opens < NOON === (half === "afternoon"));
  if (left.length === 0 || left.length === spans.length) throw new NotUnderstood("休息的时间不在开放时间里");
  return left;
}

/** Spans in the order of the day: 8:30-12:00,1:30-5:30 would otherwise open a door at half past one in the night. */
export function checkedSpans({ spans: written, breaks }: Clause): OpeningSpan[] {
  written.forEach((span, position) => {
    const previous = written[position - 1];
    if (previous && span.opens < previous.closes) throw new NotUnderstood("一天里的时间段前后不对");
  });
  const spans = breaks.reduce(withoutBreak, [...written]);
  if (spans.length > MOST_SPANS_A_DAY) throw new NotUnderstood("一天里的时间段太多");
  const [first, last] = [spans[0], spans[spans.length - 1]];
  if (first && last && spans.length > 1 && last.closes - DAY_MINUTES > first.opens) {
    throw new NotUnderstood("一天里的时间段有重叠");
  }
  return spans;
}

/** A rest is within a span, or the gap that two spans leave already. */
function withoutBreak(spans: OpeningSpan[], rest: OpeningSpan): OpeningSpan[] {
  const isGap = spans.some(
    (span, position) => span.closes === rest.opens && spans[position + 1]?.opens === rest.closes,
  );
  if (isGap) return spans;
  const around = spans.find((span) => span.opens < rest.opens && rest.closes < span.closes);
  if (!around) throw new NotUnderstood("中间休息的时间不在开放时间里");
  return spans.flatMap((span) =>
    span === around
      ? [
          { ...span, closes: rest.opens },
          { ...span, opens: rest.closes },
        ]
      : [span],
  );
}
