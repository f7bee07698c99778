import { createHmac, randomBytes } from "node:crypto";
import { setImmediate as othersHadTheirTurn } from "node:timers/promises";
import { SERVICE_CIRCLE_MINUTES } from "../../shared/common/distance.js";
import { toGcj02 } from "../../shared/common/place.js";
import { beijingDayNumber, type EpochMs } from "../../shared/common/time.js";
import { unmetReasons } from "../../shared/demand/unmet.js";
import type { NearestAnswer, NearestQuery } from "../../shared/stations/station-answer.js";
import type { StationSnapshot } from "../snapshot/station-snapshot.js";
import type { DemandStore, Seen } from "./demand-store.js";

/** Who searched, as far as a search tells. */
export interface Searcher {
  /** An account that is signed in, else the network the search came from. */
  account: string | null;
  network: string;
  /** What the client says it is. */
  client: string;
}

interface Needs {
  demand: DemandStore;
  snapshot: Pick<StationSnapshot, "view">;
  clock: () => EpochMs;
  onFailure: (error: unknown) => void;
}

/** Behind one address of a carrier are thousands of phones, and what a phone says it is can be made up. */
const MOST_PEOPLE_AN_ADDRESS = 4;
/** What was seen is stored after this long, together. */
const STORED_AFTER_MS = 2_000;
/** More than these are not kept while they wait to be stored. */
const MOST_WAITING = 5_000;
const PERSON_CHARACTERS = 22;
const SALT_BYTES = 32;

/**
 * Counts searches that found nothing, once their answers are on the way: docs/decisions/0038-demand.md. Of a search it keeps
 * the cell, the hour, what was lacking, and a text that is the same for the same person until midnight.
 */
export class UnmetCounter {
  readonly #needs: Needs;
  #waiting: Seen[] = [];
  readonly #looking = new Set<Promise<void>>();
  #salt: { day: number; bytes: Promise<string | null> } | null = null;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /**
   * To be told of every search. Returns at once; what is left to do is done when others have had their turn.
   *
   * @param searcher is asked only where something was lacking
   */
  note(query: NearestQuery, { stations }: NearestAnswer, searcher: () => Searcher): void {
    for (const { opening, travelMinutes } of stations) {
      if (opening.openOnArrival === true && travelMinutes <= SERVICE_CIRCLE_MINUTES) return;
    }
    const who = searcher();
    if (this.#looking.size >= MOST_WAITING) return;
    const look = othersHadTheirTurn()
      .then(() => this.#look(query, who))
      .catch(this.#needs.onFailure)
      .finally(() => this.#looking.delete(look));
    this.#looking.add(look);
  }

  /** Stores what was noted until now. */
  async store(): Promise<void> {
    await Promise.all(this.#looking);
    await this.#store();
  }

  async #look(query: NearestQuery, who: Searcher): Promise<void> {
    const { snapshot, clock } = this.#needs;
    const view = await snapshot.view();
    if (view === null || this.#waiting.length >= MOST_WAITING) return;
    const at = clock();
    const origin = toGcj02(query, query.datum);
    const { amenities, travel } = query;
    const reasons = unmetReasons(view.index, { origin, amenities, travel, at });
    if (reasons.length === 0) return;
    // Loaded when it is first needed: what cells are made with is large.
    const { demandCellOf, hourOfWeek } = await import("../../shared/demand/demand-cell.js");
    const place = { cell: demandCellOf(origin), hour: hourOfWeek(at) };
    const salt = await this.#saltOf(beijingDayNumber(at));
    if (salt === null) return;
    const person = personOf(who, salt);
    if (this.#waiting.length === 0)
      setTimeout(() => this.#store().catch(this.#needs.onFailure), STORED_AFTER_MS).unref();
    for (const reason of reasons) this.#waiting.push({ place: { ...place, reason }, person });
  }

  async #store(): Promise<void> {
    const { demand, clock } = this.#needs;
    const seen = this.#waiting;
    this.#waiting = [];
    const now = clock();
    const day = beijingDayNumber(now);
    // What waited over midnight belongs to a day whose salt is gone.
    if (seen.length > 0 && this.#salt?.day === day) await demand.add(day, now, seen);
  }

  async #saltOf(day: number): Promise<string | null> {
    if (this.#salt?.day !== day) {
      this.#waiting = [];
      const proposed = randomBytes(SALT_BYTES).toString("base64url");
      const asked = { day, bytes: this.#needs.demand.saltOf(day, this.#needs.clock(), proposed) };
      this.#salt = asked;
      asked.bytes.catch(() => {
        if (this.#salt === asked) this.#salt = null;
      });
    }
    return this.#salt?.bytes ?? null;
  }
}

function personOf({ account, network, client }: Searcher, salt: string): string {
  const hash = (text: string) => createHmac("sha256", salt).update(text).digest();
  const who = account ?? `${network} ${(hash(client)[0] ?? 0) % MOST_PEOPLE_AN_ADDRESS}`;
  return hash(who).toString("base64url").slice(0, PERSON_CHARACTERS);
}
