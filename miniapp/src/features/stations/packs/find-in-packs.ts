import type { AmenityKind } from "../../../../../shared/amenities/amenity";
import { type AroundStation, circleAround } from "../../../../../shared/circle/around";
import type { AroundAnswer } from "../../../../../shared/circle/around-answer";
import type { TravelMode } from "../../../../../shared/common/distance";
import { instantText } from "../../../../../shared/common/instant-text";
import type { MapPoint } from "../../../../../shared/common/place";
import type { EpochMs } from "../../../../../shared/common/time";
import { areasAround } from "../../../../../shared/packs/area";
import { idsOf } from "../../../../../shared/packs/detail-pack";
import { coresOf } from "../../../../../shared/packs/lite-pack";
import {
  findNearestIn,
  type NearestSearch,
  usableAmenities,
} from "../../../../../shared/stations/nearest/find-nearest";
import { LONGEST_NEAREST_LIST } from "../../../../../shared/stations/nearest/list-length";
import type { StationCore } from "../../../../../shared/stations/nearest/station-core";
import { StationIndex } from "../../../../../shared/stations/nearest/station-index";
import { presentNearest } from "../../../../../shared/stations/present-station";
import type { NearestItem } from "../../../../../shared/stations/station-answer";
import { DEFAULT_TRUST_SETTINGS } from "../../../../../shared/trust/trust-settings";
import { type KeptPack, keptAreas, readPack } from "./kept-packs";
import { packedAround, packedItem } from "./packed-station";

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
  const { index, packs, asOf } = packsAround(origin);
  if (index.size === 0) return null;
  const search = { ...ask, origin, sort: "best" as const, at: now, settings: DEFAULT_TRUST_SETTINGS };
  const stations = findNearestIn(index, search).flatMap((placed) => {
    const { row, arrivesAt } = placed.item;
    const pack = packOfRow(packs, row);
    if (pack === undefined) return [];
    const packed = packedItem(index.core(row), pack.pack.detail, row - pack.firstRow, now, arrivesAt);
    return packed === null ? [] : [presentNearest(packed, packed.opening, placed)];
  });
  const isPlain = ask.availability === "usable" && ask.amenities.length === 0 && !ask.allDay;
  const amenities = isPlain ? usableAmenities(index, search) : null;
  return { stations, amenities, asOf };
}

/**
 * What lies within 15 minutes, by the rule that the server goes by, from what the phone keeps; null: nothing is kept around there.
 * Of classes nothing is kept.
 */
export function aroundInPacks(
  origin: MapPoint,
  travel: TravelMode,
  now: EpochMs,
): { answer: AroundAnswer; asOf: EpochMs } | null {
  const { index, packs, asOf } = packsAround(origin);
  if (index.size === 0) return null;
  const stations = findNearestIn(index, { ...NEAREST, origin, travel, at: now }).flatMap(
    ({ item }): AroundStation[] => {
      const { row, metres, minutes } = item;
      const pack = packOfRow(packs, row);
      const packed = pack === undefined ? null : packedAround(index.core(row), pack.pack.detail, row - pack.firstRow);
      return packed === null ? [] : [{ ...packed, metres, minutes }];
    },
  );
  return { answer: { asOf: instantText(now), ...circleAround(stations, now), classes: null }, asOf };
}

const NEAREST = {
  limit: LONGEST_NEAREST_LIST,
  amenities: [],
  availability: "any",
  allDay: false,
  sort: "distance",
  settings: DEFAULT_TRUST_SETTINGS,
} as const;

function packsAround(origin: MapPoint): PackIndex & { asOf: EpochMs } {
  const wanted = new Set(areasAround(origin));
  const entries = keptAreas().filter(({ area }) => wanted.has(area));
  const asOf = Math.min(...entries.map(({ checkedAt }) => checkedAt));
  return { ...indexOf(entries.map(({ area, version }) => `${area}.${version}`)), asOf };
}

function packOfRow(packs: PackIndex["packs"], row: number): PackIndex["packs"][number] | undefined {
  return packs.filter(({ firstRow }) => firstRow <= row).pop();
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
