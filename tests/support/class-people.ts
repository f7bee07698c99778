import type {
  BookingAnswer,
  LeaveAnswer,
  MyBookings,
  MyPlace,
  Roster,
  RosterEntry,
  SessionDetail,
} from "../../shared/classes/class-answer.js";
import type { ClassSession } from "../../shared/classes/class-session.js";
import { givenSession } from "./given-class.js";
import { givenKeeper, givenOfficer, givenUser } from "./given-user.js";
import type { Reply, TestApp } from "./test-app.js";

type Answer<Body> = Reply<Body & { error?: { code: string } }>;

/** People and what they do about classes, over HTTP; each is known by a name. */
export function classPeople(test: TestApp) {
  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (name: string): Promise<string> => {
    const known = tokens.get(name) ?? test.signInAs(givenUser({ name }));
    tokens.set(name, known);
    return known;
  };
  const call = async <Body>(name: string, method: string, path: string, json?: unknown): Promise<Answer<Body>> =>
    test.call(method, `/api/${path}`, { token: await tokenOf(name), json });
  const at = ({ id }: ClassSession, path = "") => `classes/${id}${path}`;
  return {
    /** Forgets who was signed in, after everything in Redis was cleared. */
    forget: () => tokens.clear(),
    /** Staff: a keeper of the station `st_own`, an officer of 兴庆区. */
    signInStaff: async () => {
      tokens.set("keeper", test.signInAs(givenKeeper("st_own")));
      tokens.set("officer", test.signInAs(givenOfficer("640104")));
    },
    call,
    put: async (session: Partial<ClassSession> = {}): Promise<ClassSession> => {
      const made = givenSession(session);
      await test.deps.classSessions.put({ session: made, previous: null });
      return made;
    },
    book: (name: string, session: ClassSession) => call<BookingAnswer>(name, "POST", at(session, "/booking")),
    accept: (name: string, session: ClassSession) => call<BookingAnswer>(name, "POST", at(session, "/booking/accept")),
    leave: (name: string, session: ClassSession) => call<LeaveAnswer>(name, "DELETE", at(session, "/booking")),
    skip: (name: string, session: ClassSession) => call<LeaveAnswer>(name, "POST", at(session, "/booking/skip")),
    detail: async (name: string, session: ClassSession) => (await call<SessionDetail>(name, "GET", at(session))).body,
    mine: async (name: string) => (await call<MyBookings>(name, "GET", "bookings/mine")).body,
    checkIn: (name: string, session: ClassSession, code: string) =>
      call<MyPlace>(name, "POST", at(session, "/check-in"), { code }),
    roster: (name: string, session: ClassSession) => call<Roster>(name, "GET", at(session, "/roster")),
    onRoster: (name: string, session: ClassSession, bookingId: string, what: "check-in" | "strike" | "waive") =>
      call<RosterEntry>(name, "POST", at(session, `/roster/${bookingId}/${what}`)),
    walkIn: (name: string, session: ClassSession, calledBy: string) =>
      call<RosterEntry>(name, "POST", at(session, "/walk-ins"), { calledBy }),
    cancel: (name: string, session: ClassSession) =>
      call<SessionDetail>(name, "POST", at(session, "/cancel"), { reason: "老师生病了" }),
    merge: (name: string, session: ClassSession, into: ClassSession) =>
      call<SessionDetail>(name, "POST", at(session, "/merge"), { into: into.id }),
  };
}

/** The code of a refusal; the status of anything else. */
export function refusalOf({ status, body }: Answer<unknown>): string {
  return body.error?.code ?? String(status);
}
