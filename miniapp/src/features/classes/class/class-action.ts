import type { SessionDetail } from "../../../../../shared/classes/class-answer";
import { type EpochMs, MINUTE_MS } from "../../../../../shared/common/time";
import { comingTimeWords } from "../../../ui/words/clock-words";
import { offerUntil } from "../class-words";

/** The one thing to do about a class now. */
export type ClassAction = "book" | "wait" | "accept" | "check_in";

export interface ClassActions {
  main: ClassAction | null;
  /** Whether there is a booking or a place in the waitlist to give up. */
  cancels: boolean;
  /** Where there is nothing to do: why, and what may be done instead. */
  whyNot: string | null;
}

/** What a person can do about a class at an instant; the server decides by the same rules. */
export function classActions(session: SessionDetail, now: EpochMs): ClassActions {
  if (session.state === "cancelled") return nothing(cancelledWords(session));
  const startsAt = Date.parse(session.startsAt);
  const { mine, rules } = session;
  if (mine?.state === "confirmed" && now < Date.parse(session.endsAt)) {
    const isCheckIn =
      now >= startsAt - rules.checkInBeforeMinutes * MINUTE_MS &&
      now <= startsAt + rules.checkInAfterMinutes * MINUTE_MS;
    return { main: isCheckIn ? "check_in" : null, cancels: now < startsAt, whyNot: null };
  }
  if (mine?.state === "waitlisted" && now < startsAt) {
    return { main: offerUntil(mine, now) === null ? null : "accept", cancels: true, whyNot: null };
  }
  if (mine?.state === "attended" || mine?.state === "absent") return nothing(null);
  return { main: null, cancels: false, ...openFor(session, startsAt, now) };
}

/** For somebody who holds nothing. */
function openFor(
  session: SessionDetail,
  startsAt: EpochMs,
  now: EpochMs,
): Partial<ClassActions> & { whyNot: string | null } {
  if (now >= Date.parse(session.endsAt)) return { whyNot: "这节课上完了，看看别的课。" };
  if (now >= startsAt) {
    const freeFrom = comingTimeWords(startsAt + session.rules.walkInAfterMinutes * MINUTE_MS, now);
    return { whyNot: `已经开课了。${freeFrom} 起还有空位的话，到了找站长就能上。` };
  }
  const opensAt = session.bookingOpensAt === null ? 0 : Date.parse(session.bookingOpensAt);
  if (opensAt > now) return { whyNot: `${comingTimeWords(opensAt, now)} 开始报名，到时候再来。` };
  if (session.seatsLeft > 0) return { main: "book", whyNot: null };
  if (session.waitlistLength < session.waitlistLimit) return { main: "wait", whyNot: null };
  if (session.bookedBy === "term") {
    const freeAfter = session.rules.walkInAfterMinutes;
    return {
      whyNot: `这一期满了，整期的课不排队。有人退了会空出来，可以再来看；哪天开课 ${freeAfter} 分钟后有空位，到场就能上。`,
    };
  }
  return { whyNot: "名额满了，排队的也满了，看看别的课。" };
}

function nothing(whyNot: string | null): ClassActions {
  return { main: null, cancels: false, whyNot };
}

function cancelledWords({ cancelledReason }: SessionDetail): string {
  return `这节课取消了${cancelledReason === null ? "" : `：${cancelledReason}`}。报了的人都退了名额，不算缺课。`;
}
