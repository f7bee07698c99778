import { appealsContract } from "./appeals.js";
import { auditContract } from "./audit.js";
import { bookingContract, ownBookingContract, rosterContract, timetableContract } from "./classes.js";
import {
  attendanceContract,
  calendarContract,
  courseContract,
  courseTableContract,
  hallContract,
  sessionContract,
} from "./courses.js";
import type { Contract } from "./endpoint.js";
import { messagesContract } from "./messages.js";
import { uniformityContract } from "./uniformity.js";

/** Every endpoint of the API. The server builds its routes from the parts; this is for tests, and for types. */
export const CONTRACT = {
  ...appealsContract,
  ...attendanceContract,
  ...auditContract,
  ...bookingContract,
  ...calendarContract,
  ...courseContract,
  ...courseTableContract,
  ...hallContract,
  ...messagesContract,
  ...ownBookingContract,
  ...rosterContract,
  ...sessionContract,
  ...timetableContract,
  ...uniformityContract,
} as const satisfies Contract;
