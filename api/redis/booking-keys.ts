import { keys } from "./keys.js";

/** The keys of every script of bookings, in the order in which they name them (api/redis/scripts/classes/records.ts). */
export const BOOKING_KEYS = [
  keys.classSessions,
  keys.classSessionsByStart,
  keys.classesToSettle,
  keys.bookingOwners,
  keys.outboxMessages,
  keys.outboxDue,
  keys.audit,
  keys.classBookings(""),
  keys.classSeats(""),
  keys.classOffers(""),
  keys.classWaitlist(""),
  keys.classCounters(""),
  keys.classPlacesOf(""),
  keys.classBookingsOf(""),
  keys.classAbsencesOf(""),
  keys.classSessionsOfCourse(""),
  keys.appeals,
  keys.openAppeals,
];
