import type { StationId } from "../../shared/stations/station.js";

/** The demo stations that every demo keeper keeps: the first two by id. */
export const DEMO_KEEPER_STATION_IDS: readonly StationId[] = ["st_demo_01", "st_demo_02"];
