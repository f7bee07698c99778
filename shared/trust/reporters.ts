import { type EpochMs, MINUTE_MS } from "../common/time.js";

/** One report of a shut door, as the rule sees it. Person, device and address are opaque: equal means the same. */
export interface DoorReport {
  at: EpochMs;
  /** The phone says that it is at the door. */
  atDoor: boolean;
  /** The person, where WeChat vouches for them, signed in or not; null: nobody does. */
  person: string | null;
  /** The person has had an account here for a while. */
  isSettled: boolean;
  /** What the client calls itself; null: it did not say. */
  device: string | null;
  address: string;
}

export interface ReporterCount {
  reporters: number;
  /** 1 for each reporter who was at the door, 0.5 for each who was not. */
  weight: number;
}

export interface ReporterCounts {
  /** Everybody, also those who could be made up. */
  all: ReporterCount;
  /** Those whom WeChat vouches for. */
  vouched: ReporterCount;
  /** Those of them who have had an account here for a while. */
  settled: ReporterCount;
}

const AT_DOOR_WEIGHT = 1;
const ELSEWHERE_WEIGHT = 0.5;

/**
 * How many different people stand behind the reports of the minutes before now, and how much they weigh.
 *
 * Somebody whom WeChat vouches for is one person whatever their device and address. Among the other reports, those that
 * share a device or an address, directly or through another, are one person; so are they with a person of WeChat who
 * shares either. A person weighs as much as the weightiest of their reports, however many there are.
 */
export function countReporters(reports: readonly DoorReport[], now: EpochMs, minutes: number): ReporterCounts {
  const counted = reports.filter(({ at }) => now - minutes * MINUTE_MS < at && at <= now);
  const people = new Map<string, DoorReport[]>();
  const strangers: DoorReport[] = [];
  for (const report of counted) {
    if (report.person === null) strangers.push(report);
    else people.set(report.person, [...(people.get(report.person) ?? []), report]);
  }
  const vouched = [...people.values()];
  const settled = vouched.filter((group) => group.some(({ isSettled }) => isSettled));
  const others = sharingGroups(strangers).filter(
    (group) => !vouched.some((ofOne) => ofOne.some((one) => group.some((other) => share(one, other)))),
  );
  return { all: counts([...vouched, ...others]), vouched: counts(vouched), settled: counts(settled) };
}

function counts(groups: readonly DoorReport[][]): ReporterCount {
  const weights = groups.map((group) => (group.some(({ atDoor }) => atDoor) ? AT_DOOR_WEIGHT : ELSEWHERE_WEIGHT));
  return { reporters: groups.length, weight: weights.reduce((sum, weight) => sum + weight, 0) };
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
