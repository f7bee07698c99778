import { type Clause, hasSubject, type Section } from "./clause.js";
import { NotUnderstood } from "./not-understood.js";

/**
 * Puts together what a mark took apart: hours behind ； are more hours of the same days, days behind hours are theirs,
 * and days on a line of their own belong to the hours on the next.
 */
export function joinClauses(clauses: readonly Clause[]): Clause[] {
  return joinHours(joinTrailingDays(clauses));
}

function joinTrailingDays(clauses: readonly Clause[]): Clause[] {
  const joined: Clause[] = [];
  for (let position = 0; position < clauses.length; position++) {
    const clause = clauses[position];
    if (!clause) continue;
    if (clause.says !== null) {
      joined.push(clause);
      continue;
    }
    const [before, next] = [joined[joined.length - 1], clauses[position + 1]];
    const endsSentence = next === undefined || next.after === "stop" || next.after === "bracket";
    if (isBareHours(before) && clause.after !== "stop" && endsSentence) {
      const isAmongOthers =
        joined.length > 1 && !joined.slice(0, -1).every((one) => one.says !== "hours" || hasSubject(one));
      if (isAmongOthers || (before.after === "stop" && joined.length > 1 && !isTrailing(joined))) {
        throw new NotUnderstood("有的日子后面没有写时间");
      }
      joined[joined.length - 1] = { ...withSubject(before, clause), trailing: true };
    } else if (isBareHours(next) && next.after === "stop") {
      joined.push(withSubject(next, clause));
      position++;
    } else throw new NotUnderstood("有的日子后面没有写时间");
  }
  return joined;
}

/** Whether all hours so far had their days behind them: 8:00-12:00 周一至周五;9:00-11:00 周六. */
function isTrailing(joined: readonly Clause[]): boolean {
  return joined.slice(0, -1).every((clause) => clause.says !== "hours" || clause.trailing);
}

function joinHours(clauses: readonly Clause[]): Clause[] {
  const joined: Clause[] = [];
  for (const clause of clauses) {
    const before = joined.filter(({ after, says }) => after !== "bracket" && says !== null).pop();
    if (isBareHours(clause) && before?.trailing === true) throw new NotUnderstood("有的时间不知道是哪天的");
    const continues = clause.after === "stop" || (clause !== before && joined[joined.length - 1]?.after === "bracket");
    if (isBareHours(clause) && continues && before?.says === "hours" && !before.trailing) {
      before.spans.push(...clause.spans);
      before.breaks.push(...clause.breaks);
    } else joined.push(clause);
  }
  return joined;
}

function isBareHours(clause: Clause | undefined): clause is Clause {
  return clause !== undefined && clause.says === "hours" && !hasSubject(clause);
}

function withSubject(
  hours: Clause,
  { days, workdays, holidays, everyDay, named, dates, usual, daysOff }: Clause,
): Clause {
  return { ...hours, days, workdays, holidays, everyDay, named, dates, usual, daysOff };
}

/** 8:30-12:00,14:30-18:00(5月-9月),14:00-17:30(10月-4月): is the door open on a winter morning? */
export function requireAllSpans(sections: readonly Section[]): void {
  const counts = sections.map(({ clauses }) => clauses.reduce((sum, { spans }) => sum + spans.length, 0));
  if (new Set(counts).size > 1) throw new NotUnderstood("分不清哪段时间全年都有；请把每个季节的时间都写全");
}

/** 周二至周日 in front of the seasons. */
export function shareDays(shared: Clause, sections: readonly Section[]): void {
  for (const { clauses } of sections) {
    const own = clauses.filter((clause) => clause.says === "hours");
    if (own.some(hasSubject) || own.length !== 1) throw new NotUnderstood("有的日子后面没有写时间");
    const [hours] = own;
    if (!hours) continue;
    hours.days = new Set(shared.days);
    hours.workdays = shared.workdays;
    hours.holidays = shared.holidays;
    hours.everyDay = shared.everyDay;
  }
}
