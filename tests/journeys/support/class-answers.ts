import type { AppealList } from "../../../shared/classes/appeal.js";
import { DEFAULT_BOOKING_RULES } from "../../../shared/classes/booking-rules.js";
import type { MyBookings, MyPlace, Roster, RosterEntry, SessionItem } from "../../../shared/classes/class-answer.js";
import { beijing } from "../../support/given.js";
import { COMMUNITY, SQUARE } from "./town.js";

/** Answers that would take weeks to come about: absences, a pause, every state of a booking side by side. */

const at = (local: string) => new Date(beijing(local)).toISOString();
const NOW = at("2026-11-18T10:00");

function session(id: string, title: string, day: string, changed: Partial<SessionItem> = {}): SessionItem {
  return {
    id,
    courseId: "co_screens",
    title,
    category: "dance",
    venue: {
      id: "st_community",
      name: COMMUNITY,
      address: "丽景街街道银虹社区 12 号",
      district: { code: "640104", text: "兴庆区" },
      location: SQUARE,
      room: "三楼舞蹈教室",
    },
    startsAt: at(`${day}T19:00`),
    endsAt: at(`${day}T20:30`),
    capacity: 20,
    seatsLeft: 0,
    waitlistLength: 3,
    state: "scheduled",
    cancelledReason: null,
    bookingOpensAt: null,
    bookedBy: "session",
    teacher: null,
    level: null,
    isDemo: true,
    ...changed,
  };
}

function place(number: number, changed: Partial<MyPlace>): MyPlace {
  return { state: "confirmed", bookingId: `bk_screen0${number}`, number, ...changed };
}

export const BOOKINGS_OF_EVERY_KIND: MyBookings = {
  asOf: NOW,
  absences: { count: 2, pausedUntil: null, warned: true },
  bookings: [
    {
      ...place(1, { state: "waitlisted", position: 1, offerExpiresAt: at("2026-11-18T12:00") }),
      session: session("cs_screen_1", "声乐：唱一首完整的歌，从换气到台风", "2026-11-19"),
    },
    { ...place(2, {}), session: session("cs_screen_2", "零基础广场舞", "2026-11-20") },
    { ...place(3, { state: "waitlisted", position: 3 }), session: session("cs_screen_3", "太极拳", "2026-11-21") },
    { ...place(4, { state: "absent", absence: "counted" }), session: session("cs_screen_4", "绘画", "2026-11-11") },
    { ...place(5, { state: "absent", absence: "upheld" }), session: session("cs_screen_5", "绘画", "2026-11-04") },
    { ...place(6, { state: "attended" }), session: session("cs_screen_6", "绘画", "2026-10-28") },
    {
      ...place(7, { state: "session_cancelled" }),
      session: session("cs_screen_7", "书法", "2026-11-13", { state: "cancelled", cancelledReason: "老师生病" }),
    },
  ],
};

function entry(number: number, calledBy: string, changed: Partial<RosterEntry> = {}): RosterEntry {
  return {
    ...{ bookingId: `bk_screen0${number}`, number, calledBy, state: "confirmed" },
    ...{ checkedInAt: null, checkedInBy: null, waived: false },
    ...changed,
  };
}

export const ROSTER_OF_EVERY_KIND: Roster = {
  session: {
    ...session("cs_screen_1", "零基础广场舞", "2026-11-18"),
    ...{
      age: null,
      bring: null,
      about: null,
      waitlistLimit: 30,
      rules: DEFAULT_BOOKING_RULES,
      mergedInto: null,
      absencesWaived: false,
    },
    cancelUntil: at("2026-11-18T15:00"),
    asOf: NOW,
  },
  entries: [
    entry(1, "王姐", { state: "attended", checkedInAt: at("2026-11-18T18:41"), checkedInBy: "code" }),
    entry(2, "李师傅"),
    entry(3, "凤凰街上跑得最快的小马哥哥", {
      state: "attended",
      checkedInAt: at("2026-11-18T19:12"),
      checkedInBy: "walk_in",
    }),
    entry(4, "赵师傅", { state: "absent" }),
    entry(5, "孙师傅", { state: "absent", waived: true }),
    entry(6, "钱师傅", { state: "offered", position: 1 }),
    entry(7, "周师傅", { state: "waitlisted", position: 2 }),
  ],
};

export const APPEALS: AppealList = {
  asOf: NOW,
  appeals: [
    {
      ...{ bookingId: "bk_screen04", sessionId: "cs_screen_4", calledBy: "王姐", state: "open", reply: null },
      text: "那天下大雪，公交车停了，我从西夏区走过来，到的时候已经下课了",
      ...{ title: "绘画", venueName: COMMUNITY, decidedAt: null },
      startsAt: at("2026-11-11T19:00"),
      createdAt: at("2026-11-12T08:00"),
    },
  ],
};
