import { plaqueShare, sharesOfDay } from "../../shared/circle/coverage.js";
import type { CoverageDay } from "../../shared/circle/coverage-answer.js";
import type { CoverageBasis } from "../../shared/circle/door-hours.js";
import { SERVICE_CIRCLE_METRES } from "../../shared/common/distance.js";
import { beijingDate, beijingDayNumber, beijingMinuteOfDay } from "../../shared/common/time.js";
import { maskOf } from "../../shared/stations/nearest/amenity-mask.js";
import { coreOf } from "../../shared/stations/nearest/station-core.js";
import type { Dependencies } from "../dependencies.js";
import { CityVersions, stationsOf } from "./city-stations.js";

const KEPT_DAYS = 31;
const HALF_HOUR_MINUTES = 30;
const CITY_DIGITS = 4;

/**
 * Keeps today's coverage of every city. What happened is kept as it was known at the time: half hours that had begun
 * at an earlier run of the same day stay as it wrote them, since a closure leaves nothing behind when it ends.
 */
export async function keepCoverageDays(deps: Dependencies, signal?: AbortSignal): Promise<{ changed: number }> {
  const cities = new Set<string>();
  for (const { code } of await deps.districts.listDistricts()) {
    if (code !== null && code.length >= CITY_DIGITS) cities.add(code.slice(0, CITY_DIGITS));
  }
  let changed = 0;
  for (const city of cities) {
    if (signal?.aborted) break;
    await keepToday(deps, city);
    changed += 1;
  }
  return { changed };
}

async function keepToday(deps: Dependencies, city: string): Promise<void> {
  const now = deps.clock();
  const today = beijingDayNumber(now);
  const on = beijingDate(today);
  const { ids } = await new CityVersions(deps).of(city);
  const cores = (await stationsOf(deps, ids)).map(coreOf);
  const measured = (basis: CoverageBasis) =>
    deps.heavyWork.run("measureCoverage", {
      stations: cores,
      firstDay: today,
      days: 1,
      reachMetres: SERVICE_CIRCLE_METRES,
      basis,
      amenities: maskOf([]),
    });
  const posted = await measured("posted");
  const happened = sharesOfDay(await measured("happened"), 0);
  const before = await deps.coverageDays.find(city, on);
  const settled = before?.begun ?? 0;
  const day: CoverageDay = {
    on,
    stations: cores.length,
    cells: posted.ids.length,
    plaques: plaqueShare(posted),
    posted: sharesOfDay(posted, 0),
    happened: [...(before?.happened.slice(0, settled) ?? []), ...happened.slice(settled)],
    begun: Math.floor(beijingMinuteOfDay(now) / HALF_HOUR_MINUTES) + 1,
  };
  await deps.coverageDays.keep(city, day);
  const oldest = beijingDate(today - KEPT_DAYS + 1);
  const kept = await deps.coverageDays.list(city);
  await deps.coverageDays.forget(
    city,
    kept.map((one) => one.on).filter((date) => date < oldest),
  );
}
