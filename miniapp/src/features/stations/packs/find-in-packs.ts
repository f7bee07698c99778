import type { AmenityKind } from "../../../../../shared/amenities/amenity";
import type { TravelMode } from "../../../../../shared/core/distance";
import type { MapPoint } from "../../../../../shared/core/place";
import type { EpochMs } from "../../../../../shared/core/time";
import { areasAround } from "../../../../../shared/packs/area";
import { idsOf } from "../../../../../shared/packs/detail-pack";
import { coresOf } from "../../../../../shared/packs/lite-pack";
import {
  findNearestIn,
  type NearestSearch,
  usableAmenities,
} from "../../../../../shared/stations/nearest/find-nearest";
import type { StationCore } from "../../../../../shared/stations/nearest/station-core";
import { StationIndex } from "../../../../../shared/stations/nearest/station-index";
import { presentNearest } from "../../../../../shared/stations/present-station";
import type { NearestItem } from "../../../../../shared/stations/station-answer";
import { DEFAULT_TRUST_SETTINGS } from "../../../../../shared/trust/trust-settings";
import { type KeptPack, keptAreas, readPack } from "./kept-packs";
import { packedItem } from "./packed-station";

interface PackIndex {
  /** Which packs it was made of. */
  made: string;
  index: StationIndex;
  /** Whose rows the index has, one after the other, from which on. */
  packs: { pack: KeptPack; firstRow: number }[];
}

export interface FoundInPacks {
  stations: NearestItem[];
  /** What works within reach, where nothing was asked for; null: not counted. */
  amenities: AmenityKind[] | null;
  /** How old the oldest of it is. */
  asOf: EpochMs;
}

let latest: PackIndex | null = null;

/**
 * What the server would answer, from what the phone keeps, with no network at all; null: nothing is kept around there.
 *
 * @param now the server's time, as far as known
 */
export function findInPacks(
  origin: MapPoint,
  ask: Pick<NearestSearch, "amenities" | "availability" | "allDay" | "limit"> & { travel: TravelMode },
  now: EpochMs,
): FoundInPacks | null {
  const wanted = new Set(areasAround(origin));
  const entries = keptAreas().filter(({ area }) => wanted.has(area));
  const { index, packs } = indexOf(entries.map(({ area, version }) => `${area}.${version}`));
  if (index.size === 0) return null;
  const search = { ...ask, origin, sort: "best" as const, at: now, settings: DEFAULT_TRUST_SETTINGS };
  const stations = findNearestIn(index, search).flatMap((placed) => {
    const { row, arrivesAt } = placed.item;
    const pack = packs.filter(({ firstRow }) => firstRow <= row).pop();
    if (pack === undefined) return [];
    const packed = packedItem(index.core(row), pack.pack.detail, row - pack.firstRow, now, arrivesAt);
    return packed === null ? [] : [presentNearest(packed, packed.opening, placed)];
  });
  const isPlain = ask.availability === "usable" && ask.amenities.length === 0 && !ask.allDay;
  const amenities = isPlain ? usableAmenities(index, search) : null;
  return { stations, amenities, asOf: Math.min(...entries.map(({ checkedAt }) => checkedAt)) };
}

/** The index of the packs around a place, made once for as long as they stay the same. */
function indexOf(versions: readonly string[]): PackIndex {
  const made = versions.join();
  if (latest?.made === made) return latest;
  const cores: StationCore[] = [];
  const packs: PackIndex["packs"] = [];
  for (const version of versions) {
    const pack = readPack(version.split(".")[0] ?? "");
    if (pack === null) continue;
    packs.push({ pack, firstRow: cores.length });
    for (const core of coresOf(pack.lite, idsOf(pack.detail))) cores.push(core);
  }
  latest = { made, index: StationIndex.ofRows(cores), packs };
  return latest;
}
