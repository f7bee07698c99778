import { instantText } from "../../shared/common/instant.js";
import type { User } from "../../shared/people/user.js";
import { presentItem } from "../../shared/stations/present-station.js";
import type { Station } from "../../shared/stations/station.js";
import type { Dependencies } from "../dependencies.js";
import { cityOf } from "../divisions/divisions.js";

type Needs = Pick<Dependencies, "stations" | "clock">;

const PAGE_SIZE = 50;

/**
 * A page of the stations of a district, or of all.
 *
 * @param district as the list of districts names it
 * @param cursor `nextCursor` of the page before
 */
export async function listStations(
  { stations, districts, clock }: Needs & Pick<Dependencies, "districts">,
  { district, cursor }: { district?: string | undefined; cursor?: string | undefined },
) {
  const { ids, nextCursor } = await districts.listStationIds(district, cursor, PAGE_SIZE);
  return { ...present((await stations.findMany(ids)).filter(isListed), clock()), nextCursor };
}

/** The stations that somebody is the keeper of. */
export async function listOwnStations({ stations, clock }: Needs, { roles, stationIds }: User) {
  const kept = await stations.findMany(roles.includes("keeper") ? stationIds : []);
  const sorted = kept.filter(isListed).sort((a, b) => (a.id < b.id ? -1 : 1));
  return present(sorted, clock());
}

/** The districts that have stations, each with its city. */
export async function listDistricts({ districts }: Pick<Dependencies, "districts">) {
  const listed = await districts.listDistricts();
  return { districts: listed.map((district) => ({ ...district, city: cityOf(district.code) })) };
}

function isListed({ withdrawnAt }: Station): boolean {
  return withdrawnAt === null;
}

function present(stations: readonly Station[], now: number) {
  return { asOf: instantText(now), stations: stations.map((station) => presentItem(station, now, now)) };
}
