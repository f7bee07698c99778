import { z } from "zod";
import { StationId } from "./station.js";

/** More than a city has, and some minutes' work. */
const MOST_STATIONS = 2_000;

/**
 * Stations of which something is made one after the other: their posters, or a parcel of what everybody may have of
 * them.
 */
export const StationBatch = z.strictObject({
  stationIds: z
    .array(StationId)
    .min(1, { error: "至少选一个驿站" })
    .max(MOST_STATIONS, { error: `一次最多 ${MOST_STATIONS} 个驿站` })
    .refine((ids) => new Set(ids).size === ids.length, { error: "同一个驿站选了两次" }),
});
export type StationBatch = z.infer<typeof StationBatch>;
