import { useMemo, useRef } from "react";
import type { Roster, RosterEntry } from "../../../../../shared/classes/class-answer";
import type { EpochMs } from "../../../../../shared/common/time";
import { isNetworkFailure } from "../../../http/api-failure";
import { createObservable, useObservable } from "../../../platform/settings/observable";
import type { PendingWrite, SentWrite } from "../../../queue/pending-write";
import { enqueue, usePending, useSent } from "../../../queue/pending-writes";
import { askKeeper } from "../../messages/ask-to-subscribe";
import { applyRosterWrites } from "./roster-entries";

interface KeptRoster {
  /** As the keeper has left it, whether the server knows yet or not. */
  entries: RosterEntry[];
  /** Writes that were given up. */
  lost: readonly PendingWrite[];
  /** Whether something waits for the network. */
  isOffline: boolean;
  checkIn: (bookingId: string) => void;
  strike: (bookingId: string) => void;
  waive: (bookingId: string) => void;
}

type RosterEndpoint = `POST /classes/:id/roster/:bookingId/${"check-in" | "strike" | "waive"}`;

/** A roster under a keeper's hands: every tap shows at once, is kept on the phone, and is sent when it can be. */
export function useRoster(loaded: Roster, now: EpochMs): KeptRoster {
  const { id } = loaded.session;
  const pending = usePending(id);
  // Drawn in one go with the queue, which drops a write just before its answer comes here: state of React's own would
  // be drawn a moment later, and the row jump back for as long.
  const answers = useRef(createObservable<Record<string, RosterEntry>>({})).current;
  const answered = useObservable(answers);
  useSent(id, (sent) => {
    const entry = entryIn(sent);
    if (entry) answers.set({ ...answers.get(), [entry.bookingId]: entry });
  });
  const entries = useMemo(() => {
    const newest = loaded.entries.map((entry) => answered[entry.bookingId] ?? entry);
    return applyRosterWrites({ session: loaded.session, entries: newest }, pending, now);
  }, [loaded, answered, pending, now]);
  const write = (endpoint: RosterEndpoint, bookingId: string) => {
    askKeeper();
    enqueue(endpoint, { id, bookingId });
  };
  return {
    entries,
    lost: pending.filter(({ state }) => state === "failed"),
    isOffline: pending.some(
      ({ state, failure }) =>
        state !== "failed" && failure !== null && failure !== "too_late" && isNetworkFailure(failure),
    ),
    checkIn: (bookingId) => write("POST /classes/:id/roster/:bookingId/check-in", bookingId),
    strike: (bookingId) => write("POST /classes/:id/roster/:bookingId/strike", bookingId),
    waive: (bookingId) => write("POST /classes/:id/roster/:bookingId/waive", bookingId),
  };
}

/** The entry in the answer to one of a roster's writes. */
function entryIn(sent: SentWrite): RosterEntry | null {
  switch (sent.endpoint) {
    case "POST /classes/:id/roster/:bookingId/check-in":
    case "POST /classes/:id/roster/:bookingId/strike":
    case "POST /classes/:id/roster/:bookingId/waive":
      return sent.output;
    default:
      return null;
  }
}
