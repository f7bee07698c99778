import type { CheckRound } from "../../shared/checks/check.js";
import { CHECK_CODE_LENGTH, type NewCheckRound } from "../../shared/checks/check-answer.js";
import { drawSample } from "../../shared/checks/draw-sample.js";
import { beijingDate, beijingDayNumber, beijingInstant } from "../../shared/common/time.js";
import { officerReaches } from "../../shared/people/roles.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import type { Doer } from "../people/doer.js";
import { stationsInReach } from "../stations/stations-in-reach.js";

/**
 * Draws a sample of doors within an officer's reach, and keeps it with its seed. Stations that are not withdrawn are drawn
 * from, whatever is known of them: a sample of doors said to be open would measure nothing else.
 *
 * @throws ApiError not_allowed outside the reach, nothing_to_check where there is no station
 */
export async function drawRound(
  deps: Dependencies,
  { area, size, from, to, hours, seed }: NewCheckRound,
  { user, author }: Doer,
): Promise<CheckRound> {
  if (!officerReaches(user, area)) throw new ApiError("not_allowed");
  const stations = await stationsInReach(deps, { roles: ["officer"], reach: [area] });
  if (stations.length === 0) throw new ApiError("nothing_to_check");
  const now = deps.clock();
  const drawnWith = seed ?? seedOf(deps.newId("seed"));
  const visits = drawSample({
    stations: stations.map(({ id, district }) => ({ id, districtCode: district.code })),
    dates: datesBetween(from, to),
    hours: [...new Set(hours)].sort((a, b) => a - b),
    size,
    seed: drawnWith,
  });
  const round: CheckRound = {
    id: deps.newId("cr"),
    code: deps.newCode(CHECK_CODE_LENGTH),
    seed: drawnWith,
    ...{ area, from, to, hours },
    drawnBy: user.id,
    drawnAt: now,
    visits: visits.map(({ id: stationId, districtCode, date, hour }) => ({
      id: deps.newId("ck"),
      ...{ stationId, districtCode, date, hour },
    })),
  };
  await deps.checks.drawn(round);
  await deps.audit.add({
    at: now,
    author,
    action: "check:draw",
    subject: { type: "check", id: round.id },
    districtCode: area === "" ? null : area,
    from: {},
    to: { size, seed: drawnWith },
  });
  return round;
}

/** 32 bits of an id that nobody can guess. */
function seedOf(id: string): number {
  let seed = 0;
  for (const character of id) seed = (Math.imul(seed, 31) + character.charCodeAt(0)) >>> 0;
  return seed;
}

function datesBetween(from: string, to: string): string[] {
  const [first, last] = [from, to].map((date) => beijingDayNumber(beijingInstant(date)));
  if (first === undefined || last === undefined) return [];
  return Array.from({ length: last - first + 1 }, (_, at) => beijingDate(first + at));
}
