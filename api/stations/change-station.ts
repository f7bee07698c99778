import { isDeepStrictEqual } from "node:util";
import type { EpochMs } from "../../shared/common/time.js";
import { type Action, mayAt } from "../../shared/people/permissions.js";
import {
  STATION_SCHEMA_VERSION,
  type Station,
  type StationFacts,
  type StationId,
} from "../../shared/stations/station.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import type { Doer } from "../people/doer.js";
import { STALE, untilStored } from "../until-stored.js";
import { conflictsOf } from "./fact-conflicts.js";
import { withCode } from "./import/settle-city.js";
import { withoutPastDays } from "./past-days.js";
import type { StationDeed } from "./station-change.js";
import type { PutOutcome } from "./station-store.js";

type Needs = Pick<Dependencies, "stations" | "clock" | "newId">;

/**
 * Adds a station of an officer's reach.
 *
 * @throws ApiError `code_taken`, `name_taken`; where a withdrawn station has it, naming that one, which can be reinstated
 */
export async function createStation(deps: Needs, facts: StationFacts, { user, author }: Doer): Promise<Station> {
  const now = deps.clock();
  const id = deps.newId("st");
  const district = await withCode(deps.stations, facts, user.reach);
  if (!mayAt(user, "station:create", { id, districtCode: district.code })) throw new ApiError("not_allowed");
  const station: Station = {
    ...facts,
    district,
    schemaVersion: STATION_SCHEMA_VERSION,
    id,
    revision: 1,
    verified: { location: now, services: null, open: null },
    closure: null,
    confirmedBy: null,
    reportedClosedUntil: null,
    openReportCount: 0,
    isDemo: false,
    withdrawnAt: null,
    createdAt: now,
    updatedAt: now,
  };
  const outcome = await deps.stations.put({ station, previous: null, by: { author, action: "station:create" } });
  if (outcome !== "stored") throw await refusalOf(deps, outcome, station);
  return station;
}

/**
 * Changes what an office says about a station. Officers change stations of their reach only, and cannot move one out
 * of it. A fact that somebody else has changed since the `revision` the change was made from is overwritten by nobody
 * who has not seen it.
 *
 * @throws ApiError `conflict` naming each such fact with both values
 */
export async function changeStation(
  deps: Needs,
  { id, facts, revision }: { id: StationId; facts: Partial<StationFacts>; revision: number },
  doer: Doer,
): Promise<Station> {
  const known = facts.district?.code === null ? await deps.stations.find(id) : null;
  const district =
    known === null ? facts.district : await withCode(deps.stations, { ...known, ...facts }, doer.user.reach);
  return updateStation(deps, { id, action: "station:change", doer }, (station, now) => {
    const conflicts = conflictsOf(station, { ...facts, ...(district ? { district } : {}) }, revision);
    if (conflicts.length > 0) throw new ApiError("conflict", undefined, undefined, conflicts);
    const districtCode = (district ?? station.district).code;
    if (!mayAt(doer.user, "station:change", { id, districtCode })) throw new ApiError("not_allowed");
    const hasMoved = facts.location !== undefined && !isDeepStrictEqual(facts.location, station.location);
    return {
      ...facts,
      ...(district ? { district } : {}),
      ...(hasMoved ? { verified: { ...station.verified, location: now } } : {}),
    };
  });
}

/** Takes a station off every list; its record stays. Taking it off twice changes nothing. */
export function withdrawStation(deps: Needs, id: StationId, doer: Doer): Promise<Station> {
  return updateStation(deps, { id, action: "station:withdraw", doer }, ({ withdrawnAt }, now) => ({
    withdrawnAt: withdrawnAt ?? now,
  }));
}

/** Puts a withdrawn station back on every list, as it was. Doing it twice changes nothing. */
export function reinstateStation(deps: Needs, id: StationId, doer: Doer): Promise<Station> {
  return updateStation(deps, { id, action: "station:reinstate", doer }, () => ({ withdrawnAt: null }));
}

/**
 * Changes a station from its newest state, with the record of who did it, in one step; when somebody else changed it
 * meanwhile, the change is decided again from what they left. A change that changes nothing is not stored.
 *
 * @param decide what becomes different, from the station as it is; may run several times, may throw an ApiError
 */
export async function updateStation(
  deps: Pick<Needs, "stations" | "clock">,
  { id, action, doer }: { id: StationId; action: Action & StationDeed["action"]; doer: Doer },
  decide: (station: Station, now: EpochMs) => Partial<Station> | Promise<Partial<Station>>,
): Promise<Station> {
  return changeFromNewest(deps, id, async (station, now) => {
    if (!mayAt(doer.user, action, { id, districtCode: station.district.code })) throw new ApiError("not_allowed");
    return { change: await decide(station, now), by: { author: doer.author, action } };
  });
}

/** As {@link updateStation}, for changes that need nobody's permission; they name who makes them and what it is. */
export async function changeFromNewest(
  { stations, clock }: Pick<Needs, "stations" | "clock">,
  id: StationId,
  decide: (station: Station, now: EpochMs) => Promise<{ change: Partial<Station>; by: StationDeed }>,
): Promise<Station> {
  return untilStored(async () => {
    const previous = await stations.find(id);
    if (previous === null) throw new ApiError("not_found");
    const now = clock();
    const { change, by } = await decide(previous, now);
    const changed = { ...previous, ...change };
    if (isDeepStrictEqual(changed, previous)) return previous;
    const station = withoutPastDays({ ...changed, revision: previous.revision + 1, updatedAt: now }, now);
    const outcome = await stations.put({ station, previous, by });
    if (outcome === "stored") return station;
    if (outcome !== "conflict") throw await refusalOf({ stations }, outcome, station);
    return STALE;
  });
}

/** Why a station was not stored. A name or code that a withdrawn station has belongs to that one, which can come back. */
async function refusalOf(
  { stations }: Pick<Needs, "stations">,
  outcome: Exclude<PutOutcome, "stored">,
  { code, name, district }: Station,
): Promise<ApiError> {
  if (outcome === "conflict") return new ApiError(outcome);
  const [id] =
    outcome === "code_taken"
      ? await stations.findIdsByCodes(code === null ? [] : [code])
      : await stations.findIdsByNames([{ name, districtText: district.text }]);
  const owner = id ? await stations.find(id) : null;
  if (owner === null || owner.withdrawnAt === null) return new ApiError(outcome);
  const message = `${owner.district.text}「${owner.name}」撤下了还占着它；不用新建，恢复那个驿站就行`;
  const path = outcome === "code_taken" ? "code" : "name";
  return new ApiError(outcome, [{ path, message }], { id: owner.id, state: "withdrawn", version: owner.revision });
}
