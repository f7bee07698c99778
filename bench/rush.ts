import { playRush, type RushOutcome } from "../tests/support/rush.js";
import { printTable } from "./print-table.js";

const PLAN = { people: 2_000, seats: 30, givers: 10, repeaters: 100 };

/**
 * 2,000 people who tap at once for 30 seats, each on a connection of their own from one address, while ten give a seat
 * back and whoever is offered one takes it. The server is a process of its own; the people share theirs with the gateway.
 */
export async function benchRush(): Promise<void> {
  const outcomes = [await playRush("tcp", PLAN), await playRush("rest", PLAN)];
  printTable(
    `${PLAN.people} people at once for ${PLAN.seats} seats`,
    ["", "Redis over TCP", "over REST"],
    LINES.map(([what, tell]) => [what, ...outcomes.map(tell)]),
  );
}

const count = (outcome: RushOutcome, state: string) =>
  String(outcome.roster.filter(({ booking }) => booking.state === state).length);

const LINES: [what: string, tell: (outcome: RushOutcome) => string][] = [
  ["answers, repeats among them", ({ taps }) => String(taps.filter(({ status }) => status === 201).length)],
  ["seats taken in the end", ({ seatsTaken }) => String(seatsTaken)],
  ["seats given back", (outcome) => count(outcome, "cancelled")],
  ["offers taken", ({ accepted }) => String(accepted.filter(({ status }) => status === 200).length)],
  ["still waiting", (outcome) => count(outcome, "waitlisted")],
  [
    "bookings of one person",
    ({ roster }) => String(roster.length / new Set(roster.map(({ booking }) => booking.userId)).size),
  ],
  ["all answered after, s", ({ rushMs }) => (rushMs / 1_000).toFixed(1)],
  ["half answered after, s", ({ taps }) => answeredAfter(taps, 0.5)],
  ["99 of 100 answered after, s", ({ taps }) => answeredAfter(taps, 0.99)],
];

function answeredAfter(taps: RushOutcome["taps"], share: number): string {
  const sorted = taps.map(({ ms }) => ms).sort((a, b) => a - b);
  return ((sorted[Math.floor((sorted.length - 1) * share)] ?? 0) / 1_000).toFixed(1);
}
