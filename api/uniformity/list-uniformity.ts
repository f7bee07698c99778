import { instantText } from "../../shared/common/instant.js";
import type { User } from "../../shared/people/user.js";
import type { Station, StationId } from "../../shared/stations/station.js";
import {
  CONFIRMATION_DAYS,
  daysSinceConfirmation,
  starsOf,
  type UniformityCheck,
  uniformityGaps,
} from "../../shared/stations/uniformity.js";
import type { UniformityItem, UniformityList, UniformitySort } from "../../shared/stations/uniformity-answer.js";
import { isOverdue } from "../../shared/trust/task-deadlines.js";
import type { Dependencies } from "../dependencies.js";
import { keepersOfStations } from "../people/keepers-of-stations.js";
import { stationsInReach } from "../stations/stations-in-reach.js";

const PAGE_SIZE = 50;

type Needs = Pick<Dependencies, "stations" | "districts" | "users" | "clock" | "reports" | "trustSettings">;

export interface UniformityQuestion {
  /** A code or its prefix, the district's text, or both with a bar between; the whole reach without it. */
  district?: string | undefined;
  /** Only stations that miss something for this check. */
  missing?: UniformityCheck | undefined;
  /** Only stations with overdue tasks. */
  overdue?: boolean | undefined;
  /** Only stations that nobody has confirmed for more than so many days, or ever. */
  unconfirmedDays?: number | undefined;
  sort: UniformitySort;
  /** `nextCursor` of the page before. */
  cursor?: string | undefined;
}

/** The stations of an officer's reach: what each misses, its overdue tasks, and for how long nobody confirmed it. */
export async function listUniformity(
  deps: Needs,
  officer: User,
  question: UniformityQuestion,
): Promise<UniformityList> {
  const now = deps.clock();
  const [reached, kept, overdue] = await Promise.all([
    stationsInReach(deps, officer),
    keepersOfStations(deps),
    countOverdue(deps, now),
  ]);
  const items = reached
    .filter(({ district }) => isIn(district, question.district))
    .map((station) => ({
      ...uniformityItem(station, kept.has(station.id), now),
      overdueTasks: overdue.get(station.id) ?? 0,
    }));
  const wanted = items
    .filter((item) => isWanted(item, question))
    .map((item) => ({ item, place: placeOf(item, question.sort) }))
    .sort((a, b) => (a.place < b.place ? -1 : 1));
  const rest = wanted.filter(({ place }) => question.cursor === undefined || place > question.cursor);
  const page = rest.slice(0, PAGE_SIZE);
  return {
    asOf: instantText(now),
    districts: countDistricts(reached),
    total: items.length,
    missing: countMissing(items),
    overdue: items.filter(({ overdueTasks }) => overdueTasks > 0).length,
    unconfirmed: items.filter((item) => isUnconfirmed(item, CONFIRMATION_DAYS)).length,
    matching: wanted.length,
    stations: page.map(({ item }) => item),
    nextCursor: rest.length > PAGE_SIZE ? (page.at(-1)?.place ?? null) : null,
  };
}

function isWanted(item: UniformityItem, { missing, overdue, unconfirmedDays }: UniformityQuestion): boolean {
  return (
    (missing === undefined || item.gaps.some(({ check }) => check === missing)) &&
    (overdue !== true || item.overdueTasks > 0) &&
    (unconfirmedDays === undefined || isUnconfirmed(item, unconfirmedDays))
  );
}

function isUnconfirmed({ daysSinceConfirmation: days }: UniformityItem, moreThan: number): boolean {
  return days === null || days > moreThan;
}

function uniformityItem(station: Station, hasKeeper: boolean, now: number): Omit<UniformityItem, "overdueTasks"> {
  const gaps = uniformityGaps(station, hasKeeper, now);
  const { stars, losses } = starsOf(station, gaps, now);
  return {
    id: station.id,
    code: station.code,
    name: station.name,
    district: station.district,
    gaps,
    stars,
    starLosses: losses,
    openReports: station.openReportCount,
    daysSinceConfirmation: daysSinceConfirmation(station, now),
    isDemo: station.isDemo,
  };
}

function isIn({ code, text }: Station["district"], asked: string | undefined): boolean {
  if (asked === undefined || asked === "") return true;
  if (asked.includes("|")) return asked === `${code ?? ""}|${text}`;
  return /^\d+$/.test(asked) ? (code ?? "").startsWith(asked) : text === asked;
}

function countDistricts(stations: readonly Station[]): UniformityList["districts"] {
  const counts = new Map<string, UniformityList["districts"][number]>();
  for (const { district } of stations) {
    const field = `${district.code ?? ""}|${district.text}`;
    const counted = counts.get(field) ?? { ...district, total: 0 };
    counts.set(field, { ...counted, total: counted.total + 1 });
  }
  return [...counts.values()].sort((a, b) => b.total - a.total || a.text.localeCompare(b.text, "zh"));
}

function countMissing(items: readonly UniformityItem[]): UniformityList["missing"] {
  const counts: UniformityList["missing"] = { hardware: 0, signs: 0, content: 0, scope: 0, standard: 0 };
  for (const { gaps } of items) {
    for (const check of new Set(gaps.map((gap) => gap.check))) counts[check] += 1;
  }
  return counts;
}

/** What decides after what is asked for. */
const SORT_KEYS: Record<UniformitySort, readonly [UniformitySort, UniformitySort, UniformitySort]> = {
  missing: ["missing", "unconfirmed", "overdue"],
  overdue: ["overdue", "unconfirmed", "missing"],
  unconfirmed: ["unconfirmed", "overdue", "missing"],
};

/** Where a station stands in the list, as text that sorts so; it is also the cursor. */
function placeOf(
  { id, gaps, daysSinceConfirmation: days, overdueTasks }: UniformityItem,
  sort: UniformitySort,
): string {
  const keys: Record<UniformitySort, string> = {
    missing: mostFirst(gaps.length, 2),
    overdue: mostFirst(overdueTasks, 3),
    unconfirmed: mostFirst(days ?? Number.POSITIVE_INFINITY, 5),
  };
  return [...SORT_KEYS[sort].map((key) => keys[key]), id].join("-");
}

/** A number as text of so many digits, the greater the earlier it sorts. */
function mostFirst(value: number, digits: number): string {
  const most = 10 ** digits - 1;
  return String(most - Math.min(value, most)).padStart(digits, "0");
}

/** How many tasks of each station should have been answered by now. */
async function countOverdue({ reports, trustSettings }: Needs, now: number): Promise<Map<StationId, number>> {
  const counts = new Map<StationId, number>();
  for (const task of await reports.openTasks(now)) {
    if (isOverdue(task, now, trustSettings.taskDays)) counts.set(task.stationId, (counts.get(task.stationId) ?? 0) + 1);
  }
  return counts;
}
