import { z } from "zod";
import { AuditEntry } from "../../shared/audit/audit-entry.js";
import type { EpochMs } from "../../shared/core/time.js";
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
const HELPING = 2_000;
/** More than a province writes down in three months; whoever asks does not wait for more. */
const MOST_READ = 2_000_000;

const Reply = z
  .tuple([z.coerce.number(), z.string(), z.enum(["old", "new"])], z.string())
  .transform(([read, last, age, ...rest]) => ({ read, last, age, rest }));

/** Looks the record through where it lies: of half a million entries, some hundred are worth the way. */
export function createRecordSearchStore(redis: Redis) {
  const journal = createImportJournal(redis);
  const script = redis.createScript<unknown>(searchRecordScript);

  return {
    /** Null: the record is too long for that. @param actions of entries that are wanted besides those of broken amenities */
    search: async (first: EpochMs, actions: readonly string[]): Promise<FoundInRecord | null> => {
      const found: FoundInRecord = { entries: [], confirmations: [] };
      let from = "+";
      for (let looked = 0; looked < MOST_READ; looked += HELPING) {
        const asked = [from, String(HELPING), String(first), ...actions];
        const reply = await journal.readByScript(() => script.exec([keys.audit, keys.importJournal], asked));
        const { read, last, age, rest } = Reply.parse(reply);
        add(rest, found);
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

function add(rest: readonly string[], found: FoundInRecord): void {
  for (let i = 0; i + 1 < rest.length; i += 2) {
    const text = rest[i + 1] ?? "";
    if (rest[i] === "e") found.entries.push(AuditEntry.parse(JSON.parse(text)));
    else {
      const [stationId = "", at = ""] = text.split(" ");
      found.confirmations.push({ stationId, at: Number(at) });
    }
  }
}
