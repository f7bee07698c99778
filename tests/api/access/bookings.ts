import { checkInCode } from "../../../api/classes/check-in-code.js";
import { DEFAULT_BOOKING_RULES } from "../../../shared/classes/booking-rules.js";
import { HOUR_MS } from "../../../shared/common/time.js";
import { givenSession, givenVenue } from "../../support/given-class.js";
import { EVERYBODY, type FeatureAccess, KEEPERS, OFFICERS, WORKERS, type World } from "./access.js";

const OWN = "st_demo_01";
const ELSEWHERE = "st_elsewhere";
const QUARTER_MS = HOUR_MS / 4;

let made = 0;

/** A class that starts so long from now, at a time of its own unless it is said. */
async function putClass(test: World["test"], venueId = OWN, inMs?: number) {
  made += 1;
  const code = venueId === ELSEWHERE ? "410102" : "640104";
  const session = givenSession({
    venue: givenVenue({ id: venueId, district: { code, text: "某区" } }),
    startsAt: test.deps.clock() + (inMs ?? (24 + made * 2) * HOUR_MS),
    rules: { ...DEFAULT_BOOKING_RULES, mostBookings: 20, absencesToPause: 20 },
  });
  await test.deps.classSessions.put({ session, previous: null });
  return session;
}

/** A class that everybody signed in has booked. */
async function putBookedClass(world: World, inMs?: number) {
  const { id } = await putClass(world.test, OWN, inMs);
  for (const who of WORKERS) {
    await world.test.call("POST", `/api/classes/${id}/booking`, { token: world.tokens[who] });
  }
  return id;
}

/** The class of an app whose check-in is open: everybody booked it, once. */
const open = new WeakMap<World["test"], Promise<string>>();
function openClass(world: World) {
  const known = open.get(world.test) ?? putBookedClass(world, QUARTER_MS);
  open.set(world.test, known);
  return known;
}

/** A line of a roster, of somebody who booked the day before: how far they have come since. */
async function putLine(world: World, how: "coming" | "here" | "absent", venueId = OWN) {
  const { bookings, clock, newId } = world.test.deps;
  const session = await putClass(world.test, venueId, how === "absent" ? -HOUR_MS : QUARTER_MS);
  const booker = { sessionId: session.id, userId: newId("us"), calledBy: "小王", newId: newId("bk") };
  await bookings.book(clock() - 24 * HOUR_MS, booker);
  if (how === "here") await bookings.checkIn(clock(), booker);
  return `${session.id}/roster/${booker.newId}`;
}

/** A booking that whoever asks did not come to. */
async function putOwnAbsence({ test, tokens, who }: World, venueId = OWN) {
  const { bookings, clock, newId } = test.deps;
  const claims = await test.deps.tokens.verify(tokens[who] ?? "");
  // Long ago, at a time of its own.
  const session = await putClass(test, venueId, -(100 + made * 2) * HOUR_MS);
  const booker = { sessionId: session.id, userId: claims?.userId ?? newId("us"), calledBy: "小王", newId: newId("bk") };
  await bookings.book(session.startsAt - 24 * HOUR_MS, booker);
  await bookings.settleDue(clock(), 100);
  return booker.newId;
}

async function putAppeal(world: World, venueId = OWN) {
  const bookingId = await putOwnAbsence({ ...world, who: "worker" }, venueId);
  const text = "那天下暴雪，路封了";
  await world.test.call("POST", `/api/bookings/${bookingId}/appeal`, { token: world.tokens.worker, json: { text } });
  return bookingId;
}

const line = (name: string, what: string) => ({
  who: KEEPERS,
  path: `/api/classes/${name}/${what}`,
  bad: { path: `/api/classes/cs_x/roster/BK!/${what}`, field: "bookingId" },
  elsewhere: { path: `/api/classes/FRESH_DISTANT_LINE/${what}` },
});

