import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import { instantText } from "../../shared/common/instant.js";
import { beijingDayNumber, type EpochMs } from "../../shared/common/time.js";
import type { Station } from "../../shared/stations/station.js";
import { ApiError } from "../api-error.js";
import { CityVersions, stationsOf } from "../circle/city-stations.js";
import type { Dependencies } from "../dependencies.js";
import { serviceId } from "./service-id.js";
import type { OpenFormat } from "./write-open-data.js";

type Needs = Pick<Dependencies, "stations" | "districts" | "heavyWork" | "clock" | "openData">;

export interface OpenDataQuestion {
  format: OpenFormat;
  /** Empty: everywhere. */
  city: string;
  since?: EpochMs | undefined;
  /** Counted from 1; without it all of them. */
  page?: { number: number; size: number } | undefined;
  /** One service of HSDS by its id, alone. */
  service?: string | undefined;
}

/** An answer under its version; `text` is written when it is wanted. */
export interface OpenDataFound {
  etag: string;
  text: (onWork: () => void) => Promise<string>;
}

const MOST_BYTES = 32 * 1024 * 1024;

/** Open data as it was last written, until a station it is about changes or a new day begins. */
export class OpenDataFiles {
  readonly #deps: Needs;
  readonly #cities: CityVersions;
  readonly #kept = new LRUCache<string, string>({
    max: 1_000,
    maxSize: MOST_BYTES,
    sizeCalculation: (text) => text.length + 1,
  });

  constructor(deps: Needs) {
    this.#deps = deps;
    this.#cities = new CityVersions(deps);
  }

  /** @throws ApiError not_found where the office gives nothing out */
  async find(question: OpenDataQuestion): Promise<OpenDataFound> {
    const { openData: open, clock } = this.#deps;
    if (open === null) throw new ApiError("not_found");
    const now = clock();
    const day = beijingDayNumber(now);
    const { ids, stamp } = await this.#cities.of(question.city);
    const version = createHash("sha256")
      .update(JSON.stringify([question, stamp, day, open]))
      .digest("base64url");
    const etag = `"${version}"`;
    const text = async (onWork: () => void) => {
      const known = this.#kept.get(version);
      if (known !== undefined) return known;
      onWork();
      const all = await stationsOf(this.#deps, ids);
      const { stations, beside } = await this.#choose(question, all, now);
      const isOne = question.service !== undefined;
      const input = { format: question.format, stations, open, day, now, beside, isOne };
      const written = await this.#deps.heavyWork.run("writeOpenData", input);
      this.#kept.set(version, written);
      return written;
    };
    return { etag, text };
  }

  async #choose({ since, page, city, service }: OpenDataQuestion, all: readonly Station[], now: EpochMs) {
    if (service !== undefined) {
      const station = all.find(({ id }) => serviceId(id) === service);
      if (station === undefined) throw new ApiError("not_found");
      return { stations: [station], beside: {} };
    }
    const changed = since === undefined ? all : all.filter(({ updatedAt }) => updatedAt >= since);
    const sorted = changed.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    if (page !== undefined) return pageOf(sorted, page);
    const removed = since === undefined ? [] : await this.#removedSince(city, since);
    return { stations: sorted, beside: { as_of: instantText(now), ...(since === undefined ? {} : { removed }) } };
  }

  async #removedSince(city: string, since: EpochMs): Promise<string[]> {
    // Zones have no code of their own: what left one is told with its city.
    const [prefix = ""] = city.split("|");
    const withdrawn = await this.#deps.stations.findMany(await this.#deps.districts.listWithdrawnIds(prefix));
    return withdrawn.flatMap(({ id, withdrawnAt }) => (withdrawnAt !== null && withdrawnAt >= since ? [id] : []));
  }
}

/** A page in the words of HSDS. */
function pageOf(stations: readonly Station[], { number, size }: { number: number; size: number }) {
  const pages = Math.max(1, Math.ceil(stations.length / size));
  const some = stations.slice((number - 1) * size, number * size);
  return {
    stations: some,
    beside: {
      total_items: stations.length,
      total_pages: pages,
      page_number: number,
      size: some.length,
      first_page: number === 1,
      last_page: number >= pages,
      empty: some.length === 0,
    },
  };
}
