import { instantText } from "../../shared/common/instant.js";
import { mayAt } from "../../shared/people/permissions.js";
import type { User } from "../../shared/people/user.js";
import type { Station, StationId } from "../../shared/stations/station.js";
import type { WithdrawnList } from "../../shared/stations/station-answer.js";
import type { Dependencies } from "../dependencies.js";

const PAGE_SIZE = 50;
/** How many stations are read from Redis at a time. */
const BATCH = 500;
/** Digits of an EpochMs, for many thousand years. */
const INSTANT_DIGITS = 15;
const LAST_INSTANT = 10 ** INSTANT_DIGITS - 1;

type Needs = Pick<Dependencies, "stations" | "districts" | "clock">;

/**
 * The stations of an officer's reach that were taken off the lists and can be put back. @param cursor of the page
 * before
 */
export async function listWithdrawn(deps: Needs, officer: User, cursor: string | undefined): Promise<WithdrawnList> {
  const withdrawn = (await withdrawnInReach(deps, officer))
    .flatMap((station) => (station.withdrawnAt === null ? [] : [{ station, withdrawnAt: station.withdrawnAt }]))
    .map((one) => ({ ...one, place: placeOf(one.station.id, one.withdrawnAt) }))
    .sort((a, b) => (a.place < b.place ? -1 : 1));
  const rest = withdrawn.filter(({ place }) => cursor === undefined || place > cursor);
  const page = rest.slice(0, PAGE_SIZE);
  return {
    asOf: instantText(deps.clock()),
    total: withdrawn.length,
    stations: page.map(({ station: { id, code, name, address, district, isDemo }, withdrawnAt }) => ({
      id,
      code,
      name,
      address,
      district,
      isDemo,
      withdrawnAt: instantText(withdrawnAt),
    })),
    nextCursor: rest.length > PAGE_SIZE ? (page.at(-1)?.place ?? null) : null,
  };
}

async function withdrawnInReach({ stations, districts }: Needs, officer: User): Promise<Station[]> {
  const lists = await Promise.all(officer.reach.map((prefix) => districts.listWithdrawnIds(prefix)));
  const ids: StationId[] = [...new Set(lists.flat())];
  const found: Station[] = [];
  for (let start = 0; start < ids.length; start += BATCH) {
    found.push(...(await stations.findMany(ids.slice(start, start + BATCH))));
  }
  return found.filter(({ id, district }) => mayAt(officer, "station:reinstate", { id, districtCode: district.code }));
}

/** Where a station stands in the list, as text that sorts so: the later withdrawn, the earlier. */
function placeOf(id: StationId, withdrawnAt: number): string {
  return `${String(LAST_INSTANT - withdrawnAt).padStart(INSTANT_DIGITS, "0")}-${id}`;
}
