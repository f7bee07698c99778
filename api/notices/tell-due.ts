import { beijingDayNumber } from "../../shared/common/time.js";
import {
  stationNotices,
  taskNotices,
  UNCONFIRMED_DAYS_OFFICER,
  unconfirmedDays,
} from "../../shared/notices/due-notices.js";
import { officerReaches } from "../../shared/people/roles.js";
import type { UserId } from "../../shared/people/user.js";
import type { Station, StationId } from "../../shared/stations/station.js";
import { isOverdue } from "../../shared/trust/task-deadlines.js";
import type { Dependencies } from "../dependencies.js";
import { assigneesOf } from "../trust/present-task.js";
import { tell } from "./ask-keepers.js";
import { keeperIdsOfStations, readRoleHolders } from "./people-of-stations.js";

/** How many stations or tasks are read from Redis at a time. */
const BATCH = 500;

/**
 * Puts into the outbox what the deadlines of tasks call for: for the person a task was given to, or else for the keepers.
 * What only people reported whom nobody vouches for is in everybody's lists and costs no message.
 *
 * @param signal stops it between two helpings; the next run begins anew and tells nobody twice
 */
export async function tellOfTasks(deps: Dependencies, signal?: AbortSignal): Promise<{ changed: number }> {
  const now = deps.clock();
  const open = await deps.reports.openTasks(now);
  const due = open.filter((task) => taskNotices(task, now, deps.trustSettings.taskDays).length > 0);
  if (due.length === 0) return { changed: 0 };
  const people = await readRoleHolders(deps);
  const keepers = keeperIdsOfStations(people);
  let changed = 0;
  for (let first = 0; first < due.length && !signal?.aborted; first += BATCH) {
    const batch = due.slice(first, first + BATCH);
    const assignees = await assigneesOf(deps, batch);
    for (const told of await deps.reports.withReports(batch)) {
      const assignee = assignees.get(told.task.id);
      const users = assignee === undefined ? (keepers.get(told.task.stationId) ?? []) : [assignee.id];
      // An officer who gives it to somebody takes it for true.
      if (users.length === 0 || (assignee === undefined && (await deps.reports.isUnvouched(told)))) continue;
      for (const notice of taskNotices(told.task, now, deps.trustSettings.taskDays)) {
        for (const user of users) await tell(deps, user, notice, now);
        changed += users.length;
      }
    }
  }
  const overdue = open.filter((task) => isOverdue(task, now, deps.trustSettings.taskDays));
  for (const officer of people.filter((one) => overdue.some(({ districtCode }) => officerReaches(one, districtCode)))) {
    await tellOfficer(deps, officer.id, now);
  }
  return { changed };
}

/** Puts into the outbox what has aged at the stations: medicine, and doors that nobody confirms. Made again as above. */
export async function tellWhatAges(deps: Dependencies, signal?: AbortSignal): Promise<{ changed: number }> {
  const now = deps.clock();
  const people = await readRoleHolders(deps);
  const keepers = keeperIdsOfStations(people);
  const forgotten: (string | null)[] = [];
  const ids = [...keepers.keys()];
  let changed = 0;
  for (let first = 0; first < ids.length && !signal?.aborted; first += BATCH) {
    const stations = await deps.stations.findMany(ids.slice(first, first + BATCH));
    for (const station of stations.filter(({ withdrawnAt }) => withdrawnAt === null)) {
      changed += await tellKeepers(deps, station, keepers, now);
      if (unconfirmedDays(station, now) >= UNCONFIRMED_DAYS_OFFICER) forgotten.push(station.district.code);
    }
  }
  for (const officer of people.filter((one) => forgotten.some((code) => officerReaches(one, code)))) {
    await tellOfficer(deps, officer.id, now);
  }
  return { changed };
}

async function tellKeepers(
  deps: Dependencies,
  station: Station,
  keepers: ReadonlyMap<StationId, UserId[]>,
  now: number,
): Promise<number> {
  const users = keepers.get(station.id) ?? [];
  const notices = stationNotices(station, now);
  for (const notice of notices) {
    for (const user of users) await tell(deps, user, notice, now);
  }
  return notices.length * users.length;
}

/** One message a day, however much there is: what it counts is counted when it is sent. */
async function tellOfficer(deps: Dependencies, officer: UserId, now: number): Promise<void> {
  await tell(deps, officer, { name: "officer_day", about: officer, detail: String(beijingDayNumber(now)) }, now);
}
