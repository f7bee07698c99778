import { DEFAULT_BOOKING_RULES } from "../../../shared/classes/booking-rules.js";
import type { SessionDetail, SessionItem, Timetable } from "../../../shared/classes/class-answer.js";
import { cstText } from "./given.js";

/** A dance class of two evenings ahead of Tuesday 2026-03-03, with room. */
export function givenSession(changed: Partial<SessionItem> = {}): SessionItem {
  return {
    id: "cs_dance_20260305",
    courseId: "co_dance",
    title: "零基础广场舞",
    category: "dance",
    venue: {
      id: "st_yinhong",
      name: "银虹社区市民驿站",
      address: "丽景街 12 号",
      district: { code: "640104", text: "兴庆区" },
      location: { latitude: 38.474, longitude: 106.289 },
      room: "三楼舞蹈教室",
    },
    startsAt: cstText("2026-03-05T19:00"),
    endsAt: cstText("2026-03-05T20:30"),
    capacity: 20,
    seatsLeft: 8,
    waitlistLength: 0,
    state: "scheduled",
    cancelledReason: null,
    bookingOpensAt: null,
    bookedBy: "session",
    teacher: "李老师",
    level: "零基础",
    isDemo: false,
    ...changed,
  };
}

export function givenSessionDetail(changed: Partial<SessionDetail> = {}): SessionDetail {
  return {
    ...givenSession(),
    age: "不限",
    bring: "水杯、软底鞋",
    about: null,
    waitlistLimit: 30,
    rules: DEFAULT_BOOKING_RULES,
    mergedInto: null,
    absencesWaived: false,
    cancelUntil: cstText("2026-03-05T15:00"),
    asOf: cstText("2026-03-03T10:00"),
    ...changed,
  };
}

export function givenTimetable(...sessions: SessionItem[]): Timetable {
  return { sessions, asOf: cstText("2026-03-03T10:00") };
}
