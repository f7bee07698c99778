import type { Slices } from "../../shared/common/slices.js";
import type { StationCore } from "../../shared/stations/nearest/station-core.js";
import { StationIndex } from "../../shared/stations/nearest/station-index.js";
import type { StationId } from "../../shared/stations/station.js";
import { inSlices } from "./in-slices.js";
import { OpeningAnswers } from "./opening-answers.js";

/** What has changed since the stations of an index in the making were gathered; a null core: it is gone. */
export type Journal = ReadonlyMap<StationId, StationCore | null>;

/** The index that answers. One that is made to take its place misses nothing that changes meanwhile. */
export class LiveIndex {
  #index: StationIndex | null = null;
  #openings: OpeningAnswers | null = null;
  #isRemaking = false;
  readonly #journals = new Set<Map<StationId, StationCore | null>>();

  get index(): StationIndex | null {
    return this.#index;
  }

  get openings(): OpeningAnswers | null {
    return this.#openings;
  }

  /** A change of a station, or with a null core its end. */
  apply(id: StationId, core: StationCore | null): void {
    for (const journal of this.#journals) journal.set(id, core);
    if (this.#index !== null) changeIn(this.#index, id, core);
  }

  /**
   * Makes an index of what is gathered, a few milliseconds at a time, and puts it in place of the one there is.
   *
   * @param onSwapped is told in the same moment
   */
  async make(
    gather: (journal: Journal) => Promise<readonly StationCore[]>,
    onSwapped: (journal: Journal) => void,
  ): Promise<void> {
    await this.#withJournal(async (journal) => {
      this.#swapIn(await inSlices(StationIndex.inSlices(await gather(journal))), journal);
      onSwapped(journal);
    });
  }

  /** Makes the index anew where so much was added to it that it answers slowly; the one there is answers meanwhile. */
  async remakeIfWornOut(): Promise<void> {
    const worn = this.#index;
    if (worn === null || !worn.isWornOut || this.#isRemaking) return;
    this.#isRemaking = true;
    try {
      await this.#withJournal(async (journal) => {
        const index = await inSlices(remade(worn));
        if (this.#index === worn) this.#swapIn(index, journal);
      });
    } finally {
      this.#isRemaking = false;
    }
  }

  async #withJournal(work: (journal: Journal) => Promise<void>): Promise<void> {
    const journal = new Map<StationId, StationCore | null>();
    this.#journals.add(journal);
    try {
      await work(journal);
    } finally {
      this.#journals.delete(journal);
    }
  }

  #swapIn(index: StationIndex, journal: Journal): void {
    for (const [id, core] of journal) changeIn(index, id, core);
    this.#index = index;
    this.#openings = new OpeningAnswers(index);
  }
}

function changeIn(index: StationIndex, id: StationId, core: StationCore | null): void {
  if (core === null) index.remove(id);
  else index.put(core);
}

/** The index of the same stations, made anew. One that moves while they are gathered comes twice: the last counts. */
function* remade(worn: StationIndex): Slices<StationIndex> {
  const cores = new Map<StationId, StationCore>();
  for (const core of worn.cores()) {
    cores.set(core.id, core);
    yield;
  }
  return yield* StationIndex.inSlices([...cores.values()]);
}
