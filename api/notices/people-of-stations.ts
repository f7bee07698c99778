import type { User, UserId } from "../../shared/people/user.js";
import type { StationId } from "../../shared/stations/station.js";
import type { Dependencies } from "../dependencies.js";

type Needs = Pick<Dependencies, "users">;

/** How many people are read from Redis at a time. */
const BATCH = 500;

/** Everybody who holds a role, in the order of their ids. */
export async function readRoleHolders({ users }: Needs): Promise<User[]> {
  const people: User[] = [];
  let after: UserId | null = null;
  do {
    const page: Awaited<ReturnType<typeof users.roleHolders>> = await users.roleHolders(after, BATCH);
    people.push(...page.people);
    after = page.nextCursor;
  } while (after !== null);
  return people;
}

/** The ids of the keepers of each station; a station without one is not there. */
export function keeperIdsOfStations(people: readonly User[]): Map<StationId, UserId[]> {
  const keepers = new Map<StationId, UserId[]>();
  for (const { id, roles, stationIds } of people) {
    if (!roles.includes("keeper")) continue;
    for (const station of stationIds) keepers.set(station, [...(keepers.get(station) ?? []), id]);
  }
  return keepers;
}
