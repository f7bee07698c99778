import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { Station, StationId } from "../../shared/stations/station.js";
import type { Dependencies } from "../dependencies.js";

type Needs = Pick<Dependencies, "stations" | "districts">;

const BATCH = 500;
const MOST_CITIES = 1_000;

/** The stations of a city by their ids, and what changes when any of them does. */
export interface CityVersion {
  ids: readonly StationId[];
  stamp: string;
}

/** Follows which stations cities have and how new they are; one small question to Redis while nothing has changed. */
export class CityVersions {
  readonly #deps: Needs;
  readonly #known = new LRUCache<string, CityVersion & { version: string }>({ max: MOST_CITIES });

  constructor(deps: Needs) {
    this.#deps = deps;
  }

  /** @param city a code of 4 or 6 digits, or both parts of a zone with a bar between */
  async of(city: string): Promise<CityVersion> {
    const version = await this.#deps.stations.version();
    const known = this.#known.get(city);
    if (known?.version === version) return known;
    const ids = await idsOfCity(this.#deps, city);
    const hash = createHash("sha256");
    for (let start = 0; start < ids.length; start += BATCH) {
      const some = ids.slice(start, start + BATCH);
      hash.update(JSON.stringify([some, await this.#deps.stations.findRevisions(some)]));
    }
    const found = { ids, version, stamp: hash.digest("base64url") };
    this.#known.set(city, found);
    return found;
  }
}

async function idsOfCity({ districts }: Needs, city: string): Promise<StationId[]> {
  const ids: StationId[] = [];
  let cursor: string | undefined;
  do {
    const page = await districts.listStationIds(city, cursor, BATCH);
    ids.push(...page.ids);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return ids;
}

/** Those that are not withdrawn, a helping at a time. */
export async function stationsOf({ stations }: Pick<Needs, "stations">, ids: readonly StationId[]): Promise<Station[]> {
  const found: Station[] = [];
  for (let start = 0; start < ids.length; start += BATCH) {
    const some = await stations.findMany(ids.slice(start, start + BATCH));
    found.push(...some.filter(({ withdrawnAt }) => withdrawnAt === null));
  }
  return found;
}
