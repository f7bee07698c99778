import type { VisitList } from "../../shared/checks/check-answer.js";
import { instantText } from "../../shared/common/instant.js";
import type { User } from "../../shared/people/user.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import { keeps } from "./make-check.js";

/**
 * Where a checker goes: name, address and place of the doors, and nothing of what the product says of them.
 *
 * @throws ApiError not_found for a code of no sample
 */
export async function listVisits(deps: Dependencies, code: string, user: User): Promise<VisitList> {
  const round = await deps.checks.round(code);
  if (round === null) throw new ApiError("not_found");
  const [done, stations] = await Promise.all([
    deps.checks.done(round.id),
    deps.stations.findMany([...new Set(round.visits.map(({ stationId }) => stationId))]),
  ]);
  const byId = new Map(stations.map((station) => [station.id, station]));
  const visits = round.visits.flatMap(({ id, stationId, date, hour }) => {
    const station = byId.get(stationId);
    if (station === undefined || keeps(user, stationId)) return [];
    const { name, address, landmark, location } = station;
    return [{ id, station: { id: stationId, name, address, landmark, location }, date, hour, isDone: done.has(id) }];
  });
  return {
    asOf: instantText(deps.clock()),
    from: round.from,
    to: round.to,
    own: round.visits.filter(({ stationId }) => keeps(user, stationId)).length,
    visits: visits.sort((a, b) => (a.date === b.date ? a.hour - b.hour : a.date < b.date ? -1 : 1)),
  };
}
