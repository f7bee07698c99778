import { isDeepStrictEqual } from "node:util";
import { officerReaches } from "../../shared/people/roles.js";
import type { User } from "../../shared/people/user.js";
import {
  STATION_SCHEMA_VERSION,
  type Station,
  type StationFacts,
  type StationId,
} from "../../shared/stations/station.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import type { PutOutcome } from "./station-store.js";

type Needs = Pick<Dependencies, "stations" | "clock" | "newId">;

/** Adds a station of an officer's reach. */
export async function createStation(deps: Needs, facts: StationFacts, officer: User): Promise<Station> {
  requireReach(officer, facts.district.code);
  const now = deps.clock();
  const station: Station = {
    ...facts,
    schemaVersion: STATION_SCHEMA_VERSION,
    id: deps.newId("st"),
    revision: 1,
    verified: { location: now, services: null, open: null },
    closure: null,
    reportedClosedUntil: null,
    isDemo: false,
    withdrawnAt: null,
    createdAt: now,
    updatedAt: now,
  };
  requireStored(await deps.stations.put({ station, previous: null }));
  return station;
}

/**
 * Changes what an office says about a station. Officers change stations of their reach only, and cannot move one out
 * of it. A change that names the `revision` it was made from is refused when the station moved on; without one it is
 * made from the newest.
 */
export async function changeStation(
  deps: Needs,
  { id, facts, revision }: { id: StationId; facts: Partial<StationFacts>; revision?: number },
  officer: User,
): Promise<Station> {
  return retryingConflicts(revision === undefined ? 5 : 1, async () => {
    const previous = await findInReach(deps, id, officer);
    if (revision !== undefined && revision !== previous.revision) throw new ApiError("conflict");
    const now = deps.clock();
    const changed = { ...previous, ...facts };
    requireReach(officer, changed.district.code);
    if (isDeepStrictEqual(changed, previous)) return previous;
    const hasMoved = !isDeepStrictEqual(changed.location, previous.location);
    const station: Station = {
      ...changed,
      revision: previous.revision + 1,
      verified: { ...previous.verified, location: hasMoved ? now : previous.verified.location },
      updatedAt: now,
    };
    requireStored(await deps.stations.put({ station, previous }));
    return station;
  });
}

/** Takes a station off every list; its record stays. Taking it off twice changes nothing. */
export async function withdrawStation(deps: Needs, id: StationId, officer: User): Promise<Station> {
  return retryingConflicts(5, async () => {
    const previous = await findInReach(deps, id, officer);
    if (previous.withdrawnAt !== null) return previous;
    const now = deps.clock();
    const station: Station = { ...previous, revision: previous.revision + 1, withdrawnAt: now, updatedAt: now };
    requireStored(await deps.stations.put({ station, previous }));
    return station;
  });
}

async function findInReach({ stations }: Needs, id: StationId, officer: User): Promise<Station> {
  const station = await stations.find(id);
  if (station === null) throw new ApiError("not_found");
  requireReach(officer, station.district.code);
  return station;
}

function requireReach(officer: User, districtCode: string | null): void {
  if (!officerReaches(officer, districtCode)) throw new ApiError("not_allowed");
}

function requireStored(outcome: PutOutcome): void {
  if (outcome !== "stored") throw new ApiError(outcome);
}

/** Two people changed the same station at once: the later one starts from what the earlier one left. */
async function retryingConflicts<T>(attempts: number, change: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await change();
    } catch (error) {
      const isConflict = error instanceof ApiError && error.code === "conflict";
      if (!isConflict || attempt >= attempts) throw error;
    }
  }
}
