import {
  countChecks,
  countFixed,
  countFixedDays,
  countListed,
  countNew,
  countOpen,
  countStillBroken,
  countUnconfirmed,
  countWithdrawn,
} from "./count-stations.js";
import {
  countAbsent,
  countAnswerDays,
  countAnswered,
  countAttendance,
  countAttended,
  countCancelled,
  countMoved,
  countReports,
  countSessions,
  countWaiting,
  countWishDays,
  countWishes,
} from "./count-work.js";
import type { Counted } from "./counted.js";
import type { MonthFacts, MonthSpan } from "./month-facts.js";
import type { MonthFigure } from "./month-figures.js";

type Count = (facts: MonthFacts, span: MonthSpan) => Counted | null;

const COUNTS: Record<MonthFigure, Count> = {
  stations: countListed,
  stations_new: countNew,
  stations_withdrawn: countWithdrawn,
  unconfirmed: countUnconfirmed,
  checks: countChecks,
  open_as_posted: (facts) => countOpen(facts, "posted"),
  open_as_answered: (facts) => countOpen(facts, "answered"),
  fixed: countFixed,
  fixed_days: countFixedDays,
  still_broken: countStillBroken,
  reports: (facts) => countReports(facts, null),
  reports_door: (facts) => countReports(facts, "door_closed"),
  reports_broken: (facts) => countReports(facts, "amenity_broken"),
  reports_answered: countAnswered,
  answer_days: countAnswerDays,
  sessions: countSessions,
  sessions_cancelled: countCancelled,
  attended: countAttended,
  absent: countAbsent,
  attendance: countAttendance,
  wishes: countWishes,
  wishes_submitted: (facts, span) => countWaiting(facts, span, "submitted"),
  wishes_need_info: (facts, span) => countWaiting(facts, span, "need_info"),
  wishes_approved: (facts, span) => countWaiting(facts, span, "approved"),
  wishes_claimed: (facts, span) => countWaiting(facts, span, "claimed"),
  wishes_ready: (facts, span) => countWaiting(facts, span, "ready"),
  wishes_delivered: (facts, span) => countWaiting(facts, span, "delivered"),
  wishes_fulfilled: (facts, span) => countMoved(facts, span, ["fulfilled"]),
  wish_days: countWishDays,
  wishes_rejected: (facts, span) => countMoved(facts, span, ["rejected"]),
  wishes_referred: (facts, span) => countMoved(facts, span, ["referred"]),
  wishes_ended: (facts, span) => countMoved(facts, span, ["withdrawn", "merged", "unfulfillable"]),
};

/**
 * One figure of a month, with what it is made of; null: it is not known. Nothing is known of a month that was over before the
 * first station of the reach was entered.
 */
export function countFigure(figure: MonthFigure, facts: MonthFacts, span: MonthSpan): Counted | null {
  const isKnown = facts.stations.some(({ createdAt }) => createdAt < span.until);
  return isKnown ? COUNTS[figure](facts, span) : null;
}
