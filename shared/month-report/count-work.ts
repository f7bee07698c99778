import { shareOf } from "../checks/wilson.js";
import type { Booking, BookingState } from "../classes/booking.js";
import type { ClassSession } from "../classes/class-session.js";
import { DAY_MS, type EpochMs } from "../common/time.js";
import { taskWords } from "../notices/task-words.js";
import type { ReportKind, Task } from "../trust/report.js";
import type { Wish } from "../wishes/wish.js";
import { categoryLabel } from "../wishes/wish-category.js";
import { wishNumber } from "../wishes/wish-number.js";
import { WISH_STATE_NAMES } from "../wishes/wish-state-names.js";
import type { WishState } from "../wishes/wish-states.js";
import { type Counted, counted, daysWords, type FigureRow, middle, sharedOut } from "./counted.js";
import type { MonthFacts, MonthSpan } from "./month-facts.js";

export function countReports({ tasks }: MonthFacts, kind: ReportKind | null): Counted {
  const wanted = kind === null ? tasks : tasks.filter((task) => task.kind === kind);
  return counted(wanted.map((task) => taskRow(task, task.createdAt, "")));
}

export function countAnswered({ answers }: MonthFacts): Counted | null {
  return answers === null ? null : counted(answered(answers).map(({ amount: _, ...row }) => row));
}

export function countAnswerDays({ answers }: MonthFacts): Counted | null {
  return answers === null ? null : middle(answered(answers));
}

/** Each once: one that came back was done the last time. */
function answered(answers: NonNullable<MonthFacts["answers"]>): (FigureRow & { amount: number })[] {
  const last = new Map<string, { task: Task; at: EpochMs }>();
  for (const answer of answers) {
    if (answer.at >= (last.get(answer.task.id)?.at ?? 0)) last.set(answer.task.id, answer);
  }
  return [...last.values()].map(({ task, at }) => {
    const amount = Math.max(0, at - task.createdAt) / DAY_MS;
    return { ...taskRow(task, at, `，${daysWords(amount)}`), amount };
  });
}

function taskRow(task: Task, at: EpochMs, more: string): FigureRow {
  return { kind: "task", id: task.id, stationId: task.stationId, at, words: `${taskWords(task)}${more}` };
}

export function countSessions({ sessions }: MonthFacts): Counted {
  return counted(sessions.filter(isHeld).map(sessionRow));
}

/** What only left the schedule, or was merged, was not cancelled for anybody. */
export function countCancelled({ sessions }: MonthFacts): Counted {
  const cancelled = sessions.filter((session) => !isHeld(session) && !session.isOffSchedule && !session.mergedInto);
  return counted(cancelled.map(sessionRow));
}

const CAME: readonly BookingState[] = ["attended"];
const STAYED_AWAY: readonly BookingState[] = ["absent", "cancelled_late"];

export function countAttended(facts: MonthFacts): Counted | null {
  return countBookings(facts, CAME);
}

export function countAbsent(facts: MonthFacts): Counted | null {
  return countBookings(facts, STAYED_AWAY);
}

export function countAttendance(facts: MonthFacts): Counted | null {
  const [came, away] = [countAttended(facts), countAbsent(facts)];
  if (came === null || away === null) return null;
  const rows = [...came.rows, ...away.rows];
  return sharedOut(shareOf(came.rows.length, rows.length), rows);
}

function countBookings({ sessions, bookings }: MonthFacts, states: readonly BookingState[]): Counted | null {
  if (bookings === null) return null;
  const held = new Map<string, ClassSession>(sessions.filter(isHeld).map((session) => [session.id, session]));
  return counted(
    bookings.flatMap((booking) => {
      const session = held.get(booking.sessionId);
      return session !== undefined && states.includes(booking.state) ? [bookingRow(booking, session)] : [];
    }),
  );
}

function isHeld({ state }: ClassSession): boolean {
  return state === "scheduled";
}

function sessionRow({ id, title, venue, startsAt }: ClassSession): FigureRow {
  return { kind: "session", id, stationId: null, at: startsAt, words: `${title}，${venue.name}` };
}

/** The number on the roster; what people are called stays there. */
function bookingRow({ number, state }: Booking, session: ClassSession): FigureRow {
  const came = CAME.includes(state) ? "到场" : state === "absent" ? "没来" : "取消晚了";
  return { ...sessionRow(session), words: `${session.title}，${session.venue.name}，${number} 号${came}` };
}

export function countWishes({ wishes }: MonthFacts, { from, until }: MonthSpan): Counted {
  const received = wishes.filter(({ createdAt }) => createdAt >= from && createdAt < until);
  return counted(received.map((wish) => wishRow(wish, wish.createdAt, "")));
}

/** Those that stood in a state when the month ended. */
export function countWaiting({ wishes }: MonthFacts, { until }: MonthSpan, state: WishState): Counted {
  const waiting = wishes.filter((wish) => lastMove(wish, until)?.to === state);
  return counted(waiting.map((wish) => wishRow(wish, wish.createdAt, `，${WISH_STATE_NAMES[state].officer}`)));
}

/** Those that came into one of some states within the month, and were still in it when it ended. */
export function countMoved(facts: MonthFacts, span: MonthSpan, states: readonly WishState[]): Counted {
  return counted(movedInto(facts, span, states).map(({ amount: _, ...row }) => row));
}

export function countWishDays(facts: MonthFacts, span: MonthSpan): Counted {
  return middle(movedInto(facts, span, ["fulfilled"]));
}

function movedInto({ wishes }: MonthFacts, { from, until }: MonthSpan, states: readonly WishState[]) {
  return wishes.flatMap((wish) => {
    const move = lastMove(wish, until);
    if (move === null || move.at < from || !states.includes(move.to)) return [];
    const amount = Math.max(0, move.at - wish.createdAt) / DAY_MS;
    const words = `，${WISH_STATE_NAMES[move.to].officer}，${daysWords(amount)}`;
    return [{ ...wishRow(wish, move.at, words), amount }];
  });
}

/** The step with which a wish came into the state it had at an instant; null: it was not there yet. */
function lastMove({ steps }: Wish, until: EpochMs): { at: EpochMs; to: WishState } | null {
  return steps.filter(({ at, from, to }) => at < until && from !== to).at(-1) ?? null;
}

/** Its kind and number: what was written is for its own page. */
function wishRow({ id, category, stationId }: Wish, at: EpochMs, more: string): FigureRow {
  return { kind: "wish", id, stationId, at, words: `${categoryLabel(category)} ${wishNumber(id)}${more}` };
}
