import { instantText } from "../common/instant-text.js";
import { type EpochMs, MINUTE_MS } from "../common/time.js";
import type { RosterEntry, SessionDetail } from "./class-answer.js";

/** What staff do on a roster. */
export type RosterMove = "check-in" | "strike" | "waive";

/**
 * How a line of a roster stands after what staff do, where nothing forbids it. Redis decides, because seats are shared
 * (api/redis/scripts/classes/check-in.ts). A phone shows this until Redis has answered; tests hold the two together.
 */
export function keepRoster(
  entry: RosterEntry,
  move: RosterMove,
  { startsAt, rules }: Pick<SessionDetail, "startsAt" | "rules">,
  now: EpochMs,
): RosterEntry {
  switch (move) {
    case "waive":
      return entry.state === "absent" || entry.state === "cancelled_late" ? { ...entry, waived: true } : entry;
    case "strike": {
      const isOver = now >= Date.parse(startsAt) + rules.checkInAfterMinutes * MINUTE_MS;
      return entry.state === "attended" ? struck(entry, isOver) : entry;
    }
    case "check-in":
      return checkedIn(entry, now);
  }
}

/** The seat of somebody who had booked stays theirs while they can still come. */
function struck(entry: RosterEntry, isOver: boolean): RosterEntry {
  const state = entry.checkedInBy === "walk_in" ? "cancelled" : isOver ? "absent" : "confirmed";
  return { ...entry, state, checkedInAt: null, checkedInBy: null };
}

function checkedIn(entry: RosterEntry, now: EpochMs): RosterEntry {
  const here = { state: "attended" as const, checkedInAt: instantText(now) };
  if (entry.state === "confirmed") return { ...entry, ...here, checkedInBy: "keeper" };
  if (entry.state !== "waitlisted" && entry.state !== "offered") return entry;
  const { position: _place, ...seated } = entry;
  return { ...seated, ...here, checkedInBy: "walk_in" };
}
