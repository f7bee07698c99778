import { instantText, optionalInstantText } from "../../shared/common/instant.js";
import { mapInSlices } from "../../shared/common/slices.js";
import type { EpochMs } from "../../shared/common/time.js";
import type { DeskDoubts, DeskRow, DeskRows } from "../../shared/desk/desk-answer.js";
import type { User } from "../../shared/people/user.js";
import { hoursToWrite } from "../../shared/stations/hours-to-write.js";
import { hoursInShort } from "../../shared/stations/hours-words.js";
import { openingAt } from "../../shared/stations/opening.js";
import type { PhotoSubject } from "../../shared/stations/photos.js";
import { presentOpening } from "../../shared/stations/present-station.js";
import type { Station, StationId } from "../../shared/stations/station.js";
import { starsOf, uniformityGaps } from "../../shared/stations/uniformity.js";
import { isOverdue } from "../../shared/trust/task-deadlines.js";
import { streetOf } from "../../shared/wishes/street-of.js";
import type { Dependencies } from "../dependencies.js";
import { keepersOfStations } from "../people/keepers-of-stations.js";
import { inSlices } from "../snapshot/in-slices.js";
import { doubtPlacesInSlices } from "../stations/import/place-doubts.js";
import { pageOfReach, stationsInReach } from "../stations/stations-in-reach.js";

type Needs = Pick<Dependencies, "stations" | "districts" | "users" | "reports" | "clock" | "trustSettings">;

/** What a screen shows comes by itself, before the rest. */
const FIRST_PAGE_SIZE = 200;
/** Of such rows a page has 1 MB at the most. */
const PAGE_SIZE = 2_000;

/** The stations of an officer's reach, as rows of their table, a page at a time. */
export async function listDeskStations(deps: Needs, officer: User, cursor = ""): Promise<DeskRows> {
  const now = deps.clock();
  const [{ stations, nextCursor }, keepers, tasks] = await Promise.all([
    pageOfReach(deps, officer, cursor, cursor === "" ? FIRST_PAGE_SIZE : PAGE_SIZE),
    keepersOfStations(deps),
    countTasks(deps, now),
  ]);
  const rows = await inSlices(
    mapInSlices(stations, (station) =>
      deskRow(station, keepers.get(station.id) ?? [], tasks.get(station.id) ?? NO_TASKS, now),
    ),
  );
  return { asOf: instantText(now), rows, nextCursor };
}

/** Which positions of an officer's reach the stations around them speak against. */
export async function listDeskDoubts(deps: Pick<Needs, "stations" | "districts">, officer: User): Promise<DeskDoubts> {
  const stations = await stationsInReach(deps, officer);
  const doubts = (await inSlices(doubtPlacesInSlices(stations, []))).flatMap((doubt, index): DeskDoubts["doubts"] => {
    const id = stations[index]?.id;
    if (doubt === null || id === undefined) return [];
    const ownMetres = doubt.ownMetres === null ? null : Math.round(doubt.ownMetres);
    return [{ id, amid: doubt.kind === "other_district" ? doubt.other : null, ownMetres }];
  });
  return { doubts: doubts.sort((a, b) => (a.id < b.id ? -1 : 1)) };
}

interface TaskCounts {
  open: number;
  overdue: number;
}
const NO_TASKS: TaskCounts = { open: 0, overdue: 0 };

async function countTasks({ reports, trustSettings }: Needs, now: EpochMs): Promise<Map<StationId, TaskCounts>> {
  const counts = new Map<StationId, TaskCounts>();
  for (const task of await reports.openTasks(now)) {
    const { open, overdue } = counts.get(task.stationId) ?? NO_TASKS;
    const late = isOverdue(task, now, trustSettings.taskDays) ? 1 : 0;
    counts.set(task.stationId, { open: open + 1, overdue: overdue + late });
  }
  return counts;
}

function deskRow(station: Station, keepers: string[], tasks: TaskCounts, now: EpochMs): DeskRow {
  const { hours, verified, photos = [] } = station;
  const { state, changesAt, opensAt } = presentOpening(openingAt(station, now, now));
  const read = hoursInShort(hours).join("；");
  const shown = (subject: PhotoSubject) => photos.some(({ of, check }) => of === subject && check === "passed");
  return {
    id: station.id,
    revision: station.revision,
    code: station.code,
    name: station.name,
    kind: station.kind,
    district: station.district,
    street: streetOf(station.address),
    address: station.address,
    landmark: station.landmark,
    host: station.host,
    audience: station.audience,
    entryNote: station.entryNote,
    phone: station.phone,
    location: station.location,
    locationCheckedAt: optionalInstantText(verified.location),
    hours: hours.written ?? hours.note ?? hoursToWrite(hours),
    hoursRead: read,
    hasHours: hours.seasons.length > 0 || hours.week.some((day) => day !== "unknown"),
    opening: { state, changesAt, opensAt },
    keepers,
    confirmedAt: optionalInstantText(verified.open),
    ...amenitiesInShort(station),
    photos: { entrance: shown("entrance"), inside: shown("inside"), sign: shown("sign") },
    photosWaiting: photos.filter(({ check }) => check === "waiting").length,
    stars: starsOf(station, uniformityGaps(station, keepers.length > 0, now), now).stars,
    openTasks: tasks.open,
    overdueTasks: tasks.overdue,
    isDemo: station.isDemo,
  };
}

function amenitiesInShort({ amenities }: Station): Pick<DeskRow, "broken" | "expiresOn"> {
  const entries = Object.entries(amenities) as [
    DeskRow["broken"][number],
    Station["amenities"][DeskRow["broken"][number]],
  ][];
  const dates = entries.flatMap(([, entry]) => (entry?.state === "working" ? (entry.expiresOn ?? []) : []));
  return {
    broken: entries.flatMap(([kind, entry]) => (entry?.state === "broken" ? [kind] : [])),
    expiresOn: dates.sort()[0] ?? null,
  };
}
