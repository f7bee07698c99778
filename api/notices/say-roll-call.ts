import { beijingDayNumber, beijingInstant } from "../../shared/common/time.js";
import { type Holiday, holidaysWithin } from "../../shared/holidays/coming-holidays.js";
import { ASKED_DAYS_BEFORE, type AskedDaysBefore, askingDue, unsaidDays } from "../../shared/holidays/roll-call.js";
import { keeperPage } from "./keeper-page.js";
import type { SayQuestion } from "./said-question.js";

/** Which asking about which holiday, as {@link sayRollCall} reads it. One whose days a notice changes is another. */
export function rollCallDetail({ from, to }: Pick<Holiday, "from" | "to">, before: AskedDaysBefore): string {
  return `${from}:${to}:${before}`;
}

/**
 * Whether the station opens on a holiday. Nothing when its days are all answered for or have changed, and nothing of an
 * asking that a later one has overtaken: what waited over a full day does not go out beside its own reminder.
 */
export const sayRollCall: SayQuestion = async ({ clock }, { id, hours }, detail) => {
  const today = beijingDayNumber(clock());
  const [from, to, before] = detail.split(":");
  const holiday = holidaysWithin(today, ASKED_DAYS_BEFORE[0]).find((one) => one.from === from && one.to === to);
  if (holiday === undefined || unsaidDays(hours, holiday, today).length === 0) return null;
  // Once it has begun, the last asking is the one that holds.
  const due = askingDue(holiday, today) ?? ASKED_DAYS_BEFORE[ASKED_DAYS_BEFORE.length - 1];
  if (before !== String(due)) return null;
  return { page: keeperPage(id), time: beijingInstant(holiday.from), note: `${holiday.name}放假，门开吗？` };
};
