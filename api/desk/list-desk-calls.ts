import { instantText } from "../../shared/core/instant.js";
import type { EpochMs } from "../../shared/core/time.js";
import type { DeskCall, DeskCalls } from "../../shared/desk/call-answer.js";
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
  "stations" | "districts" | "users" | "reports" | "grants" | "clock" | "trustSettings" | "messageTemplates" | "wechat"
>;

const MOST_CALLS = 2_000;

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
  const calls = keepers.flatMap((keeper, at) => {
    const counts = counted.map(({ kind }, place) => [kind, left[at]?.[place] ?? 0] as const);
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
          waits: waitsWords(deps, station, tasks.get(id) ?? [], now),
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

function waitsWords({ trustSettings }: Needs, station: Station, tasks: readonly Task[], now: EpochMs): string | null {
  const overdue = tasks.filter((task) => isOverdue(task, now, trustSettings.taskDays)).length;
  const days = unconfirmedDays(station, now);
  const parts = [
    ...(tasks.some(({ kind }) => kind === "door_closed") ? ["有人说门没开"] : []),
    ...(overdue > 0 ? [`任务超时 ${overdue} 件`] : []),
    ...(medicineNotices(station, now).length > 0 ? ["药品快到期"] : []),
    ...(days >= UNCONFIRMED_DAYS[0] ? [station.verified.open === null ? "从没确认过" : `${days} 天没确认`] : []),
  ];
  return parts.length === 0 ? null : parts.join("，");
}
