import type { Check, CheckFound, CheckRound, CheckSaid } from "../../shared/checks/check.js";
import { CHECKED_KIT } from "../../shared/checks/checked-kit.js";
import { beijingDate, beijingDayNumber, type EpochMs } from "../../shared/common/time.js";
import type { User } from "../../shared/people/user.js";
import { openingAt } from "../../shared/stations/opening.js";
import { postedAt } from "../../shared/stations/posted-hours.js";
import type { Station } from "../../shared/stations/station.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";

/**
 * Stores what somebody found at a door together with what the product said at that minute. The first word stands; the same
 * person asking again is answered what is kept.
 *
 * @throws ApiError not_found, not_allowed at a station that the person keeps, check_not_now on another day, check_made
 */
export async function makeCheck(
  deps: Dependencies,
  { code, visitId }: { code: string; visitId: string },
  found: CheckFound,
  user: User,
): Promise<Check> {
  const round = await deps.checks.round(code);
  const visit = round?.visits.find(({ id }) => id === visitId);
  if (!round || !visit) throw new ApiError("not_found");
  if (keeps(user, visit.stationId)) throw new ApiError("not_allowed");
  const earlier = await deps.checks.find(round.id, visitId);
  if (earlier !== null) return ownOf(earlier, user);
  const now = deps.clock();
  if (!isWithin(round, now)) throw new ApiError("check_not_now");
  const station = await deps.stations.find(visit.stationId);
  if (station === null) throw new ApiError("not_found");
  const kept = await deps.checks.keep({
    id: visitId,
    roundId: round.id,
    stationId: visit.stationId,
    districtCode: visit.districtCode,
    at: now,
    by: user.id,
    found: { door: found.door, works: found.door === "shut" ? {} : found.works },
    said: saidOf(station, now),
  });
  return ownOf(kept, user);
}

/** Nobody checks a station that they keep. */
export function keeps({ roles, stationIds }: Pick<User, "roles" | "stationIds">, stationId: string): boolean {
  return roles.includes("keeper") && stationIds.includes(stationId);
}

function ownOf(check: Check, { id }: User): Check {
  if (check.by !== id) throw new ApiError("check_made");
  return check;
}

function isWithin({ from, to }: CheckRound, now: EpochMs): boolean {
  const today = beijingDate(beijingDayNumber(now));
  return from <= today && today <= to;
}

/** What the product says of a door now: its posted hours alone, and what a visitor is told. */
function saidOf(station: Station, now: EpochMs): CheckSaid {
  const { state } = openingAt(station, now);
  const answered = state === "open" || state === "closing_soon" ? "open" : state === "unknown" ? "unknown" : "closed";
  const kit = CHECKED_KIT.flatMap((kind) => {
    const entry = station.amenities[kind];
    return entry === undefined ? [] : [[kind, entry.state] as const];
  });
  return { posted: postedAt(station.hours, now).state, answered, amenities: Object.fromEntries(kit) };
}
