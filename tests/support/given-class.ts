import { DEFAULT_BOOKING_RULES } from "../../shared/classes/booking-rules.js";
import type { ClassSession } from "../../shared/classes/class-session.js";
import type { Course, Venue } from "../../shared/classes/course.js";
import { HOUR_MS } from "../../shared/common/time.js";
import { beijing } from "./given.js";

let made = 0;

/** A room of a station in 兴庆区. */
export function givenVenue(venue: Partial<Venue> = {}): Venue {
  return {
    id: "st_own",
    name: "丽景街驿站",
    address: "丽景街 1 号",
    district: { code: "640104", text: "兴庆区" },
    location: { latitude: 38.474, longitude: 106.289 },
    room: "二楼教室",
    ...venue,
  };
}

/** A session of an hour and a half with 20 seats, open for booking, with an id of its own. */
export function givenSession(session: Partial<ClassSession> = {}): ClassSession {
  made += 1;
  const startsAt = session.startsAt ?? beijing("2026-11-25T19:00");
  return {
    id: `cs_given_${made}`,
    courseId: "co_given",
    title: "零基础瑜伽",
    category: "yoga",
    venue: givenVenue(),
    teacher: "马老师",
    level: "零基础",
    age: null,
    bring: "瑜伽垫",
    about: null,
    startsAt,
    endsAt: startsAt + 1.5 * HOUR_MS,
    bookingOpensAt: 0,
    capacity: 20,
    waitlistLimit: 10,
    bookedBy: "session",
    rules: DEFAULT_BOOKING_RULES,
    state: "scheduled",
    cancelledReason: null,
    mergedInto: null,
    isOffSchedule: false,
    absencesWaived: false,
    isOnItsOwn: false,
    revision: 1,
    isDemo: false,
    ...session,
  };
}

/** A weekly course on Wednesday evenings, with an id of its own. */
export function givenCourse(course: Partial<Course> = {}): Course {
  made += 1;
  return {
    id: `co_given${made}`,
    title: "零基础瑜伽",
    category: "yoga",
    venueId: "st_own",
    room: null,
    teacher: "马老师",
    level: "零基础",
    age: null,
    bring: "瑜伽垫",
    about: null,
    capacity: 20,
    waitlistLimit: 10,
    bookedBy: "session",
    bookingOpensDaysBefore: null,
    rules: {},
    schedule: {
      kind: "weekly",
      weekdays: [2],
      startsAt: "19:00",
      durationMinutes: 90,
      from: "2026-11-01",
      until: "2026-12-31",
      holidays: "skip",
      except: [],
    },
    scheduleSince: null,
    revision: 1,
    state: "running",
    createdAt: 0,
    updatedAt: 0,
    isDemo: false,
    ...course,
  };
}
