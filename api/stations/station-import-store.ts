import { setTimeout } from "node:timers/promises";
import { z } from "zod";
import type { AuditEntry, ChangeAuthor } from "../../shared/audit/audit-entry.js";
import type { EpochMs } from "../../shared/common/time.js";
import { StationId } from "../../shared/stations/station.js";
import { ApiError } from "../api-error.js";
import { AMENITY_KEY_PREFIX, CHANGED_KEYS } from "../redis/changed-station-keys.js";
import type { Redis } from "../redis/client.js";
import { keys } from "../redis/keys.js";
import { CHANGE_FIELDS } from "../redis/scripts/change-stations.js";
import {
  checkImportScript,
  openGateScript,
  showImportScript,
  shutGateScript,
} from "../redis/scripts/publish-import.js";
import { createImportJournal } from "./import-journal-store.js";
import type { StationChange } from "./station-change.js";
import { changeFields } from "./station-document-store.js";

export interface RefusedChange {
  id: StationId;
  reason: "conflict" | "code_taken" | "name_taken";
}
export type PublishOutcome = { published: number } | { refused: RefusedChange[] };

/** An import as one act: with one entry in the record, and taken back together. */
export interface ImportAct {
  id: string;
  /** Who may go on with it: nobody else does. */
  owner: string;
  author: ChangeAuthor;
  startedAt: EpochMs;
  /** What the codes of its stations have in common. */
  district: string;
}

export type StationImportStore = ReturnType<typeof createStationImportStore>;

/** A staged import that was never published, after a crash say, is gone after this long. */
const STAGED_SECONDS = 3_600;
/** Upstash takes up to 1 MB a request on older plans. */
const LARGEST_REQUEST_CHARACTERS = 400_000;
/** How many changes one script looks through, which takes Redis some milliseconds. */
const HELPING = 500;
/** A gate that nobody keeps shut opens by itself: what was looked through behind it does not count then. */
const GATE_MS = 10_000;
const GATE_TRIES = 100;
const GATE_WAIT_MS = 100;

const Refusals = z.array(z.string());
const Reason = z.enum(["conflict", "code_taken", "name_taken"]);

/**
 * Many stations at once: staged in batches where nobody sees them, all looked through while nobody else changes stations, and
 * shown by one switch (docs/decisions/0009-import-in-one-switch.md).
 *
 * @param onShown is waited for before the import counts as done
 */
export function createStationImportStore(redis: Redis, onShown: () => Promise<void> = async () => undefined) {
  const journal = createImportJournal(redis);
  const shutScript = redis.createScript<string>(shutGateScript);
  const openScript = redis.createScript<string>(openGateScript);
  const checkScript = redis.createScript<string[]>(checkImportScript);
  const showScript = redis.createScript<string>(showImportScript);

  /**
   * Adds changes to a staged import, one at a time. `onStaged` hears how many of them are staged so far, and is
   * waited for.
   */
  async function stage(
    importId: string,
    changes: Iterable<StationChange>,
    onStaged?: (count: number) => unknown,
  ): Promise<void> {
    const key = keys.stagedImport(importId);
    let [count, size, batch] = [0, 0, [] as string[]];
    const send = async () => {
      await redis
        .pipeline()
        .rpush(key, ...batch)
        .expire(key, STAGED_SECONDS)
        .exec();
      await onStaged?.(count);
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
   * discarded or expires. Once this has passed its switch, the import is shown whole whatever happens here.
   *
   * @param onStored hears how many are stored so far, and is waited for
   * @param act the one act that all of it is; what was staged says in `told` what each change did
   * @throws ApiError `busy` where other imports do not come to an end
   */
  async function publish(
    importId: string,
    onStored?: (count: number) => unknown,
    act: ImportAct | null = null,
  ): Promise<PublishOutcome> {
    const count = Number(await redis.llen(keys.stagedImport(importId))) / CHANGE_FIELDS.length;
    if (count === 0) return { published: 0 };
    const refused = await show(importId, count, act);
    if (refused.length > 0) return { refused };
    await journal.store((left) => onStored?.(count - left));
    await onShown();
    return { published: count };
  }

  /** @returns what no longer fits; empty: all is shown */
  async function show(importId: string, count: number, act: ImportAct | null): Promise<RefusedChange[]> {
    for (let attempt = 0; attempt < GATE_TRIES; attempt++) {
      if (!(await shutGate(importId))) continue;
      try {
        const refused = await check(importId, count);
        if (refused.length > 0) return refused;
        const shown = await showScript.exec(
          [keys.importGate, keys.importJournal, keys.stagedImport(importId), keys.importAct],
          [importId, act === null ? "" : actText(act)],
        );
        if (shown === "shown") return [];
      } finally {
        // Where Redis is gone, the gate opens by itself, and the failure is what counts.
        await openScript.exec([keys.importGate], [importId]).catch(() => undefined);
      }
    }
    throw new ApiError("busy");
  }

  /** @returns false where it is to be tried again */
  async function shutGate(importId: string): Promise<boolean> {
    const reply = await shutScript.exec([keys.importGate, keys.importJournal], [importId, String(GATE_MS)]);
    if (reply === "journal") await journal.store();
    if (reply === "taken") await setTimeout(GATE_WAIT_MS);
    return reply === "shut";
  }

  async function check(importId: string, count: number): Promise<RefusedChange[]> {
    const refused: RefusedChange[] = [];
    for (let first = 0; first < count; first += HELPING) {
      const reply = await checkScript.exec(
        [...CHANGED_KEYS, keys.importGate, keys.stagedImport(importId)],
        [AMENITY_KEY_PREFIX, String(first), String(HELPING), importId, String(GATE_MS)],
      );
      refused.push(...refusals(reply));
    }
    return refused;
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

/** As the script reads it. Its district is looked up in the act, as that of any change of many. */
function actText({ id, owner, author, startedAt, district }: ImportAct): string {
  const subject = { type: "change", id } as const;
  const entry: AuditEntry = {
    at: startedAt,
    author,
    action: "station:import",
    subject,
    districtCode: null,
    from: {},
    to: {},
  };
  return JSON.stringify({ id, owner, startedAt: String(startedAt), district, entry: JSON.stringify(entry) });
}
