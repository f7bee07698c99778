import { DEFAULT_BOOKING_RULES } from "../../../shared/classes/booking-rules.js";
import { HOUR_MS } from "../../../shared/core/time.js";
import { givenSession, givenVenue } from "../../support/given-class.js";
import { EVERYBODY, type FeatureAccess, SIGNED_IN, type World } from "./access.js";

let made = 0;

/** A class at a station that starts in so many hours, at a time of its own unless it is said. */
async function putClass({ test }: World, venueId: string, inHours?: number) {
  made += 1;
  const session = givenSession({
    venue: givenVenue({
      id: venueId,
      district: venueId === "st_elsewhere" ? { code: "410102", text: "中原区" } : { code: "640104", text: "兴庆区" },
    }),
    startsAt: test.deps.clock() + (inHours ?? 24 + made * 2) * HOUR_MS,
    rules: { ...DEFAULT_BOOKING_RULES, mostBookings: 20 },
  });
  await test.deps.classSessions.put({ session, previous: null });
  return session.id;
}

/** A class that everybody signed in has booked. */
async function putBookedClass(world: World, venueId: string, inHours?: number) {
  const id = await putClass(world, venueId, inHours);
  for (const who of SIGNED_IN) {
    await world.test.call("POST", `/api/classes/${id}/booking`, { token: world.tokens[who] });
  }
  return id;
}

/** The timetable, and what people book of it. */
export const bookingsAccess: FeatureAccess = {
  lines: {
    "GET /api/classes": {
      who: EVERYBODY,
      path: "/api/classes?from=2026-11-24&to=2026-11-30",
      bad: { path: "/api/classes?from=2026-11-24&to=2027-11-30", field: "to" },
    },
    "GET /api/classes/:id": {
      who: EVERYBODY,
      path: "/api/classes/FRESH_CLASS",
      bad: { path: "/api/classes/CS!", field: "id" },
    },
    "POST /api/classes/:id/booking": {
      who: SIGNED_IN,
      path: "/api/classes/FRESH_CLASS/booking",
      bad: { path: "/api/classes/CS!/booking", field: "id" },
    },
    "POST /api/classes/:id/booking/accept": {
      who: SIGNED_IN,
      path: "/api/classes/FRESH_BOOKED_CLASS/booking/accept",
      bad: { path: "/api/classes/CS!/booking/accept", field: "id" },
    },
    "DELETE /api/classes/:id/booking": {
      who: SIGNED_IN,
      path: "/api/classes/FRESH_BOOKED_CLASS/booking",
      bad: { path: "/api/classes/CS!/booking", field: "id" },
    },
    "POST /api/classes/:id/booking/skip": {
      who: SIGNED_IN,
      path: "/api/classes/FRESH_BOOKED_CLASS/booking/skip",
      bad: { path: "/api/classes/CS!/booking/skip", field: "id" },
    },
    "GET /api/bookings/mine": { who: SIGNED_IN },
  },
  fresh: {
    FRESH_CLASS: (world) => putClass(world, "st_demo_01"),
    FRESH_BOOKED_CLASS: (world) => putBookedClass(world, "st_demo_01"),
  },
};
