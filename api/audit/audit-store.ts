import { z } from "zod";
import { AuditEntry, RECORD_KEPT_DAYS } from "../../shared/audit/audit-entry.js";
import { DAY_MS, type EpochMs } from "../../shared/common/time.js";
import type { Redis } from "../redis/client.js";
import { keys } from "../redis/keys.js";
import { createImportJournal } from "../stations/import-journal-store.js";

export interface AuditPage {
  /** Newest first. */
  entries: AuditEntry[];
  /** Where to read on; null at the end. */
  nextCursor: string | null;
}

export interface AuditQuery {
  /** Keeps what a person may read, and what was asked for. */
  matches: (entry: AuditEntry) => boolean;
  /** Is given a batch of entries, and waited for, before they are asked about. */
  prepare?: (entries: readonly AuditEntry[]) => Promise<void>;
  cursor: string | null;
  limit: number;
}

export type AuditStore = ReturnType<typeof createAuditStore>;

const KEPT_MS = RECORD_KEPT_DAYS * DAY_MS;
const BATCH = 500;
/** How many entries one page looks through at most, so that a narrow question about a long record stays quick. */
const MOST_READ = 10_000;

const Reply = z.array(z.tuple([z.string(), z.array(z.string())]));

/** The record of who changed what. Stations write theirs in the script that changes them. */
export function createAuditStore(redis: Redis) {
  const journal = createImportJournal(redis);
  return {
    add: async (...entries: AuditEntry[]): Promise<void> => {
      if (entries.length === 0) return;
      const batch = redis.multi();
      for (const entry of entries) batch.xadd(keys.audit, "*", { entry: JSON.stringify(entry) });
      await batch.exec();
    },
    read: async ({ matches, prepare, cursor, limit }: AuditQuery): Promise<AuditPage> => {
      const entries: AuditEntry[] = [];
      let from = cursor === null ? "+" : `(${cursor}`;
      for (let read = 0; read < MOST_READ; read += BATCH) {
        const [reply] = await journal.read((look) => look.xrevrange(keys.audit, from, "-", BATCH));
        const rows = Reply.parse(reply);
        const batch = rows.map(([streamId, [, json = ""]]) => ({
          streamId,
          entry: AuditEntry.parse(JSON.parse(json)),
        }));
        await prepare?.(batch.map(({ entry }) => entry));
        for (const { streamId, entry } of batch) {
          if (matches(entry)) entries.push(entry);
          if (entries.length === limit) return { entries, nextCursor: streamId };
          from = `(${streamId}`;
        }
        if (rows.length < BATCH) return { entries, nextCursor: null };
      }
      return { entries, nextCursor: from.slice(1) };
    },
    /** Forgets what is older than the record is kept. Returns how many entries. */
    trim: async (now: EpochMs): Promise<number> =>
      Number(await redis.xtrim(keys.audit, { strategy: "MINID", exactness: "=", threshold: `${now - KEPT_MS}-0` })),
  };
}
