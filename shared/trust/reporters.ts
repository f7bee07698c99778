import { type EpochMs, MINUTE_MS } from "../core/time.js";

/** One report of a shut door, as the rule sees it. Account, device and address are opaque: equal means the same. */
export interface DoorReport {
  at: EpochMs;
  /** The phone says that it is at the door. */
  atDoor: boolean;
  /** Null: not signed in. */
  account: string | null;
  /** Null: the client did not say. */
  device: string | null;
  address: string;
}

export interface ReporterCount {
  reporters: number;
  /** 1 for each reporter who was at the door, 0.5 for each who was not. */
  weight: number;
}

const AT_DOOR_WEIGHT = 1;
const ELSEWHERE_WEIGHT = 0.5;

/**
 * How many different people stand behind the reports of the minutes before now, and how much they weigh.
 *
 * An account is one person whatever its device and address. Among reports without an account, those that share a device
 * or an address, directly or through another, are one person; so are they with an account that shares either. A person
 * weighs as much as the weightiest of their reports, however many there are.
 */
export function countReporters(reports: readonly DoorReport[], now: EpochMs, minutes: number): ReporterCount {
  const counted = reports.filter(({ at }) => now - minutes * MINUTE_MS < at && at <= now);
  const people = new Map<string, DoorReport[]>();
  const strangers: DoorReport[] = [];
  for (const report of counted) {
    if (report.account === null) strangers.push(report);
    else people.set(report.account, [...(people.get(report.account) ?? []), report]);
  }
  const known = [...people.values()];
  for (const group of sharingGroups(strangers)) {
    const owner = known.find((reportsOfOne) => reportsOfOne.some((one) => group.some((other) => share(one, other))));
    if (owner) owner.push(...group);
    else known.push(group);
  }
  const weights = known.map((group) => (group.some(({ atDoor }) => atDoor) ? AT_DOOR_WEIGHT : ELSEWHERE_WEIGHT));
  return { reporters: known.length, weight: weights.reduce((sum, weight) => sum + weight, 0) };
}

function sharingGroups(reports: readonly DoorReport[]): DoorReport[][] {
  let groups: DoorReport[][] = [];
  for (const report of reports) {
    const sharing = groups.filter((group) => group.some((other) => share(report, other)));
    groups = [...groups.filter((group) => !sharing.includes(group)), [report, ...sharing.flat()]];
  }
  return groups;
}

function share(one: DoorReport, other: DoorReport): boolean {
  return one.address === other.address || (one.device !== null && one.device === other.device);
}
