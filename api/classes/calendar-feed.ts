import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from "ical-generator";
import type { ClassSession } from "../../shared/classes/class-session.js";
import type { EpochMs } from "../../shared/common/time.js";

/** Part of each UID (RFC 7986, 5.3): it stays the same whatever address the server is reached under. */
const UID_SPACE = "yizhan";
const REFRESH_SECONDS = 3_600;

/**
 * Classes as an iCalendar file (RFC 5545). Instants are in UTC, so that no zone has to be described. A session keeps its
 * UID whatever becomes of it, and its revision counts its changes: calendars that know it move or strike it out.
 *
 * @param name what a calendar application calls the feed
 */
export function calendarFeed(name: string, sessions: readonly ClassSession[], now: EpochMs): string {
  const calendar = ical({
    name,
    prodId: { company: "Yizhan", product: "classes", language: "ZH" },
    method: ICalCalendarMethod.PUBLISH,
    ttl: REFRESH_SECONDS,
  });
  for (const session of sessions) {
    const isCancelled = session.state === "cancelled";
    calendar.createEvent({
      id: `${session.id}@${UID_SPACE}`,
      sequence: session.revision - 1,
      stamp: new Date(now),
      start: new Date(session.startsAt),
      end: new Date(session.endsAt),
      summary: isCancelled ? `(已取消)${session.title}` : session.title,
      description: description(session),
      location: placeWords(session),
      status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      transparency: isCancelled ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
    });
  }
  return `${calendar.toString()}\r\n`;
}

function placeWords({ venue }: ClassSession): string {
  return [venue.name, venue.room, venue.address].filter((words) => words !== null).join(" ");
}

function description({ state, cancelledReason, teacher, level, age, bring, about }: ClassSession): string {
  const lines = [
    state === "cancelled" && `已取消：${cancelledReason ?? "原因没有写"}`,
    teacher !== null && `老师：${teacher}`,
    level !== null && `程度：${level}`,
    age !== null && `年龄：${age}`,
    bring !== null && `要带：${bring}`,
    about !== null && about,
    "免费上课，在小程序里报名",
  ];
  return lines.filter((line) => line !== false).join("\n");
}
