import type { Roster, RosterEntry } from "../../../../../shared/classes/class-answer";
import { keepRoster, type RosterMove } from "../../../../../shared/classes/roster-move";
import type { EpochMs } from "../../../../../shared/common/time";
import type { PendingWrite } from "../../../queue/pending-write";

/** The roster as its keeper has left it, while the server has not answered yet; what was given up does not count. */
export function applyRosterWrites(
  { session, entries }: Roster,
  writes: readonly PendingWrite[],
  now: EpochMs,
): RosterEntry[] {
  const moves = writes.flatMap((write) => (write.state === "failed" ? [] : (moveOf(write) ?? [])));
  return entries.map((entry) =>
    moves
      .filter(({ bookingId }) => bookingId === entry.bookingId)
      .reduce((kept, { move }) => keepRoster(kept, move, session, now), entry),
  );
}

/** Null: it is about something else. */
function moveOf(write: PendingWrite): { bookingId: string; move: RosterMove } | null {
  switch (write.endpoint) {
    case "POST /classes/:id/roster/:bookingId/check-in":
      return { bookingId: write.input.bookingId, move: "check-in" };
    case "POST /classes/:id/roster/:bookingId/strike":
      return { bookingId: write.input.bookingId, move: "strike" };
    case "POST /classes/:id/roster/:bookingId/waive":
      return { bookingId: write.input.bookingId, move: "waive" };
    default:
      return null;
  }
}

/** Who has a seat, by number; who waits, in their order. Who gave up their place is not on a roster. */
export function rosterParts(entries: readonly RosterEntry[]): { seated: RosterEntry[]; waiting: RosterEntry[] } {
  const isSeated = ({ state }: RosterEntry) => state === "confirmed" || state === "attended" || state === "absent";
  const isWaiting = ({ state }: RosterEntry) => state === "waitlisted" || state === "offered";
  return {
    seated: entries.filter(isSeated).sort((a, b) => a.number - b.number),
    waiting: entries.filter(isWaiting).sort((a, b) => (a.position ?? 0) - (b.position ?? 0)),
  };
}
