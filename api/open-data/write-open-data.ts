import type { EpochMs } from "../../shared/common/time.js";
import type { Station } from "../../shared/stations/station.js";
import { tableCsv } from "../tables/text-table.js";
import { hsdsService } from "./hsds-services.js";
import { linkedStations } from "./linked-stations.js";
import type { OpenData } from "./open-data.js";
import { openStation } from "./open-station.js";
import { stationFeatures } from "./station-features.js";
import { stationList } from "./station-list.js";

export type OpenFormat = "geojson" | "csv" | "jsonld" | "hsds";

export interface OpenDataInput {
  format: OpenFormat;
  stations: readonly Station[];
  open: OpenData;
  /** From which the hours of single dates are written out, counted from 1970-01-01. */
  day: number;
  now: EpochMs;
  /** What stands beside the stations, in the formats that have a place for it. */
  beside: Record<string, unknown>;
  /** One station by itself, where the format has a way to say so. */
  isOne?: boolean | undefined;
}

/** Stations in one of the formats that others read. */
export function openDataText({ format, stations, open, day, now, beside, isOne }: OpenDataInput): string {
  const listed = stations.map((station) => openStation(station, now));
  switch (format) {
    case "geojson":
      return JSON.stringify({ ...beside, ...stationFeatures(listed, open, day) });
    case "jsonld":
      return JSON.stringify(linkedStations(listed, open, day));
    case "hsds": {
      const contents = listed.map((station) => hsdsService(station, open, day, now));
      return JSON.stringify(isOne ? contents[0] : { ...beside, contents });
    }
    case "csv":
      return tableCsv(stationList(listed, now));
  }
}
