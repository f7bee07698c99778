import type { SessionId } from "../../../shared/classes/class-session.js";
import type { CourseId, VenueId } from "../../../shared/classes/course.js";

/** Courses, sessions, halls and bookings. */
export const keysOfClasses = {
  /** HASH: SessionId → JSON of a ClassSession. */
  classSessions: "{stations}:class-sessions",
  /** ZSET: SessionId, score the EpochMs at which it starts; all of them, those of a course, those at a venue. */
  classSessionsByStart: "{stations}:class-sessions-by-start",
  classSessionsOfCourse: (id: CourseId) => `{stations}:class-sessions-of:${id}`,
  classSessionsAtVenue: (id: VenueId) => `{stations}:class-sessions-at:${id}`,
  /** HASH: CourseId → JSON of a Course, ended ones too. */
  courses: "{stations}:courses",
  /** ZSET: CourseId, score the EpochMs at which it was made; those that go on, and those that ended. */
  runningCourses: "{stations}:running-courses",
  endedCourses: "{stations}:ended-courses",
  /** HASH: HallId → JSON of a Hall. */
  halls: "{stations}:halls",
  /** HASH: UserId → JSON of their Booking of a session. Ends in the SessionId, as the next four do. */
  classBookings: (id: SessionId | "") => `{stations}:class-bookings:${id}`,
  /** ZSET: UserIds who hold a seat, score the order in which they got it. */
  classSeats: (id: SessionId | "") => `{stations}:class-seats:${id}`,
  /** ZSET: UserIds to whom a free seat is offered, score the EpochMs until which it is kept for them. */
  classOffers: (id: SessionId | "") => `{stations}:class-offers:${id}`,
  /** ZSET: UserIds who wait, score the order in which they came. */
  classWaitlist: (id: SessionId | "") => `{stations}:class-waitlist:${id}`,
  /** HASH: arrivals, offers and numbers given out so far; the start and place people were told; once closed, `closed`. */
  classCounters: (id: SessionId | "") => `{stations}:class-counters:${id}`,
  /** ZSET: SessionIds with bookings, score the EpochMs from which something of them is to be settled. */
  classesToSettle: "{stations}:classes-to-settle",
  /** HASH: BookingId → `SessionId|UserId`. */
  bookingOwners: "{stations}:booking-owners",
  /** HASH: SessionId → `seat` or `wait`: what a person holds. Ends in the UserId, as the next two do. */
  classPlacesOf: (userId: string) => `{stations}:class-places-of:${userId}`,
  /** ZSET: SessionIds a person ever booked, score the EpochMs of the start. */
  classBookingsOf: (userId: string) => `{stations}:class-bookings-of:${userId}`,
  /** ZSET: SessionIds a person was absent from and that count, score the EpochMs of the absence. */
  classAbsencesOf: (userId: string) => `{stations}:class-absences-of:${userId}`,
  /** SET: `district|subject` that somebody wants to learn. */
  wantedTopics: "{stations}:wanted-topics",
  /**
   * ZSET: UserIds of who wants to learn it, score the EpochMs. Gone when a course opens or a year after the last.
   * Ends in the topic.
   */
  wantedVoters: (topic: string) => `{stations}:wanted-voters:${topic}`,
  /**
   * HASH: `district|subject` → `v|EpochMs` of a person's vote, or `o|EpochMs|CourseId` once they are told. Expires by
   * itself.
   */
  wantedOf: (userId: string) => `{stations}:wanted-of:${userId}`,
  /** HASH: `district|subject` → JSON: the course that came of it, when, and how many people were told. */
  openedWanted: "{stations}:opened-wanted",
  /** HASH: BookingId → JSON of an Appeal. */
  appeals: "{stations}:appeals",
  /** ZSET: BookingIds of appeals that nobody has decided, score the EpochMs at which they were made. */
  openAppeals: "{stations}:open-appeals",
};
