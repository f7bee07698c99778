import { z } from "zod";
import { AuditEntry } from "../../shared/audit/audit-entry.js";
import type { EpochMs } from "../../shared/common/time.js";
import type { Redis } from "../redis/client.js";
import { keys } from "../redis/keys.js";
import { searchRecordScript } from "../redis/scripts/search-record.js";
import { createImportJournal } from "../stations/import-journal-store.js";

/** What the record says of stations and reports, from an instant until now. */
export interface FoundInRecord {
  /** Of amenities that were or are broken, and of the actions asked for; oldest first. */
  entries: AuditEntry[];
  /** When somebody at a station saw its door open as posted. */
  confirmations: { stationId: string; at: EpochMs }[];
}

export type RecordSearchStore = ReturnType<typeof createRecordSearchStore>;

/** Redis does nothing else for some milliseconds while it looks at so many. */
const HELPING = 1_000;
/** More than a province writes down in three months; whoever asks does not wait for more. */
const MOST_READ = 2_000_000;

const Reply = z
  .tuple([z.coerce.number(), z.string(), z.enum(["old", "new"]), z.string()], z.string())
  .transform(([read, last, age, confirmed, ...entries]) => ({ read, last, age, confirmed, entries }));

/** Looks the record through where it lies: of half a million entries, some hundred are worth the way. */
export function createRecordSearchStore(redis: Redis) {
  const journal = createImportJournal(redis);
  const script = redis.createScript<unknown>(searchRecordScript);

  return {
    /**
     * Null: the record is too long for that. @param actions of entries that are wanted besides those of broken
     * amenities
     */
    search: async (first: EpochMs, actions: readonly string[]): Promise<FoundInRecord | null> => {
      const found: FoundInRecord = { entries: [], confirmations: [] };
      let from = "+";
      for (let looked = 0; looked < MOST_READ; looked += HELPING) {
        const asked = [from, String(HELPING), String(first), ...actions];
        const reply = await journal.readByScript(() => script.exec([keys.audit, keys.importJournal], asked));
        const { read, last, age, confirmed, entries } = Reply.parse(reply);
        for (const one of confirmed === "" ? [] : confirmed.split(",")) {
          const [stationId = "", at = ""] = one.split(" ");
          found.confirmations.push({ stationId, at: Number(at) });
        }
        for (const entry of entries) found.entries.push(AuditEntry.parse(JSON.parse(entry)));
        // What is set back by a demo's clock may stand among what is newer, but not a whole helping of it.
        if (read < HELPING || age === "old") {
          found.entries.reverse();
          return found;
        }
        from = `(${last}`;
      }
      return null;
    },
  };
}
