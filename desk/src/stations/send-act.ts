import type { FieldConflict } from "../../../shared/contract/error-answer";
import type { StationSet } from "../../../shared/stations/station-input";
import { callApi } from "../http/api";

export interface StationChange {
  id: string;
  revision: number;
  set: StationSet;
}

export interface ActDone {
  changeId: string;
  changed: number;
  revisions: Record<string, number>;
  conflicts: FieldConflict[];
}

const MOST_AT_ONCE = 500;
const LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

/** An id for one act, however many calls it takes. */
export function newChangeId(): string {
  const random = crypto.getRandomValues(new Uint8Array(20));
  return `ch_${Array.from(random, (byte) => LETTERS[byte % LETTERS.length]).join("")}`;
}

/**
 * Sends the changes of one act, 500 at a time. One that broke off is continued by sending all of them again under the same id.
 *
 * @throws ApiFailure of the call that failed; those before it are stored
 */
export async function sendAct(
  changeId: string,
  changes: readonly StationChange[],
  onProgress: (done: number) => void,
): Promise<ActDone> {
  const all: ActDone = { changeId, changed: 0, revisions: {}, conflicts: [] };
  for (let first = 0; first < changes.length; first += MOST_AT_ONCE) {
    const some = changes.slice(first, first + MOST_AT_ONCE);
    const answer = await callApi("POST /stations/bulk", { changeId, changes: some });
    all.changed += answer.changed;
    Object.assign(all.revisions, answer.revisions);
    onProgress(Math.min(first + MOST_AT_ONCE, changes.length));
  }
  return all;
}
