import { z } from "zod";
import type { AreaName } from "../../shared/packs/area.js";
import { type DetailPack, detailPack } from "../../shared/packs/detail-pack.js";
import { inRowOrder, type LitePack, litePack } from "../../shared/packs/lite-pack.js";
import type { PackManifest } from "../../shared/packs/pack-answer.js";
import { coreOfText } from "../../shared/stations/nearest/core-text.js";
import type { StationCore } from "../../shared/stations/nearest/station-core.js";
import type { Redis } from "../redis/client.js";
import { keys } from "../redis/keys.js";
import { createImportJournal } from "../stations/import-journal-store.js";
import type { StationStore } from "../stations/station-store.js";

export type PackStore = ReturnType<typeof createPackStore>;

/** How often documents are read again when somebody changed one meanwhile. */
const ATTEMPTS = 3;
const DOCUMENTS_AT_ONCE = 300;

const Versions = z.array(z.string().nullable());
const AreaReply = z.tuple([Versions, z.array(z.string())]);

/** Areas as files for phones, made from Redis in one look, so that a file is what its version says. */
export function createPackStore(redis: Redis, stations: Pick<StationStore, "findMany">) {
  const journal = createImportJournal(redis);

  /** The newest versions of areas, of those that ever had a station. */
  async function readVersions(areas: readonly AreaName[]): Promise<PackManifest["areas"]> {
    const fields = areas.flatMap((area) => [area, `${area}|detail`]);
    const [reply] = await journal.read((look) => look.hmget(keys.stationAreas, ...fields));
    const versions = Versions.parse(reply);
    return areas.flatMap((area, index) => {
      const [version, detail] = versions.slice(index * 2, index * 2 + 2);
      return version && detail ? [{ area, version, detail }] : [];
    });
  }

  async function readArea(area: AreaName) {
    const reply = await journal.read((look) =>
      look.hmget(keys.stationAreas, area, `${area}|detail`).hvals(keys.areaCores(area)),
    );
    const [[version, detail], texts] = AreaReply.parse(reply);
    return { version: version ?? null, detail: detail ?? null, cores: inRowOrder(texts.map(coreOfText)) };
  }

  /** Null: this is not the newest version, or there is none. */
  async function readLite(area: AreaName, wanted: string): Promise<LitePack | null> {
    const { version, detail, cores } = await readArea(area);
    return version === wanted && detail !== null ? litePack({ area, version, detail }, cores) : null;
  }

  /** Null: this is not the newest version, or there is none. */
  async function readDetail(area: AreaName, wanted: string): Promise<DetailPack | null> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const { detail, cores } = await readArea(area);
      if (detail !== wanted) return null;
      const documents = await readDocuments(cores);
      const [after] = await readVersions([area]);
      if (after?.detail === detail) return detailPack({ area, version: detail }, documents);
    }
    return null;
  }

  async function readDocuments(cores: readonly StationCore[]) {
    const documents = [];
    for (let start = 0; start < cores.length; start += DOCUMENTS_AT_ONCE) {
      documents.push(...(await stations.findMany(cores.slice(start, start + DOCUMENTS_AT_ONCE).map(({ id }) => id))));
    }
    return documents;
  }

  return { readVersions, readLite, readDetail };
}
