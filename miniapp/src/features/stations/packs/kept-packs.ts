import type { EpochMs } from "../../../../../shared/common/time";
import type { AreaName } from "../../../../../shared/packs/area";
import type { DetailPack } from "../../../../../shared/packs/detail-pack";
import type { LitePack } from "../../../../../shared/packs/lite-pack";
import { CORE_FORMAT } from "../../../../../shared/stations/nearest/core-text";
import { forgetOnPhone, keepOnPhone, readFromPhone } from "../../../platform/settings/phone-storage";

/** An area on the phone. Which areas are kept says no more of a person than a list of stations does: 10 km. */
export interface KeptPack {
  lite: LitePack;
  detail: DetailPack;
}

interface Entry {
  area: AreaName;
  /** Of the lite pack, which names that of the detail. */
  version: string;
  /** When the server last had nothing newer. */
  checkedAt: EpochMs;
  usedAt: EpochMs;
  characters: number;
}

/** WeChat keeps 10 MB for a mini-program, a browser about 5 million characters for a site, and other things want room. */
const MOST_CHARACTERS = 3_000_000;
/** WeChat keeps 1 MB a key. */
const LARGEST_BYTES = 1_000_000;

/** Packs read from the storage once. */
const opened = new Map<AreaName, KeptPack>();

export function keptAreas(): readonly Entry[] {
  const kept = readFromPhone("packs");
  return Array.isArray(kept) ? (kept as Entry[]) : [];
}

/** Null: it is not kept, or was written in another way. */
export function readPack(area: AreaName): KeptPack | null {
  const known = opened.get(area);
  if (known) return known;
  const kept = readFromPhone(`pack:${area}`) as KeptPack | null;
  if (kept?.lite?.format !== CORE_FORMAT || kept.detail?.version !== kept.lite.detail) return null;
  opened.set(area, kept);
  return kept;
}

/** Keeps a pack, and lets go of those used longest ago where room is short. One too large for a key is not kept. */
export function keepPack(pack: KeptPack, now: EpochMs): void {
  const { area, version } = pack.lite;
  const text = JSON.stringify(pack);
  if (bytesOf(text) > LARGEST_BYTES) return;
  const characters = text.length;
  const entries = keptAreas().filter((entry) => entry.area !== area);
  entries.push({ area, version, checkedAt: now, usedAt: now, characters });
  entries.sort((a, b) => b.usedAt - a.usedAt);
  let left = MOST_CHARACTERS;
  const staying = entries.filter((entry) => {
    left -= entry.characters;
    return left >= 0;
  });
  for (const { area: gone } of entries.filter((entry) => !staying.includes(entry))) {
    opened.delete(gone);
    forgetOnPhone(`pack:${gone}`);
  }
  opened.set(area, pack);
  keepOnPhone(`pack:${area}`, pack);
  keepOnPhone("packs", staying);
}

/** Notes that the areas are as new as the server has them, and that they were wanted. */
export function notePacks(areas: readonly AreaName[], now: EpochMs): void {
  keepOnPhone(
    "packs",
    keptAreas().map((entry) => (areas.includes(entry.area) ? { ...entry, checkedAt: now, usedAt: now } : entry)),
  );
}

/** As UTF-8: three bytes for a Chinese character. */
function bytesOf(text: string): number {
  let bytes = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : 3;
  }
  return bytes;
}
