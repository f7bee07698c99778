import { gridDisk } from "h3-js";
import type { z } from "zod";
import { instantText } from "../../shared/common/instant.js";
import { toGcj02 } from "../../shared/common/place.js";
import { demandCellOf } from "../../shared/demand/demand-cell.js";
import type {
  AskedStationItem,
  AskedStationList,
  MissingStationList,
  NearMissingQuery,
} from "../../shared/missing-stations/missing-station.js";
import { isDecided } from "../../shared/missing-stations/needs.js";
import { officerReaches } from "../../shared/people/roles.js";
import type { User } from "../../shared/people/user.js";
import type { Dependencies } from "../dependencies.js";
import type { MissingStation } from "./missing-store.js";
import { presentMissing } from "./present-missing.js";
import { nearestTo } from "./say-missing.js";

type List = z.infer<typeof MissingStationList>;

/** Rings of cells around a person's own: about 2 km. */
const RINGS = 2;
const MOST_OWN = 50;
const MOST_ASKED = 500;

export async function listMissingNear(
  { missing, clock }: Pick<Dependencies, "missing" | "clock">,
  { datum, ...point }: z.infer<typeof NearMissingQuery>,
): Promise<List> {
  const found = await missing.findIn(gridDisk(demandCellOf(toGcj02(point, datum)), RINGS));
  return { asOf: instantText(clock()), missing: found.sort(byPeople).map(presentMissing) };
}

/** @param fingerprints of an account, a device or both */
export async function listMyMissing(
  { missing, clock }: Pick<Dependencies, "missing" | "clock">,
  fingerprints: readonly string[],
): Promise<List> {
  const found = await missing.findOf(fingerprints, MOST_OWN);
  return { asOf: instantText(clock()), missing: found.map(presentMissing) };
}

/** What is asked for in an officer's reach. */
export async function listAskedStations(
  deps: Pick<Dependencies, "missing" | "clock" | "stations" | "snapshot" | "trustSettings">,
  officer: User,
): Promise<z.infer<typeof AskedStationList>> {
  const found = (await deps.missing.findNewest(MOST_ASKED)).filter(({ county }) => officerReaches(officer, county));
  found.sort((a, b) => Number(isDecided(a.state)) - Number(isDecided(b.state)) || byPeople(a, b));
  const items: AskedStationItem[] = [];
  for (const entry of found) {
    const [words, nearest] = await Promise.all([deps.missing.readWords(entry), nearestTo(deps, entry.cell)]);
    const { vouched, hours, county } = entry;
    items.push({
      ...presentMissing(entry),
      vouched,
      hours,
      county,
      words,
      nearest: nearest && { name: nearest.name, metres: nearest.distanceMetres },
    });
  }
  return { asOf: instantText(deps.clock()), missing: items };
}

function byPeople(a: MissingStation, b: MissingStation): number {
  return b.vouched - a.vouched || b.others - a.others || b.askedAt - a.askedAt;
}
