import type { EpochMs } from "../common/time.js";
import { MINUTE_MS } from "../common/time.js";
import { CORE_FORMAT } from "../stations/nearest/core-text.js";
import { curveOrder } from "../stations/nearest/curve-order.js";
import type { RareFacts, StationCore } from "../stations/nearest/station-core.js";
import type { StationId } from "../stations/station.js";
import type { AreaName } from "./area.js";
import { deltas, sums } from "./text-column.js";

/**
 * What finding the stations of an area needs, in columns; a row is a station. Who they are stands in the detail pack, whose
 * rows are the same as long as its version is `detail`: whatever adds, removes or moves a station gives that a new one.
 */
export interface LitePack {
  /** Which numbers stand for which amenities. */
  format: string;
  area: AreaName;
  version: string;
  detail: string;
  /** Steps from row to row, hundred-thousandths of a degree. */
  latitudes: number[];
  longitudes: number[];
  amenitiesLow: number[];
  amenitiesHigh: number[];
  hours: { codes: string[]; places: number[] };
  /** Minutes before `confirmed.last` at which each was last confirmed; -1: never. */
  confirmed: { last: EpochMs; minutes: number[] };
  rare: [row: number, facts: RareFacts][];
}

const UNITS_A_DEGREE = 100_000;
const NEVER = -1;

/** The rows of an area: along a curve, so that the steps are small; stations at one point by id. */
export function inRowOrder<Item extends { id: StationId; latitude: number; longitude: number }>(
  items: readonly Item[],
): Item[] {
  const byId = [...items].sort((a, b) => (a.id < b.id ? -1 : 1));
  return Array.from(curveOrder(byId), (index) => byId[index]).filter((item) => item !== undefined);
}

/** @param cores in the order of {@link inRowOrder} */
export function litePack(
  { area, version, detail }: Pick<LitePack, "area" | "version" | "detail">,
  cores: readonly StationCore[],
): LitePack {
  const codes = [...new Set(cores.map(({ hours }) => hours))];
  const placeOf = new Map(codes.map((code, index) => [code, index]));
  const last = cores.reduce((latest, { confirmedAt }) => Math.max(latest, confirmedAt ?? 0), 0);
  return {
    format: CORE_FORMAT,
    area,
    version,
    detail,
    latitudes: deltas(cores.map(({ latitude }) => Math.round(latitude * UNITS_A_DEGREE))),
    longitudes: deltas(cores.map(({ longitude }) => Math.round(longitude * UNITS_A_DEGREE))),
    amenitiesLow: cores.map(({ amenities }) => amenities.low),
    amenitiesHigh: cores.map(({ amenities }) => amenities.high),
    hours: { codes, places: cores.map(({ hours }) => placeOf.get(hours) ?? 0) },
    confirmed: {
      last,
      minutes: cores.map(({ confirmedAt }) =>
        confirmedAt === null ? NEVER : Math.floor((last - confirmedAt) / MINUTE_MS),
      ),
    },
    rare: cores.flatMap(({ rare }, row): LitePack["rare"] => (rare === null ? [] : [[row, rare]])),
  };
}

/**
 * The stations of a pack; positions to a metre, confirmations to a minute.
 *
 * @param ids of its rows, from the detail pack
 */
export function coresOf(pack: LitePack, ids: readonly StationId[]): StationCore[] {
  const latitudes = sums(pack.latitudes);
  const longitudes = sums(pack.longitudes);
  const rare = new Map(pack.rare);
  return ids.map((id, row) => {
    const minutes = pack.confirmed.minutes[row] ?? NEVER;
    return {
      id,
      latitude: (latitudes[row] ?? 0) / UNITS_A_DEGREE,
      longitude: (longitudes[row] ?? 0) / UNITS_A_DEGREE,
      amenities: { low: pack.amenitiesLow[row] ?? 0, high: pack.amenitiesHigh[row] ?? 0 },
      hours: pack.hours.codes[pack.hours.places[row] ?? 0] ?? "",
      confirmedAt: minutes === NEVER ? null : pack.confirmed.last - minutes * MINUTE_MS,
      rare: rare.get(row) ?? null,
    };
  });
}
