import type { Slices } from "../../shared/common/slices.js";
import type { EpochMs } from "../../shared/common/time.js";
import { type AreaName, areaOf } from "../../shared/packs/area.js";
import { coreOf, type StationCore } from "../../shared/stations/nearest/station-core.js";
import type { StationIndex } from "../../shared/stations/nearest/station-index.js";
import type { Station, StationId } from "../../shared/stations/station.js";
import type { AreaVersions, CoreStore, LoggedChange, Version } from "./core-store.js";
import { FixedItems } from "./fixed-items.js";
import { inSlices } from "./in-slices.js";
import { type Journal, LiveIndex } from "./live-index.js";
import type { OpeningAnswers } from "./opening-answers.js";
import { SnapshotDocuments } from "./snapshot-documents.js";
import { warmUp } from "./warm-up.js";
import { withinTime } from "./within-time.js";

export interface SnapshotOptions {
  cores: CoreStore;
  readDocuments: (ids: readonly StationId[]) => Promise<Station[]>;
  /** The machine's own time. */
  now: () => EpochMs;
  /** Whether it loads by itself when it is first asked for; until then Redis answers. */
  loadsItself: boolean;
  documentBytes: number;
  /** Told of what went wrong where nobody waits for it. */
  onFailure: (error: unknown) => void;
}

/** What is in memory, for one answer. */
export interface SnapshotView {
  index: StationIndex;
  openings: OpeningAnswers;
  items: FixedItems;
  /** Since when Redis could not be asked what has changed; null: it can. */
  staleSince: EpochMs | null;
}

/** A function that was frozen asks what changed when it is asked something itself, once it knows nothing this new. */
const CHECK_AFTER_MS = 15_000;
/** While somebody waits for an answer. */
const CHECK_WITHIN_MS = 1_500;
/** After a failure Redis is left alone for so long. */
const REST_MS = 1_000;
const POLL_MS = 1_000;
/** A poll that has not come back for so long counts as failed. */
const LATE_MS = 5_000;

/**
 * The stations in memory, which answer in place of Redis: loaded area by area, swapped in at once, and kept up with the
 * log of changes. Redis stays the truth: docs/decisions/0005-geo-search.md.
 */
export class StationSnapshot {
  readonly #options: SnapshotOptions;
  readonly #documents: SnapshotDocuments;
  readonly #items = new FixedItems();
  readonly #live = new LiveIndex();
  #version: Version = "0";
  #areas: ReadonlyMap<AreaName, Version> = new Map();
  #syncedAt: EpochMs = 0;
  #failedAt: EpochMs | null = null;
  #isPolling = false;
  /** How long the journal of an import was when Redis was last asked. Should it stay so, nobody is at it any more. */
  #journalLength = 0;
  #atWork: Promise<void> | null = null;
  #hasLostAll = false;

  constructor(options: SnapshotOptions) {
    this.#options = options;
    this.#documents = new SnapshotDocuments(options.documentBytes, options.readDocuments);
  }

  /** Whether Redis had stations, and was found without any. */
  get hasLostAll(): boolean {
    return this.#hasLostAll;
  }

