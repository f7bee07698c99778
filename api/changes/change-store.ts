import { z } from "zod";
import type { AuditEntry, ChangeAuthor } from "../../shared/audit/audit-entry.js";
import { DAY_MS, type EpochMs } from "../../shared/common/time.js";
import { CHANGE_OPEN_HOURS } from "../../shared/stations/bulk-change.js";
import { type Station, StationId } from "../../shared/stations/station.js";
import { AMENITY_KEY_PREFIX, CHANGED_KEYS } from "../redis/changed-station-keys.js";
import type { Redis } from "../redis/client.js";
import { keys } from "../redis/keys.js";
import { applyActScript } from "../redis/scripts/apply-act.js";
import { createImportJournal } from "../stations/import-journal-store.js";
import type { StationChange } from "../stations/station-change.js";
import type { RefusedChange, StationImportStore } from "../stations/station-import-store.js";

/** What a change of many stations did to one of them, by the fields of its document. */
export type StationDiff = Pick<AuditEntry, "from" | "to">;

export interface Act {
  id: string;
  startedAt: EpochMs;
  /** What the codes of its stations have in common; null: nothing. */
  district: string | null;
  isUndone: boolean;
}

export interface ActPart {
  changeId: string;
  /** Which calls belong to it: those that name the same owner. */
  owner: string;
  author: ChangeAuthor;
  action: "station:change-many" | "station:undo";
  changes: readonly (StationChange & { told: StationDiff })[];
  /** Whether what does not fit is left out; else nothing is stored then. */
  skips: boolean;
  now: EpochMs;
}

export type ActOutcome =
  | { state: "stored" | "refused"; refused: RefusedChange[] }
  | { state: "not_allowed" | "over"; refused: [] };

export type ChangeStore = ReturnType<typeof createChangeStore>;

const OPEN_MS = (CHANGE_OPEN_HOURS / 24) * DAY_MS;
const STATION_FIELD = /^st_/;
const Meta = z.tuple([z.string().nullable(), z.string().nullable(), z.string().nullable()]);
const Texts = z.array(z.string());
const Diff = z.object({ from: z.record(z.string(), z.unknown()), to: z.record(z.string(), z.unknown()) });
const Reply = z
  .tuple([z.enum(["stored", "refused", "not_allowed", "over"])], z.string())
  .transform(([state, ...rest]) => ({ state, rest }));
const Reason = z.enum(["conflict", "code_taken", "name_taken"]);

/**
 * Changes of many stations, each one act however many calls it takes: kept as a whole, so that it can be told and taken
 * back (docs/decisions/0035-desk.md).
 *
 * @param onStored hears of every station that was changed
 */
export function createChangeStore(
  redis: Redis,
  staging: Pick<StationImportStore, "stage" | "discard">,
  onStored: (station: Station) => void = () => undefined,
) {
  const journal = createImportJournal(redis);
  const applyScript = redis.createScript<string[]>(applyActScript);

  /** Stores a part of an act, in one step. `stagingId` is for this call alone. */
  async function apply(part: ActPart, stagingId: string): Promise<ActOutcome> {
    const { changeId, changes, skips, now, owner } = part;
    await staging.stage(stagingId, changes);
    const act = [keys.stagedImport(stagingId), keys.act(changeId), keys.actsOf("")];
    const scriptKeys = [...CHANGED_KEYS, keys.importJournal, keys.importGate, ...act];
    const mode = skips ? "skip" : "all";
    const earliest = String(now - OPEN_MS);
    const args = [AMENITY_KEY_PREFIX, mode, String(now), earliest, owner, changeId, JSON.stringify(entryOf(part))];
    const { state, rest } = Reply.parse(await journal.writeByScript(() => applyScript.exec(scriptKeys, args)));
    // What is staged expires by itself.
    await staging.discard(stagingId).catch(() => undefined);
    if (state === "not_allowed" || state === "over") return { state, refused: [] };
    const refused = refusals(rest);
    const left = new Set(refused.map(({ id }) => id));
    if (state === "stored") for (const { station } of changes) if (!left.has(station.id)) onStored(station);
    return { state, refused };
  }

  async function findMany(changeIds: readonly string[]): Promise<Map<string, Act>> {
    if (changeIds.length === 0) return new Map();
    const batch = redis.pipeline();
    for (const id of changeIds) batch.hmget(keys.act(id), "startedAt", "district", "undone");
    const replies = z.array(Meta.nullable()).parse(await batch.exec());
    return new Map(
      changeIds.flatMap((id, index): [string, Act][] => {
        const [startedAt = null, district = null, undone = null] = replies[index] ?? [];
        if (startedAt === null) return [];
        return [[id, { id, startedAt: Number(startedAt), district: district || null, isUndone: undone !== null }]];
      }),
    );
  }

  /** What an act did to some stations; those it did nothing to are left out. */
  async function diffs(changeId: string, ids: readonly StationId[]): Promise<Map<StationId, StationDiff>> {
    if (ids.length === 0) return new Map();
    const found = z.array(z.string().nullable()).parse(await redis.hmget(keys.act(changeId), ...ids));
    return new Map(
      ids.flatMap((id, index): [StationId, StationDiff][] => {
        const json = found[index];
        return json ? [[id, Diff.parse(JSON.parse(json))]] : [];
      }),
    );
  }

  return {
    apply,
    findMany,
    find: async (changeId: string): Promise<Act | null> => (await findMany([changeId])).get(changeId) ?? null,
    diffs,
    /** The stations that an act has changed so far, in the order of their ids. */
    stationIds: async (changeId: string): Promise<StationId[]> =>
      Texts.parse(await redis.hkeys(keys.act(changeId)))
        .filter((field) => STATION_FIELD.test(field))
        .map((id) => StationId.parse(id))
        .sort(),
    /** The acts that have changed a station. */
    ofStation: async (id: StationId): Promise<string[]> => Texts.parse(await redis.zrange(keys.actsOf(id), 0, -1)),
    /** From here on nothing can be added to an act. */
    markUndone: async (changeId: string, now: EpochMs): Promise<void> => {
      await redis.hsetnx(keys.act(changeId), "undone", String(now));
    },
    /** Until when an act can be gone on with or taken back; null: no more, or it is one that took another back. */
    undoUntil: ({ id, isUndone, startedAt }: Act, now: EpochMs): EpochMs | null =>
      isUndone || startedAt < now - OPEN_MS || !id.startsWith("ch_") ? null : startedAt + OPEN_MS,
  };
}

/** The one entry of an act. Its district is looked up in the act, whose later parts may lie elsewhere. */
function entryOf({ changeId, author, action, now }: ActPart): AuditEntry {
  return { at: now, author, action, subject: { type: "change", id: changeId }, districtCode: null, from: {}, to: {} };
}

function refusals(texts: readonly string[]): RefusedChange[] {
  const refused: RefusedChange[] = [];
  for (let i = 0; i + 1 < texts.length; i += 2) {
    refused.push({ id: StationId.parse(texts[i]), reason: Reason.parse(texts[i + 1]) });
  }
  return refused;
}
