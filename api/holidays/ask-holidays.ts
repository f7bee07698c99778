import { beijingDayNumber, beijingMinuteOfDay } from "../../shared/common/time.js";
import { holidaysWithin } from "../../shared/holidays/coming-holidays.js";
import { ASKED_DAYS_BEFORE, askingDue, unsaidDays } from "../../shared/holidays/roll-call.js";
import type { StationId } from "../../shared/stations/station.js";
import type { Dependencies } from "../dependencies.js";
import { askKeepers } from "../notices/ask-keepers.js";
import { keeperIdsOfStations, readRoleHolders } from "../notices/people-of-stations.js";
import { rollCallDetail } from "../notices/say-roll-call.js";
import { EVERYWHERE, pageOfReach } from "../stations/stations-in-reach.js";

/** Nobody is asked before eight in the morning. */
const FROM_MINUTE = 8 * 60;
const BATCH = 500;

/**
 * Asks the keepers of every station whose hours do not say whether it opens on a holiday: 10 days before, and again 7, 3
 * and 1 day before, by a message to each of them. Each asking happens once; one that broke off goes on where it stopped.
 */
export async function askHolidays(deps: Dependencies, signal?: AbortSignal): Promise<{ changed: number }> {
  const now = deps.clock();
  const today = beijingDayNumber(now);
  if (beijingMinuteOfDay(now) < FROM_MINUTE) return { changed: 0 };
  let changed = 0;
  for (const holiday of holidaysWithin(today, ASKED_DAYS_BEFORE[0])) {
    const before = askingDue(holiday, today);
    if (before === null || (await deps.rollCalls.isDone(holiday, before))) continue;
    const keepers = keeperIdsOfStations(await readRoleHolders(deps));
    const question = { question: "roll-call", detail: rollCallDetail(holiday, before), dueAt: now };
    for await (const ids of silentStations(
      deps,
      (id) => keepers.has(id),
      (hours) => unsaidDays(hours, holiday).length > 0,
    )) {
      if (signal?.aborted) return { changed };
      // The same asking twice is one message: a run that broke off may begin its helping anew.
      for (const id of ids) await askKeepers(deps, keepers.get(id) ?? [], { stationId: id, ...question });
      await deps.rollCalls.ask(holiday, before, ids, now);
      changed += ids.length;
    }
    await deps.rollCalls.done(holiday, before, now);
  }
  return { changed };
}

type HoursOf = Parameters<typeof unsaidDays>[0];

async function* silentStations(
  deps: Dependencies,
  hasKeeper: (id: StationId) => boolean,
  isSilent: (hours: HoursOf) => boolean,
): AsyncGenerator<StationId[]> {
  let cursor: string | null = "";
  while (cursor !== null) {
    const page: Awaited<ReturnType<typeof pageOfReach>> = await pageOfReach(deps, EVERYWHERE, cursor, BATCH);
    yield page.stations.filter(({ id, hours }) => hasKeeper(id) && isSilent(hours)).map(({ id }) => id);
    cursor = page.nextCursor;
  }
}
