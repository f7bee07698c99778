import { isDeepStrictEqual } from "node:util";
import type { FieldConflict } from "../../shared/contract/error-answer.js";
import { mayAt } from "../../shared/people/permissions.js";
import { MOST_CHANGES, type UndoAnswer } from "../../shared/stations/bulk-change.js";
import { factOf, factValue, partsOf } from "../../shared/stations/fact-fields.js";
import type { Station, StationId } from "../../shared/stations/station.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import type { Doer } from "../people/doer.js";
import { jsonOf } from "../stations/fact-conflicts.js";
import { type ActChange, actChange } from "./change-many.js";
import type { StationDiff } from "./change-store.js";

type Needs = Pick<Dependencies, "stations" | "changes" | "clock" | "newId">;

const ATTEMPTS = 5;

/**
 * Takes back what a change of many stations did, within a day. What somebody has changed since stays as they made it, and
 * is named. An undo that broke off is continued by asking for it again; asked for once more, it answers the same.
 *
 * @throws ApiError `not_found`; `change_over` after a day; `not_allowed` where a station of it is out of the officer's reach
 */
export async function undoChange(deps: Needs, changeId: string, doer: Doer): Promise<UndoAnswer> {
  const undoId = changeId.replace(/^ch_/, "un_");
  const act = await deps.changes.find(changeId);
  if (act === null) throw new ApiError("not_found");
  const ids = await deps.changes.stationIds(changeId);
  const reached = await deps.stations.findMany(ids);
  const isReached = reached.every(({ id, district }) =>
    mayAt(doer.user, "station:change", { id, districtCode: district.code }),
  );
  if (!isReached) throw new ApiError("not_allowed");
  if (!act.isUndone && deps.changes.undoUntil(act, deps.clock()) === null) throw new ApiError("change_over");
  await deps.changes.markUndone(changeId, deps.clock());
  const conflicts: FieldConflict[] = [];
  // What calls that were under way have changed until then is part of it.
  const all = await deps.changes.stationIds(changeId);
  for (let first = 0; first < all.length; first += MOST_CHANGES) {
    conflicts.push(...(await undoSome(deps, { changeId, undoId, ids: all.slice(first, first + MOST_CHANGES) }, doer)));
  }
  return { changeId: undoId, changed: (await deps.changes.stationIds(undoId)).length, conflicts };
}

async function undoSome(
  deps: Needs,
  { changeId, undoId, ids }: { changeId: string; undoId: string; ids: StationId[] },
  doer: Doer,
): Promise<FieldConflict[]> {
  const by = { author: doer.author, action: "station:undo" } as const;
  const conflicts = new Map<StationId, FieldConflict[]>();
  let rest = ids;
  for (let attempt = 1; attempt <= ATTEMPTS && rest.length > 0; attempt++) {
    const now = deps.clock();
    const stations = await deps.stations.findMany(rest);
    const [did, undid] = await Promise.all([deps.changes.diffs(changeId, rest), deps.changes.diffs(undoId, rest)]);
    const changes = stations.flatMap((station): ActChange[] => {
      const diff = did.get(station.id);
      if (diff === undefined) return [];
      const back = wayBack(station, diff, undid.get(station.id) ?? null);
      conflicts.set(station.id, back.conflicts);
      const change = actChange(station, back.facts, undid.get(station.id) ?? null, by, now);
      return change === null ? [] : [change];
    });
    if (changes.length === 0) break;
    const part = { changeId: undoId, owner: changeId, ...by, changes, skips: true, now };
    const outcome = await deps.changes.apply(part, deps.newId("im"));
    if (outcome.state === "over") throw new ApiError("change_over");
    for (const { id, reason } of outcome.refused) {
      if (reason === "conflict") continue;
      const change = changes.find(({ station }) => station.id === id);
      conflicts.set(id, change ? [takenConflict(change, reason)] : []);
    }
    rest = outcome.refused.flatMap(({ id, reason }) => (reason === "conflict" ? [id] : []));
  }
  return [...conflicts.values()].flat();
}

/** What takes a station back to where it was, fact by fact; a fact that has another value since is left as it is. */
function wayBack(
  station: Station,
  { from, to }: StationDiff,
  undone: StationDiff | null,
): { facts: Partial<Station>; conflicts: FieldConflict[] } {
  const facts: Record<string, unknown> = {};
  const conflicts: FieldConflict[] = [];
  for (const field of new Set(Object.keys(to).map(factOf))) {
    if (field === "verified") continue;
    const parts = partsOf(field).filter((part) => part in to);
    const isAt = (values: Record<string, unknown>) =>
      parts.every((part) => isDeepStrictEqual(jsonOf(station[part]) ?? null, values[part] ?? null));
    if (isAt(from) || parts.some((part) => undone !== null && part in undone.to)) continue;
    if (isAt(to)) for (const part of parts) facts[part] = from[part] ?? null;
    else {
      const before = { ...station, ...Object.fromEntries(parts.map((part) => [part, from[part]])) };
      conflicts.push({ id: station.id, field, theirs: factValue(station, field), yours: factValue(before, field) });
    }
  }
  const verified = from.verified as Station["verified"] | undefined;
  if (facts.location !== undefined && verified) facts.verified = { ...station.verified, location: verified.location };
  return { facts: facts as Partial<Station>, conflicts };
}

function takenConflict({ station, previous }: ActChange, reason: "code_taken" | "name_taken"): FieldConflict {
  const field = reason === "code_taken" ? "code" : "name";
  return { id: station.id, field, theirs: previous && factValue(previous, field), yours: factValue(station, field) };
}