  /** @returns null while nothing is loaded */
  async view(): Promise<SnapshotView | null> {
    if (this.#index === null && this.#options.loadsItself) this.load().catch(this.#options.onFailure);
    if (this.#index !== null && this.#mustCheck()) {
      await withinTime(CHECK_WITHIN_MS, this.catchUp()).catch((error) => this.#fail(error));
      this.#live.remakeIfWornOut().catch(this.#options.onFailure);
    }
    const { index, openings } = this.#live;
    if (index === null || openings === null) return null;
    return { index, openings, items: this.#items, staleSince: this.#staleSince() };
  }

  /** Reads all areas that are not in memory as they are in Redis, and puts them in place of what is there. */
  load(): Promise<void> {
    return this.#alone(() => this.#readAreas());
  }

  /** Takes in what has changed in Redis since the last time. */
  catchUp(): Promise<void> {
    return this.#alone(() => this.#readChanges());
  }

  /** Makes the index anew where so much was added to it that it answers slowly; the one there is answers meanwhile. */
  remakeIfWornOut(): Promise<void> {
    return this.#live.remakeIfWornOut();
  }

  /** Takes in an import that was made here. */
  async importShown(): Promise<void> {
    // What is at work may have looked before the import was shown.
    await this.#atWork?.catch(() => undefined);
    if (this.#index !== null) await this.catchUp();
  }

  /** Takes in a change that was made here, so that nobody misses what they have just done. */
  stored(station: Station): void {
    if (!this.#documents.isNews(station.id, station.revision)) return;
    const isListed = station.withdrawnAt === null;
    this.#apply(station.id, isListed ? coreOf(station) : null);
    if (isListed) this.#documents.put(station);
  }

  /** Documents by id, from memory where it has them; what can neither be found nor read is left out. */
  async documents(ids: readonly StationId[]): Promise<Map<StationId, Station>> {
    const found = new Map<StationId, Station>();
    const missing: StationId[] = [];
    for (const id of ids) {
      const station = this.#documents.get(id);
      if (station) found.set(id, station);
      else missing.push(id);
    }
    if (missing.length === 0 || this.#isResting()) return found;
    try {
      for (const station of await this.#documents.read(missing)) found.set(station.id, station);
    } catch (error) {
      this.#fail(error);
    }
    return found;
  }

  /** A station as it was when Redis was last heard of; null: it is not remembered. */
  remembered(id: StationId): { station: Station; staleSince: EpochMs } | null {
    const station = this.#index?.has(id) ? this.#documents.get(id) : null;
    return station ? { station, staleSince: this.#syncedAt } : null;
  }

  /** Follows Redis in the background, and reads the documents ahead. @returns what ends it */
  follow(): () => void {
    this.#isPolling = true;
    let warmedUp = this.#index;
    const poll = async () => {
      await (this.#index === null ? this.load() : this.catchUp());
      await this.#live.remakeIfWornOut();
      const index = this.#index;
      if (index === null || index === warmedUp) return;
      warmedUp = index;
      await warmUp({
        index,
        goesOn: () => this.#index === index && this.#isPolling && !this.#documents.isFull,
        has: (id) => this.#documents.has(id),
        read: (ids) => this.#documents.read(ids),
      });
    };
    const tick = () => void poll().catch((error) => this.#fail(error));
    tick();
    const timer = setInterval(tick, POLL_MS);
    timer.unref();
    return () => {
      clearInterval(timer);
      this.#isPolling = false;
    };
  }

  async #readAreas(): Promise<void> {
    const { cores, now } = this.#options;
    const startedAt = now();
    let versions: AreaVersions | null = null;
    await this.#live.make(
      async (journal) => {
        for (;;) {
          versions = await cores.readAreas();
          if (versions === null) {
            await cores.rebuild(startedAt);
            versions = await cores.readAreas();
          }
          if (versions === null) throw new Error("the areas are written in another format");
          const read = await this.#readCores(versions, journal);
          if (!(await cores.isImportSince(versions.version))) return read;
        }
      },
      (journal) => {
        if (versions !== null) ({ areas: this.#areas, version: this.#version } = versions);
        this.#documents.forgetRevisions((id) => journal.has(id));
      },
    );
    this.#syncedAt = startedAt;
    this.#failedAt = null;
  }

  /** All stations: those of areas that are in memory as they are in Redis are taken from there. */
  async #readCores({ areas }: AreaVersions, journal: Journal): Promise<StationCore[]> {
    const before = this.#index;
    const isSame = (area: AreaName) => before !== null && areas.get(area) === (this.#areas.get(area) ?? "");
    const all = new Map<StationId, StationCore>();
    // What was stored before is in the areas that are read from here on, or in the log after their version.
    for await (const some of this.#options.cores.readCores([...areas.keys()].filter((area) => !isSame(area)))) {
      for (const core of some) {
        all.set(core.id, core);
        if (!journal.has(core.id)) this.#forget(core.id);
      }
    }
    if (before !== null) await inSlices(addThoseIn(isSame, before, all));
    return [...all.values()];
  }

  async #readChanges(): Promise<void> {
    if (this.#index === null) return this.#readAreas();
    const startedAt = this.#options.now();
    for (;;) {
      const { version, journalLength, changes } = await this.#options.cores.readChanges(this.#version);
      await this.#refuseNothing(version);
      const isLeft = journalLength > 0 && journalLength === this.#journalLength;
      this.#journalLength = journalLength;
      if (isLeft) {
        await this.#options.cores.storeJournal();
        continue;
      }
      if (version === this.#version) break;
      const isWhole = changes.length > 0 && changes.every((change) => this.#takeIn(change));
      if (!isWhole) await this.#readAreas();
      else await this.#refresh(changes);
      if (version === this.#version) break;
    }
    this.#syncedAt = startedAt;
    this.#failedAt = null;
  }

  /**
   * Stations are withdrawn, never deleted, and a version never goes back: a Redis that knows of none is not the one that was
   * read before, or was emptied. What is in memory is the better answer until somebody has looked.
   */
  async #refuseNothing(version: Version): Promise<void> {
    const isNew = version === "0" && this.#version !== "0" && (this.#index?.size ?? 0) > 0;
    // Without a version there may still be stations, written before there were versions.
    this.#hasLostAll = isNew && (await this.#options.cores.readAreas())?.version === "0";
    if (this.#hasLostAll) throw new Error("Redis had stations, and has none any more");
  }

  /** @returns false where a change before this one was missed, or whole areas have changed */
  #takeIn({ version, before, id, revision, core }: LoggedChange): boolean {
    if (before !== this.#version || id === null) return false;
    this.#version = version;
    if (this.#documents.isNews(id, revision)) this.#apply(id, core);
    return true;
  }

  /** Documents in memory that are not the newest any more are read again, for the time when Redis is gone. */
  async #refresh(changes: readonly LoggedChange[]): Promise<void> {
    const outdated = this.#documents.forgetOutdated(changes);
    if (this.#isPolling && outdated.length > 0) await this.#documents.read(outdated);
  }

  /** A change of a station, or with a null core its end, wherever stations are kept. Its document is another matter. */
  #apply(id: StationId, core: StationCore | null): void {
    this.#live.apply(id, core);
    if (core === null) this.#documents.delete(id);
    this.#items.delete(id);
  }

  #forget(id: StationId): void {
    this.#documents.delete(id);
    this.#items.delete(id);
  }

  get #index(): StationIndex | null {
    return this.#live.index;
  }

  /** One at a time; who comes meanwhile waits for the one at work. */
  #alone(work: () => Promise<void>): Promise<void> {
    this.#atWork ??= work().finally(() => {
      this.#atWork = null;
    });
    return this.#atWork;
  }

  #mustCheck(): boolean {
    if (this.#isPolling || this.#isResting()) return false;
    return this.#failedAt !== null || this.#options.now() - this.#syncedAt >= CHECK_AFTER_MS;
  }

  #isResting(): boolean {
    return this.#failedAt !== null && this.#options.now() - this.#failedAt < REST_MS;
  }

  #staleSince(): EpochMs | null {
    const isLate = this.#isPolling && this.#options.now() - this.#syncedAt > LATE_MS;
    return this.#failedAt !== null || isLate ? this.#syncedAt : null;
  }

  #fail(error: unknown): void {
    this.#failedAt = this.#options.now();
    this.#options.onFailure(error);
  }
}

/** Adds the stations of an index that lie in some areas. */
function* addThoseIn(
  isWanted: (area: AreaName) => boolean,
  index: StationIndex,
  all: Map<StationId, StationCore>,
): Slices<void> {
  for (const core of index.cores()) {
    if (isWanted(areaOf(core))) all.set(core.id, core);
    yield;
  }
}
