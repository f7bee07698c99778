import { officerReaches } from "../../shared/people/roles.js";
import type { User } from "../../shared/people/user.js";
import type { Station, StationId } from "../../shared/stations/station.js";
import {
  daysSinceConfirmation,
  starsOf,
  type UniformityCheck,
  uniformityGaps,
} from "../../shared/stations/uniformity.js";
import type { UniformityItem, UniformityList } from "../../shared/stations/uniformity-answer.js";
import type { Dependencies } from "../dependencies.js";
import { instantText } from "../http/instants.js";

const PAGE_SIZE = 50;
/** How many stations or people are read from Redis at a time. */
const BATCH = 500;

type Needs = Pick<Dependencies, "stations" | "districts" | "users" | "clock">;

export interface UniformityQuestion {
  /** A code or its prefix, or the district's text; the whole reach without it. */
  district?: string | undefined;
  /** Only stations that miss something for this check. */
  missing?: UniformityCheck | undefined;
  /** `nextCursor` of the page before. */
  cursor?: string | undefined;
}

/** The stations of an officer's reach, those that miss most first, among them those unconfirmed for longest. */
export async function listUniformity(
  deps: Needs,
  officer: User,
  question: UniformityQuestion,
): Promise<UniformityList> {
  const now = deps.clock();
  const [reached, kept] = await Promise.all([stationsInReach(deps, officer), keptStationIds(deps)]);
  const items = reached
    .filter(({ district }) => isIn(district, question.district))
    .map((station) => uniformityItem(station, kept.has(station.id), now));
  const wanted = items
    .filter(({ gaps }) => question.missing === undefined || gaps.some(({ check }) => check === question.missing))
    .map((item) => ({ item, place: placeOf(item) }))
    .sort((a, b) => (a.place < b.place ? -1 : 1));
  const rest = wanted.filter(({ place }) => question.cursor === undefined || place > question.cursor);
  const page = rest.slice(0, PAGE_SIZE);
  return {
    asOf: instantText(now),
    districts: countDistricts(reached),
    total: items.length,
    missing: countMissing(items),
    stations: page.map(({ item }) => item),
    nextCursor: rest.length > PAGE_SIZE ? (page.at(-1)?.place ?? null) : null,
  };
}

function uniformityItem(station: Station, hasKeeper: boolean, now: number): UniformityItem {
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

const MOST_GAPS = 99;
const MOST_DAYS = 99_999;

/** Where a station stands in the list, as text that sorts so; it is also the cursor. */
function placeOf({ id, gaps, daysSinceConfirmation: days }: UniformityItem): string {
  const byGaps = String(MOST_GAPS - Math.min(gaps.length, MOST_GAPS)).padStart(2, "0");
  const byDays = String(MOST_DAYS - Math.min(days ?? MOST_DAYS, MOST_DAYS)).padStart(5, "0");
  return `${byGaps}-${byDays}-${id}`;
}

async function stationsInReach({ stations, districts }: Needs, officer: User): Promise<Station[]> {
  const ids = new Set<StationId>();
  for (const prefix of officer.reach) {
    let cursor: string | undefined;
    do {
      const page = await districts.listStationIds(prefix, cursor, BATCH);
      for (const id of page.ids) ids.add(id);
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
  }
  const found: Station[] = [];
  const all = [...ids];
  for (let start = 0; start < all.length; start += BATCH) {
    found.push(...(await stations.findMany(all.slice(start, start + BATCH))));
  }
  return found.filter((station) => station.withdrawnAt === null && officerReaches(officer, station.district.code));
}

async function keptStationIds({ users }: Needs): Promise<Set<string>> {
  const kept = new Set<string>();
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof users.roleHolders>> = await users.roleHolders(after, BATCH);
    for (const { roles, stationIds } of page.people) {
      if (roles.includes("keeper")) for (const id of stationIds) kept.add(id);
    }
    after = page.nextCursor;
  } while (after !== null);
  return kept;
}
