import { instantText } from "../../shared/common/instant.js";
import type { EpochMs } from "../../shared/common/time.js";
import type { DeskCall, DeskCalls } from "../../shared/desk/call-answer.js";
import { holidayQuestion } from "../../shared/holidays/roll-call.js";
import { medicineNotices, UNCONFIRMED_DAYS, unconfirmedDays } from "../../shared/notices/due-notices.js";
import type { User } from "../../shared/people/user.js";
import type { Station, StationId } from "../../shared/stations/station.js";
import type { Task } from "../../shared/trust/report.js";
import { isOverdue } from "../../shared/trust/task-deadlines.js";
import type { Dependencies } from "../dependencies.js";
import { readRoleHolders } from "../notices/people-of-stations.js";
import { countedTemplates } from "../notices/take-grants.js";
import { stationsInReach } from "../stations/stations-in-reach.js";

type Needs = Pick<
  Dependencies,
  | "stations"
  | "districts"
  | "users"
  | "reports"
  | "wishes"
  | "grants"
  | "clock"
  | "trustSettings"
  | "messageTemplates"
  | "wechat"
>;

const MOST_CALLS = 2_000;
/** Of how many stations the wishes that wait are read at a time, and how many of them. */
const STATIONS_AT_ONCE = 200;
const MOST_WISHES = 500;

/** 打电话: the keepers of an officer's reach, those first whom no message reaches while something waits. */
export async function listDeskCalls(deps: Needs, officer: User): Promise<DeskCalls> {
  const now = deps.clock();
  const [stations, people, tasks] = await Promise.all([
    stationsInReach(deps, officer),
    readRoleHolders(deps),
    tasksByStation(deps, now),
  ]);
  const stationById = new Map(stations.map((station) => [station.id, station]));
  const keepers = people.filter(
    ({ roles, stationIds }) => roles.includes("keeper") && stationIds.some((id) => stationById.has(id)),
  );
  const counted = countedTemplates(deps).filter(({ kind }) => kind !== "report_answered");
  const left = await deps.grants.leftOfMany(
    keepers.map(({ id }) => id),
    counted.map(({ template }) => template),
  );
  const kept = new Set(keepers.flatMap(({ stationIds }) => stationIds.filter((id) => stationById.has(id))));
  const wishes = await wishesByStation(deps, [...kept], now);
  const calls = keepers.flatMap((keeper, at) => {
    const counts = counted.map(({ kind }, index) => [kind, left[at]?.[index] ?? 0] as const);
    return keeper.stationIds.flatMap((id): DeskCall[] => {
      const station = stationById.get(id);
      if (station === undefined) return [];
      return [
        {
          userId: keeper.id,
          keeperName: keeper.name,
          stationId: id,
          stationName: station.name,
          phone: station.phone,
          left: Object.fromEntries(counts),
          isOutOfReach: counts.every(([, count]) => count === 0),
          waits: waitsWords(deps, station, { tasks: tasks.get(id) ?? [], wishes: wishes.get(id) ?? 0 }, now),
        },
      ];
    });
  });
  return {
    asOf: instantText(now),
    calls: calls.sort((one, other) => urgency(other) - urgency(one)).slice(0, MOST_CALLS),
    total: calls.length,
    outOfReach: calls.filter(({ isOutOfReach }) => isOutOfReach).length,
  };
}

function urgency({ isOutOfReach, waits }: DeskCall): number {
  return (waits === null ? 0 : 2) + (isOutOfReach ? 1 : 0) + (isOutOfReach && waits !== null ? 2 : 0);
}

async function tasksByStation({ reports }: Needs, now: EpochMs): Promise<Map<StationId, Task[]>> {
  const found = new Map<StationId, Task[]>();
  for (const task of await reports.openTasks(now)) {
    found.set(task.stationId, [...(found.get(task.stationId) ?? []), task]);
  }
  return found;
}

/** How many wishes wait at stations to be handed over. */
async function wishesByStation(
  { wishes }: Needs,
  ids: readonly StationId[],
  now: EpochMs,
): Promise<Map<StationId, number>> {
  const counts = new Map<StationId, number>();
  for (let first = 0; first < ids.length; first += STATIONS_AT_ONCE) {
    const some = ids.slice(first, first + STATIONS_AT_ONCE);
    const waiting = await wishes.readWaitingAt(some, { offset: 0, count: MOST_WISHES, now });
    for (const { state, pickup, stationId } of waiting.wishes) {
      const place = pickup?.stationId ?? stationId;
      if (state === "ready") counts.set(place, (counts.get(place) ?? 0) + 1);
    }
  }
  return counts;
}

interface Waiting {
  tasks: readonly Task[];
  /** How many wishes wait to be handed over. */
  wishes: number;
}

/** Everything a message could tell the keeper of; null: nothing. */
function waitsWords(
  { trustSettings }: Needs,
  station: Station,
  { tasks, wishes }: Waiting,
  now: EpochMs,
): string | null {
  const overdue = tasks.filter((task) => isOverdue(task, now, trustSettings.taskDays)).length;
  const inTime = tasks.filter(({ kind }) => kind !== "door_closed").length;
  const days = unconfirmedDays(station, now);
  const asked = holidayQuestion(station.hours, now);
  const parts = [
    ...(tasks.some(({ kind }) => kind === "door_closed") ? ["有人说门没开"] : []),
    ...(overdue > 0 ? [`任务超时 ${overdue} 件`] : inTime > 0 ? [`任务 ${inTime} 件`] : []),
    ...(wishes > 0 ? [`心愿等人领 ${wishes} 件`] : []),
    ...(asked === null ? [] : [`${asked.holiday.name}开不开没说`]),
    ...(medicineNotices(station, now).length > 0 ? ["药品快到期"] : []),
    ...(days >= UNCONFIRMED_DAYS[0] ? [station.verified.open === null ? "从没确认过" : `${days} 天没确认`] : []),
  ];
  return parts.length === 0 ? null : parts.join("，");
}
