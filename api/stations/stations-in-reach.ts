import { officerReaches } from "../../shared/people/roles.js";
import type { User } from "../../shared/people/user.js";
import type { Station } from "../../shared/stations/station.js";
import type { Dependencies } from "../dependencies.js";
import { inBatches } from "../in-batches.js";

type Needs = Pick<Dependencies, "stations" | "districts">;

type Officer = Pick<User, "roles" | "reach">;

/** As an officer of everywhere, for a job that looks at all stations. */
export const EVERYWHERE: Officer = { roles: ["officer"], reach: [""] };

/** How many stations are read from Redis at a time. */
const BATCH = 500;

/** All stations of an officer's reach that are not withdrawn, in the order of their districts. */
export async function stationsInReach(deps: Needs, officer: Officer): Promise<Station[]> {
  const found: Station[] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const page: ReachPage = await pageOfReach(deps, officer, cursor, BATCH);
    found.push(...page.stations);
    cursor = page.nextCursor;
  }
  return found;
}

/** All stations of a prefix of districts that are not withdrawn; of the empty prefix all there are. */
export async function* allStationsIn({ stations, districts }: Needs, prefix: string): AsyncGenerator<Station> {
  let cursor: string | undefined;
  do {
    const page: Awaited<ReturnType<typeof districts.listStationIds>> = await districts.listStationIds(
      prefix,
      cursor,
      BATCH,
    );
    yield* (await stations.findMany(page.ids)).filter(({ withdrawnAt }) => withdrawnAt === null);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}

export interface ReachPage {
  stations: Station[];
  nextCursor: string | null;
}

/**
 * The stations of an officer's reach that are not withdrawn, some at a time.
 *
 * @param cursor `nextCursor` of the page before; empty at first
 */
export async function pageOfReach(
  { stations, districts }: Needs,
  officer: Officer,
  cursor: string,
  limit: number,
): Promise<ReachPage> {
  const areas = separateAreas(officer.reach);
  const [place = "0", ...rest] = cursor.split("!");
  const at = Number(place);
  const area = areas[at];
  if (area === undefined) return { stations: [], nextCursor: null };
  const page = await districts.listStationIds(area, rest.join("!") || undefined, limit);
  const found = await inBatches(page.ids, BATCH, stations.findMany);
  const isThere = (station: Station) => station.withdrawnAt === null && officerReaches(officer, station.district.code);
  const next = page.nextCursor === null ? `${at + 1}!` : `${at}!${page.nextCursor}`;
  return {
    stations: found.filter(isThere),
    nextCursor: page.nextCursor === null && at + 1 >= areas.length ? null : next,
  };
}

/** Prefixes of which none lies in another, so that no station comes twice. */
function separateAreas(reach: readonly string[]): string[] {
  const all = [...new Set(reach)];
  return all.filter((area) => !all.some((other) => other !== area && area.startsWith(other))).sort();
}
