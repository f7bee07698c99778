import { z } from "zod";
import { StationId } from "../../shared/stations/station.js";
import type { Redis } from "../redis/client.js";
import { keys } from "../redis/keys.js";
import { CHANGE_FIELDS } from "../redis/scripts/change-stations.js";
import { applyImportScript, checkImportScript, finishImportScript } from "../redis/scripts/publish-import.js";
import { AMENITY_KEY_PREFIX, CHANGED_KEYS, type PutOutcome } from "./station-store.js";
import { changeFields, type StationChange } from "./stored-station.js";

export interface RefusedChange {
  id: StationId;
  reason: Exclude<PutOutcome, "stored">;
}
export type PublishOutcome = { published: number } | { refused: RefusedChange[] };
export type StationImportStore = ReturnType<typeof createStationImportStore>;

/** A staged import that was never published, after a crash say, is gone after this long. */
const STAGED_SECONDS = 3_600;
/** Upstash takes up to 1 MB a request on older plans. */
const LARGEST_REQUEST_CHARACTERS = 400_000;

/** How many changes one script looks at or stores: Redis does nothing else for some 10 ms then. */
const HELPING = 100;
/** An import that rests for longer was given up, and what it has stored so far counts. */
const REST_MS = 60_000;

const Refusals = z.array(z.string());
const Reason = z.enum(["conflict", "code_taken", "name_taken"]);

/**
 * Many stations at once: staged in batches where nobody sees them, all checked before any is stored, and shown together
 * when the last one is (docs/decisions/0009-import-in-one-switch.md).
 *
 * @param onShown is waited for before the import counts as done
 */
export function createStationImportStore(redis: Redis, onShown: () => Promise<void> = async () => undefined) {
  const checkScript = redis.createScript<string[]>(checkImportScript);
  const applyScript = redis.createScript<string[]>(applyImportScript);
  const finishScript = redis.createScript<string>(finishImportScript);

  /** Adds changes to a staged import, one at a time. `onStaged` hears how many of them are staged so far. */
  async function stage(
    importId: string,
    changes: Iterable<StationChange>,
    onStaged?: (count: number) => void,
  ): Promise<void> {
    const key = keys.stagedImport(importId);
    let [count, size, batch] = [0, 0, [] as string[]];
    const send = async () => {
      await redis
        .pipeline()
        .rpush(key, ...batch)
        .expire(key, STAGED_SECONDS)
        .exec();
      onStaged?.(count);
      [size, batch] = [0, []];
    };
    for (const change of changes) {
      const fields = changeFields(change);
      batch.push(...fields);
      size += fields.reduce((sum, field) => sum + field.length, 0);
      count += 1;
      if (size >= LARGEST_REQUEST_CHARACTERS) await send();
    }
    if (batch.length > 0) await send();
  }

  /**
   * Shows what is staged, or nothing of it where a change no longer fits; what was refused stays staged until it is
   * discarded or expires. A station that somebody changes while the others are stored is refused alone.
   *
   * @param onStored hears how many are stored so far, and is waited for
   */
  async function publish(importId: string, onStored?: (count: number) => unknown): Promise<PublishOutcome> {
    const scriptKeys = [...CHANGED_KEYS, keys.stagedImport(importId), keys.importUnderWay];
    const length = Number(await redis.llen(keys.stagedImport(importId))) / CHANGE_FIELDS.length;
    const eachHelping = async (act: (first: number) => Promise<unknown>) => {
      const refused: RefusedChange[] = [];
      for (let first = 0; first < length; first += HELPING) refused.push(...refusals(await act(first)));
      return refused;
    };
    const helping = (first: number) => [AMENITY_KEY_PREFIX, String(first), String(HELPING)];
    const misfits = await eachHelping((first) => checkScript.exec(scriptKeys, helping(first)));
    if (misfits.length > 0) return { refused: misfits };
    const late = await eachHelping(async (first) => {
      const reply = await applyScript.exec(scriptKeys, [...helping(first), importId, String(REST_MS)]);
      await onStored?.(Math.min(first + HELPING, length));
      return reply;
    });
    await finishScript.exec(scriptKeys, [AMENITY_KEY_PREFIX, "0"]);
    await onShown();
    return late.length > 0 ? { refused: late } : { published: length };
  }

  async function discard(importId: string): Promise<void> {
    await redis.del(keys.stagedImport(importId));
  }

  return { stage, publish, discard };
}

function refusals(reply: unknown): RefusedChange[] {
  const texts = Refusals.parse(reply);
  const refused: RefusedChange[] = [];
  for (let i = 0; i < texts.length; i += 2) {
    refused.push({ id: StationId.parse(texts[i]), reason: Reason.parse(texts[i + 1]) });
  }
  return refused;
}
