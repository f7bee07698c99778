import { MOST_SERVICES, SERVICE_LIMITS } from "../../common/field-limits.js";
import { HIDDEN_CHARACTERS, hasHiddenCharacters } from "../../common/free-text.js";
import { MOBILE_NUMBER } from "../../common/mobile-number.js";
import { type BeijingDate, beijingDate, beijingDayNumber, type EpochMs } from "../../common/time.js";
import { withoutPast } from "./kept-services.js";
import { bareHours, NO_MOBILE, readServiceHours } from "./read-service-hours.js";
import type { TimedService } from "./timed-service.js";
import { serviceHoursText } from "./write-service-hours.js";

/** A service as a list says it. */
export type ListedService = Pick<TimedService, "name" | "hours" | "note">;

/** What was made of a cell: all of its services, or why it could not be read. */
export type ServiceListReading = { services: ListedService[]; problem: null } | { services: null; problem: string };

/** What stands before a colon and says when, not what. */
const WHEN = /^(?:夏|冬|周|星期|礼拜|每|工作日|双休|节假日|平日|其他|上午|下午|\d)/;

/**
 * Reads several services in one text: 法律援助：周二14:00-16:00（二楼）；理发：12月5日9:00-11:00. A part without a name goes on
 * with the hours before it. Understood as a whole or not at all.
 *
 * @param now from which the year of a date is told; single events that are over are left out
 */
export function readServiceList(text: string, now: EpochMs): ServiceListReading {
  if (hasHiddenCharacters(text.replace(/\n/g, ""))) return { services: null, problem: HIDDEN_CHARACTERS };
  if (MOBILE_NUMBER.test(text)) return { services: null, problem: NO_MOBILE };
  const written: { name: string; when: string }[] = [];
  for (const part of text.split(/[;；\n]/).map((one) => one.trim())) {
    if (part === "") continue;
    const named = nameOf(part);
    const last = written.at(-1);
    if (named !== null) written.push(named);
    else if (last !== undefined) last.when += `；${part}`;
    else return { services: null, problem: `「${short(part)}」前面要写名字和冒号，如 法律援助：周二14:00-16:00` };
  }
  return readEach(written, beijingDate(beijingDayNumber(now)), now);
}

/** Services as one text that {@link readServiceList} reads as the same; null: there are no words for one of them. */
export function serviceListText(services: readonly ListedService[], now: EpochMs): string | null {
  const today = beijingDate(beijingDayNumber(now));
  const parts = services.map(({ name, hours, note }) => {
    const text = serviceHoursText(hours, today);
    return text === null ? null : `${name}：${text}${note === null ? "" : `（${note}）`}`;
  });
  const text = parts.every((part) => part !== null) ? parts.join("；") : null;
  if (text === null) return null;
  const again = readServiceList(text, now).services;
  return again !== null && isSameList(again, services) ? text : null;
}

/** Whether two say the same, however it was written. */
export function isSameService(one: ListedService, other: ListedService): boolean {
  const facts = ({ name, note, hours }: ListedService) => JSON.stringify([name, note, bareHours(hours)]);
  return facts(one) === facts(other);
}

function isSameList(ones: readonly ListedService[], others: readonly ListedService[]): boolean {
  return (
    ones.length === others.length &&
    ones.every((one, index) => {
      const other = others[index];
      return other !== undefined && isSameService(one, other);
    })
  );
}

function readEach(
  written: readonly { name: string; when: string }[],
  today: BeijingDate,
  now: EpochMs,
): ServiceListReading {
  const services: ListedService[] = [];
  for (const { name, when } of written) {
    if (name.length > SERVICE_LIMITS.name)
      return { services: null, problem: `「${short(name)}」太长，名字最多 ${SERVICE_LIMITS.name} 个字` };
    if (services.some((one) => one.name === name))
      return { services: null, problem: `「${name}」写了两次，时间写在一起` };
    const { text, note } = withNote(when, today);
    if (text.length > SERVICE_LIMITS.hours)
      return { services: null, problem: `「${name}」的时间太长，最多 ${SERVICE_LIMITS.hours} 个字` };
    if (note !== null && note.length > SERVICE_LIMITS.note)
      return { services: null, problem: `「${name}」的说明太长，最多 ${SERVICE_LIMITS.note} 个字` };
    const { hours, problem } = readServiceHours(text, today);
    if (hours === null) return { services: null, problem: `「${name}」的时间看不懂：${problem}` };
    services.push({ name, hours, note });
  }
  if (services.length > MOST_SERVICES) return { services: null, problem: `最多写 ${MOST_SERVICES} 项` };
  return { services: withoutPast(services, now), problem: null };
}

/** 法律援助：周二…, 法律援助 周二…; null: it begins with when. */
function nameOf(part: string): { name: string; when: string } | null {
  if (WHEN.test(part)) return null;
  const [, name = "", when = ""] = part.match(/^([^:：\d]+?)\s*[:：]\s*(.+)$/) ?? part.match(/^(\S+)\s+(.+)$/) ?? [];
  return name === "" ? null : { name: name.trim(), when };
}

/** What stands in brackets at the end is a note, unless it is part of the hours. */
function withNote(when: string, today: BeijingDate): { text: string; note: string | null } {
  const [, text = "", note = ""] = when.match(/^(.+?)\s*[(（]([^()（）]+)[)）]$/) ?? [];
  const isNote =
    text !== "" && readServiceHours(when, today).hours === null && readServiceHours(text, today).hours !== null;
  return isNote ? { text, note: note.trim() } : { text: when, note: null };
}

function short(text: string): string {
  return text.length > 20 ? `${text.slice(0, 20)}…` : text;
}
