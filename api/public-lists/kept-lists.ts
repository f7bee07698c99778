import { beijingDayNumber, type EpochMs, MINUTE_MS, weekdayOf } from "../../shared/common/time.js";
import type { DistrictParts } from "../../shared/public-lists/compose-lists.js";
import type { Dependencies } from "../dependencies.js";
import { type AskedNeeds, gatherCards, gatherMissing, tallyWishes } from "./gather-asked.js";
import { gatherCourses } from "./gather-courses.js";
import { gatherOpened, tallyWanted } from "./gather-wanted.js";
import { type DistrictStations, districtName, indexStations } from "./station-index.js";

export type ListNeeds = AskedNeeds & Pick<Dependencies, "districts" | "courses" | "classSessions" | "wanted">;

/** What the lists of all districts are made of, as of an instant. */
export interface GatheredLists {
  at: EpochMs;
  stations: ReadonlyMap<string, DistrictStations>;
  /** By the key of the district, in the order in which they are offered. */
  parts: ReadonlyMap<string, DistrictParts>;
}

/** A card that an officer took down is gone within this time. */
const KEPT_MS = MINUTE_MS;

/** Gathers what the lists are made of, at most once a minute; stations only when one of them has changed. */
export class KeptLists {
  readonly #deps: ListNeeds;
  #stations: { stamp: string; index: Map<string, DistrictStations> } | null = null;
  #gathered: GatheredLists | null = null;
  #gathering: Promise<GatheredLists> | null = null;

  constructor(deps: ListNeeds) {
    this.#deps = deps;
  }

  /** @param onWork is told before anything is gathered, and may refuse by throwing */
  async read(onWork: () => void): Promise<GatheredLists> {
    const now = this.#deps.clock();
    if (this.#gathered !== null && Math.abs(now - this.#gathered.at) < KEPT_MS) return this.#gathered;
    if (this.#gathering !== null) return this.#gathering;
    onWork();
    this.#gathering = this.#gather(now);
    try {
      this.#gathered = await this.#gathering;
      return this.#gathered;
    } finally {
      this.#gathering = null;
    }
  }

  async #gather(now: EpochMs): Promise<GatheredLists> {
    const stations = await this.#indexed(now);
    const [wishes, cards, missing, courses, wanted, opened] = await Promise.all([
      tallyWishes(this.#deps),
      gatherCards(this.#deps),
      gatherMissing(this.#deps, (key) => stations.get(key)?.all ?? []),
      gatherCourses(this.#deps),
      tallyWanted(this.#deps),
      gatherOpened(this.#deps),
    ]);
    const keys = new Set([stations, wishes, cards, missing, courses, wanted, opened].flatMap((map) => [...map.keys()]));
    const partsOf = (key: string): DistrictParts => {
      const ofStations = stations.get(key);
      return {
        key,
        name: ofStations?.name ?? districtName(key),
        facts: new Map([...(ofStations?.byFact ?? [])].map(([fact, ids]) => [fact, ids.length])),
        stations: ofStations?.all.length ?? 0,
        wishes: wishes.get(key) ?? new Map(),
        cards: cards.get(key) ?? [],
        wanted: wanted.get(key) ?? new Map(),
        opened: opened.get(key) ?? [],
        missing: missing.get(key) ?? [],
        courses: courses.get(key) ?? [],
      };
    };
    return { at: now, stations, parts: new Map([...keys].map((key) => [key, partsOf(key)])) };
  }

  async #indexed(now: EpochMs): Promise<Map<string, DistrictStations>> {
    const today = beijingDayNumber(now);
    const monday = today - weekdayOf(today);
    const stamp = `${await this.#deps.stations.version()} ${monday}`;
    if (this.#stations?.stamp !== stamp) this.#stations = { stamp, index: await indexStations(this.#deps, monday) };
    return this.#stations.index;
  }
}
