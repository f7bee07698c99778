import { z } from "zod";
import type { Slices } from "../../shared/common/slices.js";
import { type AreaName, areaOf } from "../../shared/packs/area.js";
import { CORE_FORMAT, coreOfText, coreText } from "../../shared/stations/nearest/core-text.js";
import { coreOf, type StationCore } from "../../shared/stations/nearest/station-core.js";
import type { Redis } from "../redis/client.js";
import { keys } from "../redis/keys.js";
import { finishCoresScript, keepCoresScript } from "../redis/scripts/keep-cores.js";
import { readStationChangesScript } from "../redis/scripts/read-station-changes.js";
import { createImportJournal } from "../stations/import-journal-store.js";
import { readStation } from "../stations/station-document-store.js";
import { inSlices } from "./in-slices.js";

/** A version grows with every change. Compared as text: either it is the same, or it is another. */
export type Version = string;

/** Which areas there are, and how new. */
export interface AreaVersions {
  /** Of all areas together. */
  version: Version;
  areas: ReadonlyMap<AreaName, Version>;
  details: ReadonlyMap<AreaName, Version>;
}

/** One change of a station; a null id: areas have changed, a null core: it is gone. */
export interface LoggedChange {
  version: Version;
  before: Version;
  id: string | null;
  revision: number;
  core: StationCore | null;
}

interface ChangesRead {
  /** The newest there is. */
  version: Version;
  /** How many fields of an import are not stored yet; the changes say nothing of it until all are. */
  journalLength: number;
  changes: LoggedChange[];
}

export type CoreStore = ReturnType<typeof createCoreStore>;

/** How many areas one trip to Redis brings. */
const AREAS_A_HELPING = 100;
const CHANGES_A_HELPING = 1_000;
const DOCUMENTS_A_HELPING = 300;
const DETAIL = "|detail";

const Texts = z.array(z.string());
const Nested = z.array(Texts);
const ScanReply = z.tuple([z.coerce.string(), Texts]);

/** What finding stations needs of them, area by area, and the log of what changed. */
export function createCoreStore(redis: Redis) {
  const journal = createImportJournal(redis);
  const changesScript = redis.createScript<string[]>(readStationChangesScript);
  const keepScript = redis.createScript<string>(keepCoresScript);
  const finishScript = redis.createScript<string>(finishCoresScript);

  /** @returns null where the stations were written before this was kept: see `rebuild` */
  async function readAreas(): Promise<AreaVersions | null> {
    const [reply] = await journal.read((look) => look.hgetall(keys.stationAreas));
    const flat = Texts.parse(reply ?? []);
    const versions = { version: "0", areas: new Map<AreaName, Version>(), details: new Map<AreaName, Version>() };
    let format: string | null = null;
    for (let i = 0; i + 1 < flat.length; i += 2) {
      const [field = "", value = ""] = [flat[i], flat[i + 1]];
      if (field === "version") versions.version = value;
      else if (field === "format") format = value;
      else if (field.endsWith(DETAIL)) versions.details.set(field.slice(0, -DETAIL.length), value);
      else versions.areas.set(field, value);
    }
    const isReadable = format === CORE_FORMAT || (await redis.hlen(keys.stationDocuments)) === 0;
    return isReadable ? versions : null;
  }

  /** The stations of areas, a helping at a time, so that nothing waits for long. */
  async function* readCores(areas: readonly AreaName[]): AsyncGenerator<StationCore[]> {
    for (let start = 0; start < areas.length; start += AREAS_A_HELPING) {
      const helping = areas.slice(start, start + AREAS_A_HELPING);
      const replies = await journal.read((look) => {
        for (const area of helping) look.hvals(keys.areaCores(area));
      });
      yield await inSlices(coresOfTexts(Nested.parse(replies)));
    }
  }

  /** What changed since a version, in order, a helping of it, and the newest version there is. */
  async function readChanges(since: Version): Promise<ChangesRead> {
    const reply = Texts.parse(
      await changesScript.exec(
        [keys.stationAreas, keys.stationChanges, keys.importJournal],
        [since, String(CHANGES_A_HELPING)],
      ),
    );
    const [newest = "0", journalLength, ...flat] = reply;
    const changes: LoggedChange[] = [];
    for (let i = 0; i + 4 < flat.length; i += 5) {
      const [version = "", before = "", id = "", revision = "", core = ""] = flat.slice(i, i + 5);
      changes.push({
        version,
        before,
        id: id === "" ? null : id,
        revision: Number(revision),
        core: core === "" ? null : coreOfText(core),
      });
    }
    return { version: newest, journalLength: Number(journalLength), changes };
  }

  /** Whether an import was shown since a version: whoever read area after area has a part of it then. */
  async function isImportSince(version: Version): Promise<boolean> {
    const { changes } = await readChanges(version);
    return changes.length === CHANGES_A_HELPING || changes.some(({ id }) => id === null);
  }

  /** Keeps what finding needs for every station, from the documents. Several processes may do it at once. */
  async function rebuild(now: number): Promise<void> {
    let cursor = "0";
    do {
      const [next, flat] = ScanReply.parse(
        await redis.hscan(keys.stationDocuments, cursor, { count: DOCUMENTS_A_HELPING }),
      );
      cursor = next;
      const words = flat
        .filter((_, index) => index % 2 === 1)
        .map(readStation)
        .filter(({ withdrawnAt }) => withdrawnAt === null)
        .flatMap((station) => [
          station.id,
          String(station.revision),
          areaOf(station.location),
          coreText(coreOf(station)),
        ]);
      await keepScript.exec([keys.stationRevisions, keys.stationAreas, keys.areaCores("")], [String(now), ...words]);
    } while (cursor !== "0");
    await finishScript.exec([keys.stationAreas], [CORE_FORMAT, String(now)]);
  }

  return { readAreas, readCores, readChanges, isImportSince, rebuild, storeJournal: () => journal.store() };
}

function* coresOfTexts(areas: readonly (readonly string[])[]): Slices<StationCore[]> {
  const cores: StationCore[] = [];
  for (const texts of areas) {
    for (const text of texts) cores.push(coreOfText(text));
    yield;
  }
  return cores;
}
