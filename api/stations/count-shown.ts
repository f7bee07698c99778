import { instantText } from "../../shared/common/instant.js";
import { beijingDate, beijingDayNumber, type EpochMs } from "../../shared/common/time.js";
import { mayAt } from "../../shared/people/permissions.js";
import type { User } from "../../shared/people/user.js";
import type { StationId } from "../../shared/stations/station.js";
import type { ShownDays } from "../../shared/stations/station-answer.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";

const SHOWN_DAYS = 7;
/** Fewer than this could tell of a person. */
const LEAST_SHOWN = 10;

/**
 * How often a station stood first in lists, for those who look after it.
 *
 * @throws ApiError not_found, not_allowed
 */
export async function countShown(deps: Dependencies, id: StationId, user: User): Promise<ShownDays> {
  const station = await deps.stations.find(id);
  if (station === null || station.withdrawnAt !== null) throw new ApiError("not_found");
  if (!mayAt(user, "station:confirm", { id, districtCode: station.district.code })) throw new ApiError("not_allowed");
  const now = deps.clock();
  const dates = Array.from({ length: SHOWN_DAYS }, (_, back) => beijingDate(beijingDayNumber(now) - back));
  const counts = await deps.shown.of(id, dates);
  return {
    asOf: instantText(now),
    days: dates.map((date, at) => ({ date, times: toldTimes(counts[at]) })),
  };
}

/** How often a station stood first in lists yesterday; null: less than is told. */
export async function shownYesterday({ shown }: Pick<Dependencies, "shown">, id: StationId, now: EpochMs) {
  const [count] = await shown.of(id, [beijingDate(beijingDayNumber(now) - 1)]);
  return toldTimes(count);
}

function toldTimes(count = 0): number | null {
  return count < LEAST_SHOWN ? null : count;
}
