import { z } from "zod";
import type { AuditEntry } from "../../shared/audit/audit-entry.js";
import type { ClassSession } from "../../shared/classes/class-session.js";
import type { Course } from "../../shared/classes/course.js";
import type { Hall } from "../../shared/classes/hall.js";
import { keys } from "../redis/keys.js";
import type { CLASS_CHANGE_FIELDS } from "../redis/scripts/change-classes.js";

/** One of several changes that happen together: what something becomes, and what it was (null: it is new). */
export type ClassChange =
  | { what: "session"; session: ClassSession; previous: ClassSession | null }
  /** Forgotten when nobody ever booked it, else cancelled for this reason, and everybody is told. */
  | { what: "drop"; session: ClassSession; reason: string }
  | { what: "course"; course: Course; previous: Course | null }
  | { what: "hall"; hall: Hall; previous: Hall | null }
  | { what: "audit"; entry: AuditEntry };

/** The keys that the script which changes classes takes, in their order. */
export const CLASS_CHANGE_KEYS = [
  keys.classSessions,
  keys.classSessionsByStart,
  keys.courses,
  keys.runningCourses,
  keys.endedCourses,
  keys.halls,
  keys.audit,
  keys.classesToSettle,
];
/** What that script takes before the changes: the prefixes of keys. */
export const CLASS_KEY_PREFIXES = [
  keys.classSessionsOfCourse(""),
  keys.classSessionsAtVenue(""),
  keys.classBookings(""),
  keys.classSeats(""),
  keys.classOffers(""),
];

/**
 * What the script replies: done, or the first session, course or hall that moved on since its change was decided, or the
 * first session that would have fewer seats than people, with how many those are.
 */
export const ClassChangeReply = z.union([
  z.tuple([z.literal("stored")]),
  z.tuple([z.literal("conflict"), z.string()]),
  z.tuple([z.literal("seats_taken"), z.string(), z.coerce.number<string>().int()]),
]);
export type ClassChangeReply = z.infer<typeof ClassChangeReply>;

type Fields = Record<(typeof CLASS_CHANGE_FIELDS)[number], string>;

/** The fields the script takes, in the order of `CLASS_CHANGE_FIELDS`. */
export function classChangeFields(change: ClassChange): string[] {
  return Object.values(fieldsOf(change));
}

function fieldsOf(change: ClassChange): Fields {
  switch (change.what) {
    case "session":
      return fields(change.what, change.session, change.previous);
    case "course":
      return fields(change.what, change.course, change.previous);
    case "hall":
      return fields(change.what, change.hall, change.previous);
    case "drop":
      return fields(change.what, cancelled(change.session, change.reason), change.session);
    case "audit":
      return { what: change.what, id: "", revisionBefore: "", document: JSON.stringify(change.entry) };
  }
}

interface Revised {
  id: string;
  revision: number;
}

function fields(what: string, value: Revised, previous: Revised | null): Fields {
  return { what, id: value.id, revisionBefore: String(previous?.revision ?? 0), document: JSON.stringify(value) };
}

function cancelled(session: ClassSession, cancelledReason: string): ClassSession {
  const revision = session.revision + 1;
  return { ...session, state: "cancelled", cancelledReason, isOffSchedule: true, isOnItsOwn: true, revision };
}
