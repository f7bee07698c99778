import type { z } from "zod";
import type { RollCallAnswers, RollCallDone } from "../../shared/holidays/holiday-answer.js";
import { withSaidDays } from "../../shared/stations/said-days.js";
import type { StationId } from "../../shared/stations/station.js";
import { ApiError } from "../api-error.js";
import { changeMany } from "../changes/change-many.js";
import type { Dependencies } from "../dependencies.js";
import type { Doer } from "../people/doer.js";

/**
 * Answers for many stations in one act. 照常 says nothing of a station without usual hours: those are named and stay as
 * they are.
 *
 * @throws ApiError as {@link changeMany}; invalid_input for dates that are over, or hours that overlap
 */
export async function answerRollCall(
  deps: Dependencies,
  { changeId = deps.newId("ch"), stationIds, days }: z.infer<typeof RollCallAnswers>,
  doer: Doer,
): Promise<z.infer<typeof RollCallDone>> {
  const now = deps.clock();
  const ids = [...new Set(stationIds)];
  const stations = await deps.stations.findMany(ids);
  if (stations.length < ids.length) throw new ApiError("not_found");
  const withoutUsual: StationId[] = [];
  const changes = stations.flatMap(({ id, hours, revision }) => {
    const decided = withSaidDays(hours, days, "officer", now);
    if ("hours" in decided) return [{ id, revision, set: { hours: decided.hours } }];
    if (decided.isWithoutUsual !== true) throw new ApiError("invalid_input", [decided.refused]);
    withoutUsual.push(id);
    return [];
  });
  if (changes.length === 0) return { changeId, changed: 0, withoutUsual };
  const { changed } = await changeMany(deps, { changeId, changes, skipConflicts: false }, doer);
  return { changeId, changed, withoutUsual };
}
