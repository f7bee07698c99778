import { beijingDate, beijingDayNumber, beijingMinuteOfDay, type EpochMs } from "../../shared/common/time.js";
import type { Group } from "../../shared/groups/group.js";
import { type Morning, morningWords, urgentWords } from "../../shared/groups/group-words.js";
import { medicineNotices, UNCONFIRMED_DAYS, unconfirmedDays } from "../../shared/notices/due-notices.js";
import { calmFrom } from "../../shared/notices/quiet-hours.js";
import { openingAt } from "../../shared/stations/opening.js";
import type { Station } from "../../shared/stations/station.js";
import { isOverdue } from "../../shared/trust/task-deadlines.js";
import type { Dependencies } from "../dependencies.js";
import { allStationsIn } from "../stations/stations-in-reach.js";
import { sayInGroup } from "./change-groups.js";

/**
 * The morning line goes out from this minute of the day on, and not after noon: a server that was down says nothing
 * late.
 */
const MORNING_FROM = 8 * 60;
const MORNING_UNTIL = 12 * 60;

/**
 * Says in chat groups what waits: once in the morning, and at once when somebody stands before a door. Each line is claimed
 * before it is said, so it is said once at most; what a system surely did not take is said later. All that is urgent at
 * one time is one message: a robot takes twenty a minute.
 */
export async function tellGroups(deps: Dependencies): Promise<{ changed: number }> {
  const groups = await deps.groups.list();
  if (groups.length === 0) return { changed: 0 };
  const now = deps.clock();
  const doors = await standingDoors(deps, now);
  let changed = 0;
  for (const group of groups) {
    if (group.wantsUrgent && (await tellUrgent(deps, group, doors, now))) changed += 1;
    if (group.wantsDigest && isMorning(now) && (await tellMorning(deps, group, now))) changed += 1;
  }
  return { changed };
}

interface StandingDoor {
  line: string;
  station: Station;
}

/** Doors that a person of WeChat stood before lately, that nobody has answered, and that should be open. */
async function standingDoors({ groups, stations, reports }: Dependencies, now: EpochMs): Promise<StandingDoor[]> {
  const found: StandingDoor[] = [];
  for (const line of await groups.lines(now)) {
    const station = await stations.find(line.split("|")[1] ?? "");
    if (station === null || station.withdrawnAt !== null) continue;
    const { state } = openingAt({ ...station, reportedClosedUntil: null }, now);
    if (state === "closed" || state === "temporarily_closed") continue;
    if (state === "unknown" && calmFrom(now) !== now) continue;
    const open = await reports.openTasksOf(station.id);
    if (open.some(({ kind }) => kind === "door_closed")) found.push({ line, station });
  }
  return found;
}

async function tellUrgent(deps: Dependencies, group: Group, doors: readonly StandingDoor[], now: EpochMs) {
  const here = doors.filter(({ station }) => isIn(group, station.district.code));
  const claimed = await deps.groups.claim(
    group.id,
    here.map(({ line }) => line),
    now,
  );
  if (claimed.length === 0) return false;
  const names = here.filter(({ line }) => claimed.includes(line)).map(({ station }) => station.name);
  return say(deps, group, claimed, urgentWords(names));
}

async function tellMorning(deps: Dependencies, group: Group, now: EpochMs): Promise<boolean> {
  const claimed = await deps.groups.claim(group.id, [`morning|${beijingDate(beijingDayNumber(now))}`], now);
  if (claimed.length === 0) return false;
  const words = morningWords(await morningOf(deps, group, now));
  return words === null ? false : say(deps, group, claimed, words);
}

async function say(deps: Dependencies, group: Group, claimed: readonly string[], words: string): Promise<boolean> {
  const latest = await deps.groups.find(group.id);
  if (latest === null) return false;
  const { outcome, errcode } = await sayInGroup(deps, latest, words);
  if (outcome === "put_off") await deps.groups.giveBack(group.id, claimed);
  if (outcome === "refused") deps.log({ level: "warn", event: "group_refused", system: group.system, errcode });
  return outcome === "sent";
}

async function morningOf(deps: Dependencies, group: Group, now: EpochMs): Promise<Morning> {
  const { reports, trustSettings } = deps;
  const tasks = (await reports.openTasks(now)).filter(({ districtCode }) => isIn(group, districtCode));
  const shut = new Set(tasks.filter(({ kind }) => kind === "door_closed").map(({ stationId }) => stationId));
  const morning = { doors: [] as string[], medicine: [] as string[], unconfirmed: 0 };
  for await (const station of allStationsIn(deps, group.reach)) {
    if (shut.has(station.id)) morning.doors.push(station.name);
    if (medicineNotices(station, now).length > 0) morning.medicine.push(station.name);
    if (unconfirmedDays(station, now) >= UNCONFIRMED_DAYS[1]) morning.unconfirmed += 1;
  }
  return { ...morning, overdueTasks: tasks.filter((task) => isOverdue(task, now, trustSettings.taskDays)).length };
}

function isMorning(now: EpochMs): boolean {
  const minute = beijingMinuteOfDay(now);
  return minute >= MORNING_FROM && minute < MORNING_UNTIL;
}

function isIn({ reach }: Group, districtCode: string | null): boolean {
  return (districtCode ?? "").startsWith(reach);
}
