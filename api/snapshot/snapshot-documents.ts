import type { Station, StationId } from "../../shared/stations/station.js";
import { DocumentCache } from "./document-cache.js";

const MOST_REVISIONS = 20_000;

/** The documents of a snapshot, and which revisions are known. What is older than that is not taken for news. */
export class SnapshotDocuments {
  readonly #documents: DocumentCache;
  readonly #readDocuments: (ids: readonly StationId[]) => Promise<Station[]>;
  /** The newest revision known of stations that changed lately. */
  readonly #revisions = new Map<StationId, number>();

  constructor(bytes: number, readDocuments: (ids: readonly StationId[]) => Promise<Station[]>) {
    this.#documents = new DocumentCache(bytes);
    this.#readDocuments = readDocuments;
  }

  get isFull(): boolean {
    return this.#documents.isFull;
  }

  has(id: StationId): boolean {
    return this.#documents.has(id);
  }

  get(id: StationId): Station | null {
    return this.#documents.get(id);
  }

  put(station: Station): void {
    this.#documents.put(station);
  }

  delete(id: StationId): void {
    this.#documents.delete(id);
  }

  /** Notes the revision of a station. @returns false where a newer one is known */
  isNews(id: StationId, revision: number): boolean {
    if (revision < (this.#revisions.get(id) ?? 0)) return false;
    this.#revisions.delete(id);
    this.#revisions.set(id, revision);
    const [oldest] = this.#revisions.keys();
    if (this.#revisions.size > MOST_REVISIONS && oldest !== undefined) this.#revisions.delete(oldest);
    return true;
  }

  /** Forgets the revisions of all stations but some. */
  forgetRevisions(isKept: (id: StationId) => boolean): void {
    for (const id of [...this.#revisions.keys()]) if (!isKept(id)) this.#revisions.delete(id);
  }

  /** Forgets documents that are older than a change. @returns the ids of those that were there */
  forgetOutdated(changes: readonly { id: StationId | null; revision: number }[]): StationId[] {
    const ids = changes.flatMap(({ id }) => (id !== null && this.#documents.has(id) ? [id] : []));
    for (const { id, revision } of changes) if (id !== null) this.#documents.forgetBefore(id, revision);
    return [...new Set(ids)].filter((id) => !this.#documents.has(id));
  }

  /** Reads documents from Redis, and keeps those that are the newest. Withdrawn stations are left out. */
  async read(ids: readonly StationId[]): Promise<Station[]> {
    const listed = (await this.#readDocuments(ids)).filter(({ withdrawnAt }) => withdrawnAt === null);
    for (const station of listed) {
      if (station.revision >= (this.#revisions.get(station.id) ?? 0)) this.#documents.put(station);
    }
    return listed;
  }
}
