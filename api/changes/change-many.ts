import { isDeepStrictEqual } from "node:util";
import type { EpochMs } from "../../shared/common/time.js";
import type { FieldConflict } from "../../shared/contract/error-answer.js";
import { ERRORS } from "../../shared/contract/error-codes.js";
import { mayAt } from "../../shared/people/permissions.js";
import type { BulkAnswer, BulkChange } from "../../shared/stations/bulk-change.js";
import { partsOf } from "../../shared/stations/fact-fields.js";
import type { Station, StationId } from "../../shared/stations/station.js";
import type { StationSet } from "../../shared/stations/station-input.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import type { Doer } from "../people/doer.js";
import { conflictsOf } from "../stations/fact-conflicts.js";
import { stationPatchOf } from "../stations/facts-of-input.js";
import { withCode } from "../stations/import/settle-city.js";
import { withoutPastDays } from "../stations/past-days.js";
import { differences, type StationChange } from "../stations/station-change.js";
import type { RefusedChange } from "../stations/station-import-store.js";
import { STALE, untilStored } from "../until-stored.js";
import type { StationDiff } from "./change-store.js";

type Needs = Pick<Dependencies, "stations" | "changes" | "clock" | "newId">;
export type ActChange = StationChange & { told: StationDiff };

interface Plan {
  changes: ActChange[];
  /** Stations that are as they are wanted, by an earlier call of the same act. */
  done: Station[];
  conflicts: FieldConflict[];
}

/**
 * Changes facts of many stations of an officer's reach, all of them or none; with `skipConflicts` all but the fields that
 * somebody else has changed since. Sending the same again changes nothing and answers the same.
 *
 * @throws ApiError `conflict` naming each such field with both values; `not_allowed`, `not_found` and `invalid_input`
 *   naming the station; `change_over` for an act of another day, or one that was taken back
 */
export async function changeMany(deps: Needs, request: BulkChange, doer: Doer): Promise<BulkAnswer> {
  const changeId = request.changeId ?? deps.newId("ch");
  return untilStored(async () => {
    const now = deps.clock();
    const plan = await planChanges(deps, { ...request, changeId }, doer, now);
    if (plan.conflicts.length > 0 && !request.skipConflicts) throw conflictOf(plan.conflicts);
    const changed = [...plan.changes.map(({ station }) => station), ...plan.done];
    const revisions = Object.fromEntries(changed.map(({ id, revision }) => [id, revision]));
    const answer = { changeId, changed: changed.length, conflicts: plan.conflicts, revisions };
    if (plan.changes.length === 0) return answer;
    const outcome = await deps.changes.apply(
      {
        changeId,
        owner: doer.user.id,
        author: doer.author,
        action: "station:change-many",
        changes: plan.changes,
        skips: false,
        now,
      },
      deps.newId("im"),
    );
    if (outcome.state === "stored") return answer;
    if (outcome.state === "not_allowed") throw new ApiError("not_allowed");
    if (outcome.state === "over") throw new ApiError("change_over");
    refuseTaken(outcome.refused, request);
    return STALE;
  });
}

async function planChanges(
  deps: Needs,
  { changeId, changes }: BulkChange & { changeId: string },
  doer: Doer,
  now: EpochMs,
): Promise<Plan> {
  const ids = changes.map(({ id }) => id);
  // In this order: a station that changes in between is refused by its revision.
  const known = new Map((await deps.stations.findMany(ids)).map((station) => [station.id, station]));
  const before = await deps.changes.diffs(changeId, ids);
  const plan: Plan = { changes: [], done: [], conflicts: [] };
  for (const wanted of changes) {
    const previous = known.get(wanted.id);
    if (previous === undefined) throw refused("not_found", wanted.id);
    const earlier = before.get(wanted.id) ?? null;
    const facts = await factsOf(deps, previous, wanted.set, doer, now);
    const { kept, conflicts } = withoutConflicts(previous, facts, wanted.revision, earlier);
    plan.conflicts.push(...conflicts);
    const change = actChange(previous, kept, earlier, { author: doer.author, action: "station:change-many" }, now);
    if (change !== null) plan.changes.push(change);
    else if (earlier !== null && conflicts.length === 0) plan.done.push(previous);
  }
  return plan;
}

/** What is to be set, as it stands in a document. */
async function factsOf(
  deps: Needs,
  previous: Station,
  { withdrawn, ...set }: StationSet,
  doer: Doer,
  now: EpochMs,
): Promise<Partial<Station>> {
  const { id } = previous;
  const facts: Partial<Station> = stationPatchOf(set, now);
  if (facts.district?.code === null) {
    facts.district = await withCode(deps.stations, { ...previous, ...facts }, doer.user.reach);
  }
  const places = [previous.district.code, ...(facts.district ? [facts.district.code] : [])];
  const action = withdrawn === undefined ? "station:change" : "station:withdraw";
  if (!places.every((districtCode) => mayAt(doer.user, action, { id, districtCode }))) throw refused("not_allowed", id);
  if (withdrawn !== undefined) facts.withdrawnAt = withdrawn ? (previous.withdrawnAt ?? now) : null;
  return facts;
}

/** The facts that nobody else has changed since the revision they were decided from. */
function withoutConflicts(
  previous: Station,
  facts: Partial<Station>,
  revision: number,
  earlier: StationDiff | null,
): { kept: Partial<Station>; conflicts: FieldConflict[] } {
  const conflicts = conflictsOf(previous, facts, revision, earlier?.to);
  const left = new Set(conflicts.flatMap(({ field }) => partsOf(field)));
  const kept = Object.entries(facts).filter(([part]) => !left.has(part as keyof Station));
  return { kept: Object.fromEntries(kept), conflicts };
}

/** A change as a part of an act, whose earlier parts may have changed the same station; null: it changes nothing. */
export function actChange(
  previous: Station,
  facts: Partial<Station>,
  earlier: StationDiff | null,
  by: StationChange["by"],
  now: EpochMs,
): ActChange | null {
  const changed = { ...previous, ...facts };
  if (isDeepStrictEqual(changed, previous)) return null;
  const hasMovedAway = facts.location !== undefined && !isDeepStrictEqual(facts.location, previous.location);
  const verified = facts.verified ?? (hasMovedAway ? { ...previous.verified, location: now } : previous.verified);
  const station = withoutPastDays({ ...changed, verified, revision: previous.revision + 1, updatedAt: now }, now);
  const { from, to } = differences(station, previous);
  return {
    station,
    previous,
    by,
    told: { from: { ...from, ...earlier?.from }, to: { ...earlier?.to, ...to } },
  };
}

function conflictOf(conflicts: readonly FieldConflict[]): ApiError {
  return new ApiError("conflict", undefined, undefined, conflicts);
}

function refused(code: "not_found" | "not_allowed", id: StationId): ApiError {
  return new ApiError(code, [{ path: "id", message: ERRORS[code].message, id }]);
}

/** A code or a name that another station has is a wrong value; a station that moved on is looked at again. */
function refuseTaken(refusedChanges: readonly RefusedChange[], { changes }: BulkChange): void {
  const problems = refusedChanges.flatMap(({ id, reason }) => {
    if (reason === "conflict") return [];
    const field = reason === "code_taken" ? "code" : "name";
    const index = changes.findIndex((change) => change.id === id);
    return [{ path: `changes.${index}.set.${field}`, message: ERRORS[reason].message, id }];
  });
  if (problems.length > 0) throw new ApiError("invalid_input", problems);
}
