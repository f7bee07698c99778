import { DAY_MS } from "../../shared/common/time.js";
import { givenSession } from "./given-class.js";
import { givenUser } from "./given-user.js";
import type { TestApp } from "./test-app.js";

const PEOPLE = 1_000;
const BEFORE = 300;
const SEATS = 600;
const TRIED_FOR_MS = 60_000;

export interface FailoverOutcome {
  /** From the death of the primary to the next booking that was done. */
  pausedMs: number;
  entries: number;
  seatsTaken: number;
  waiting: number;
}

/**
 * A thousand people book a class of 600 seats one after the other, and the primary dies after three hundred. Whoever gets no
 * answer asks again, and in the end everybody does, as phones that lost an answer do.
 */
export async function bookThroughFailover(
  test: TestApp,
  killPrimary: () => void | Promise<void>,
): Promise<FailoverOutcome> {
  const session = givenSession({ startsAt: test.deps.clock() + 3 * DAY_MS, capacity: SEATS, waitlistLimit: 500 });
  await test.deps.classSessions.put({ session, previous: null });
  const people = Array.from({ length: PEOPLE }, () => givenUser());
  const book = async (userId: string) => {
    const booker = { sessionId: session.id, userId, calledBy: "小王", newId: `bk_${userId.slice(3)}` };
    for (const giveUpAt = Date.now() + TRIED_FOR_MS; Date.now() < giveUpAt; ) {
      try {
        return await test.deps.bookings.book(test.deps.clock(), booker);
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
    throw new Error("never booked");
  };
  for (const { id } of people.slice(0, BEFORE)) await book(id);
  await killPrimary();
  const killedAt = performance.now();
  await book(people[BEFORE]?.id ?? "");
  const pausedMs = performance.now() - killedAt;
  for (const { id } of people.slice(BEFORE + 1)) await book(id);
  for (const { id } of people) await book(id);
  const roster = await test.deps.classReadings.roster(test.deps.clock(), session.id);
  return {
    pausedMs,
    entries: roster?.entries.length ?? 0,
    seatsTaken: roster?.standing.seatsTaken ?? 0,
    waiting: roster?.standing.waiting ?? 0,
  };
}