/** The timetable, what people book of it, and what the staff of a hall do. */
export const bookingsAccess: FeatureAccess = {
  lines: {
    "GET /api/classes": {
      who: EVERYBODY,
      asksWho: true,
      path: "/api/classes?from=2026-11-24&to=2026-11-30",
      bad: { path: "/api/classes?from=2026-11-24&to=2027-11-30", field: "to" },
    },
    "GET /api/classes/attendance": {
      who: OFFICERS,
      path: "/api/classes/attendance?from=2026-11-01&to=2026-11-30",
      bad: { path: "/api/classes/attendance?from=2026-11-24&to=2027-11-30", field: "to" },
    },
    "GET /api/classes/:id": {
      who: EVERYBODY,
      asksWho: true,
      path: "/api/classes/FRESH_CLASS",
      bad: { path: "/api/classes/CS!", field: "id" },
    },
    "POST /api/classes/:id/booking": {
      who: WORKERS,
      path: "/api/classes/FRESH_CLASS/booking",
      bad: { path: "/api/classes/CS!/booking", field: "id" },
    },
    "POST /api/classes/:id/booking/accept": {
      who: WORKERS,
      path: "/api/classes/FRESH_BOOKED_CLASS/booking/accept",
      bad: { path: "/api/classes/CS!/booking/accept", field: "id" },
    },
    "DELETE /api/classes/:id/booking": {
      who: WORKERS,
      path: "/api/classes/FRESH_BOOKED_CLASS/booking",
      bad: { path: "/api/classes/CS!/booking", field: "id" },
    },
    "POST /api/classes/:id/booking/skip": {
      who: WORKERS,
      path: "/api/classes/FRESH_BOOKED_CLASS/booking/skip",
      bad: { path: "/api/classes/CS!/booking/skip", field: "id" },
    },
    "GET /api/bookings/mine": { who: WORKERS },
    "POST /api/bookings/:id/appeal": {
      who: WORKERS,
      path: "/api/bookings/FRESH_OWN_ABSENCE/appeal",
      options: { json: { text: "那天下暴雪，路封了" } },
      bad: { options: { json: { text: "" } }, field: "text" },
    },
    "GET /api/appeals": { who: OFFICERS },
    "POST /api/appeals/:id": {
      who: OFFICERS,
      path: "/api/appeals/FRESH_APPEAL",
      options: { json: { decision: "granted" } },
      bad: { options: { json: { decision: "perhaps" } }, field: "decision" },
      elsewhere: { path: "/api/appeals/FRESH_DISTANT_APPEAL" },
    },
    "POST /api/classes/:id/check-in": {
      who: WORKERS,
      path: "/api/classes/FRESH_OPEN_CLASS/check-in",
      options: { json: { code: "FRESH_CODE" } },
      bad: { options: { json: { code: "123" } }, field: "code" },
    },
    "GET /api/classes/:id/check-in-code": {
      who: KEEPERS,
      path: "/api/classes/FRESH_CLASS/check-in-code",
      bad: { path: "/api/classes/CS!/check-in-code", field: "id" },
      elsewhere: { path: "/api/classes/FRESH_DISTANT_CLASS/check-in-code" },
    },
    "GET /api/classes/:id/roster": {
      who: KEEPERS,
      path: "/api/classes/FRESH_CLASS/roster",
      bad: { path: "/api/classes/CS!/roster", field: "id" },
      elsewhere: { path: "/api/classes/FRESH_DISTANT_CLASS/roster" },
    },
    "POST /api/classes/:id/waive": {
      who: KEEPERS,
      path: "/api/classes/FRESH_CLASS/waive",
      bad: { path: "/api/classes/CS!/waive", field: "id" },
      elsewhere: { path: "/api/classes/FRESH_DISTANT_CLASS/waive" },
    },
    "POST /api/classes/:id/roster/:bookingId/check-in": line("FRESH_COMING", "check-in"),
    "POST /api/classes/:id/roster/:bookingId/strike": line("FRESH_HERE", "strike"),
    "POST /api/classes/:id/roster/:bookingId/waive": line("FRESH_ABSENT", "waive"),
    "POST /api/classes/:id/walk-ins": {
      who: KEEPERS,
      path: "/api/classes/FRESH_RUNNING_CLASS/walk-ins",
      options: { json: { calledBy: "老赵" } },
      bad: { options: { json: { calledBy: "" } }, field: "calledBy" },
      elsewhere: { path: "/api/classes/FRESH_DISTANT_CLASS/walk-ins", options: { json: { calledBy: "老赵" } } },
    },
    "POST /api/classes/:id/cancel": {
      who: OFFICERS,
      path: "/api/classes/FRESH_CLASS/cancel",
      options: { json: { reason: "老师生病了" } },
      bad: { options: { json: { reason: "" } }, field: "reason" },
      elsewhere: { path: "/api/classes/FRESH_DISTANT_CLASS/cancel" },
    },
    "POST /api/classes/:id/merge": {
      who: OFFICERS,
      path: "/api/classes/FRESH_CLASS/merge",
      options: { json: { into: "FRESH_OTHER_CLASS" } },
      bad: { options: { json: { into: "CS!" } }, field: "into" },
      elsewhere: { path: "/api/classes/FRESH_DISTANT_CLASS/merge" },
    },
  },
  fresh: {
    FRESH_CLASS: async ({ test }) => (await putClass(test)).id,
    FRESH_OTHER_CLASS: async ({ test }) => (await putClass(test)).id,
    FRESH_DISTANT_CLASS: async ({ test }) => (await putClass(test, ELSEWHERE)).id,
    FRESH_RUNNING_CLASS: async ({ test }) => (await putClass(test, OWN, -QUARTER_MS)).id,
    FRESH_BOOKED_CLASS: (world) => putBookedClass(world),
    FRESH_OPEN_CLASS: openClass,
    FRESH_CODE: async (world) =>
      checkInCode(world.test.deps.fingerprint, await openClass(world), world.test.deps.clock()).code,
    FRESH_COMING: (world) => putLine(world, "coming"),
    FRESH_HERE: (world) => putLine(world, "here"),
    FRESH_ABSENT: (world) => putLine(world, "absent"),
    FRESH_OWN_ABSENCE: (world) => putOwnAbsence(world),
    FRESH_APPEAL: (world) => putAppeal(world),
    FRESH_DISTANT_APPEAL: (world) => putAppeal(world, ELSEWHERE),
    FRESH_DISTANT_LINE: (world) => putLine(world, "here", ELSEWHERE),
  },
};
