import { z } from "zod";
import { StationId } from "../../shared/stations/station.js";
import type { Redis } from "../redis/client.js";
import { keys } from "../redis/keys.js";
import { publishImportScript } from "../redis/scripts/change-stations.js";
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

const PublishReply = z.tuple([z.enum(["stored", "refused"])], z.string());
const Reason = z.enum(["conflict", "code_taken", "name_taken"]);

/** Many stations at once: staged in batches where nobody sees them, then shown by one script, all or none. */
export function createStationImportStore(redis: Redis) {
  const publishScript = redis.createScript<string[]>(publishImportScript);

  /** Adds changes to a staged import. `onStaged` hears how many of them are staged so far. */
  async function stage(
    importId: string,
    changes: readonly StationChange[],
    onStaged?: (count: number) => void,
  ): Promise<void> {
    const key = keys.stagedImport(importId);
    let batch: string[] = [];
    let size = 0;
    for (const [index, change] of changes.entries()) {
      const fields = changeFields(change);
      batch.push(...fields);
      size += fields.reduce((sum, field) => sum + field.length, 0);
      if (size < LARGEST_REQUEST_CHARACTERS && index < changes.length - 1) continue;
      await redis
        .pipeline()
        .rpush(key, ...batch)
        .expire(key, STAGED_SECONDS)
        .exec();
      onStaged?.(index + 1);
      batch = [];
      size = 0;
    }
  }

  /** Shows what is staged, all of it or nothing; what was refused stays staged until it is discarded or expires. */
  async function publish(importId: string): Promise<PublishOutcome> {
    const reply = await publishScript.exec([...CHANGED_KEYS, keys.stagedImport(importId)], [AMENITY_KEY_PREFIX]);
    const [outcome, ...rest] = PublishReply.parse(reply);
    if (outcome === "stored") return { published: Number(rest[0]) };
    const refused: RefusedChange[] = [];
    for (let i = 0; i < rest.length; i += 2) {
      refused.push({ id: StationId.parse(rest[i]), reason: Reason.parse(rest[i + 1]) });
    }
    return { refused };
  }

  async function discard(importId: string): Promise<void> {
    await redis.del(keys.stagedImport(importId));
  }

  return { stage, publish, discard };
}
