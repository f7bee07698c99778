import { LRUCache } from "lru-cache";
import type { Coverage } from "../../shared/circle/coverage.js";
import type { CoverageQuery } from "../../shared/circle/coverage-answer.js";
import { reachMetres } from "../../shared/common/distance.js";
import { maskOf } from "../../shared/stations/nearest/amenity-mask.js";
import { coreOf } from "../../shared/stations/nearest/station-core.js";
import type { Dependencies } from "../dependencies.js";
import { CityVersions, stationsOf } from "./city-stations.js";

type Needs = Pick<Dependencies, "stations" | "districts" | "heavyWork">;

/** A city in one week, as it was measured. */
export interface KeptCoverage {
  coverage: Coverage;
  stations: number;
  /** The Monday, counted from 1970-01-01. */
  firstDay: number;
  /** Another when a station of the city changes. */
  stamp: string;
}

export type WeekQuestion = Pick<CoverageQuery, "city" | "minutes" | "travel" | "amenities" | "basis"> & {
  firstDay: number;
};

const MOST_BYTES = 64 * 1024 * 1024;
const MOST_WEEKS = 1_000;
const WEEK_DAYS = 7;
/** Of a cell's id and what belongs to it. */
const CELL_BYTES = 64;

const keepers = new WeakMap<Needs, CoverageKeeper>();

/** The one of an app: all who ask share what was measured. */
export function coverageKeeperOf(deps: Needs): CoverageKeeper {
  const known = keepers.get(deps) ?? new CoverageKeeper(deps);
  keepers.set(deps, known);
  return known;
}

/** What was measured, until a station of the city changes. Whoever asks for what is being measured waits for that. */
class CoverageKeeper {
  readonly #deps: Needs;
  readonly #cities: CityVersions;
  readonly #kept = new LRUCache<string, KeptCoverage>({
    max: MOST_WEEKS,
    maxSize: MOST_BYTES,
    sizeCalculation: ({ coverage }) => 1 + coverage.ids.length * CELL_BYTES + 2 * coverage.open.byteLength,
  });
  readonly #measuring = new Map<string, Promise<KeptCoverage>>();

  constructor(deps: Needs) {
    this.#deps = deps;
    this.#cities = new CityVersions(deps);
  }

  /** @param onWork is told before something has to be measured, and may refuse by throwing */
  async week(question: WeekQuestion, onWork: () => void): Promise<KeptCoverage> {
    const { ids, stamp } = await this.#cities.of(question.city);
    const { firstDay, minutes, travel, basis } = question;
    const amenities = [...question.amenities].sort();
    const key = [question.city, stamp, firstDay, minutes, travel, basis, ...amenities].join(" ");
    const known = this.#kept.get(key) ?? this.#measuring.get(key);
    if (known) return known;
    onWork();
    const measuring = this.#measure(question, ids, stamp);
    this.#measuring.set(key, measuring);
    try {
      const kept = await measuring;
      this.#kept.set(key, kept);
      return kept;
    } finally {
      this.#measuring.delete(key);
    }
  }

  async #measure(question: WeekQuestion, ids: readonly string[], stamp: string): Promise<KeptCoverage> {
    const { firstDay, minutes, travel, basis, amenities } = question;
    const cores = (await stationsOf(this.#deps, ids)).map(coreOf);
    const coverage = await this.#deps.heavyWork.run("measureCoverage", {
      stations: cores,
      firstDay,
      days: WEEK_DAYS,
      reachMetres: reachMetres(minutes, travel),
      basis,
      amenities: maskOf(amenities),
    });
    return { coverage, stations: cores.length, firstDay, stamp };
  }
}
