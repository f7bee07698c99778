import type { RosterEntry } from "../../../../shared/classes/class-answer";
import type { EpochMs } from "../../../../shared/core/time";
import type { PendingWrite } from "../../queue/pending-write";

/** The roster as its keeper has left it, while the server has not answered yet; what was given up does not count. */
export function applyRosterWrites(
  entries: readonly RosterEntry[],
  writes: readonly PendingWrite[],
  now: EpochMs,
): RosterEntry[] {
  return writes
    .filter(({ state }) => state !== "failed")
    .reduce<RosterEntry[]>((shown, write) => applied(shown, write, now), [...entries]);
}

function applied(entries: RosterEntry[], write: PendingWrite, now: EpochMs): RosterEntry[] {
  const change = (bookingId: string, changed: Partial<RosterEntry>) =>
    entries.map((entry) => (entry.bookingId === bookingId ? { ...entry, ...changed } : entry));
  switch (write.endpoint) {
    case "POST /classes/:id/roster/:bookingId/check-in":
      return change(write.input.bookingId, {
        state: "attended",
        checkedInAt: new Date(now).toISOString(),
        checkedInBy: "keeper",
      });
    case "POST /classes/:id/roster/:bookingId/strike":
      return change(write.input.bookingId, { state: "confirmed", checkedInAt: null, checkedInBy: null });
    case "POST /classes/:id/roster/:bookingId/waive":
      return change(write.input.bookingId, { waived: true });
    default:
      return entries;
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
