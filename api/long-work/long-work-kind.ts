import type { LongWorkKind } from "../../shared/long-work/long-work.js";
import type { Action } from "../../shared/people/permissions.js";
import { exportAuditSlice } from "../audit/export-audit.js";
import type { Dependencies } from "../dependencies.js";
import { packParcelSlice } from "../open-data/pack-parcel.js";
import { drawBatchSlice } from "../posters/draw-batch.js";
import { importSlice, isImportTooLate } from "../stations/import/import-slice.js";
import type { Slice, SliceAsked } from "./slice.js";

export interface LongWorkRule {
  /**
   * What its owner has to be allowed for as long as it lasts: when it begins, at each slice, and when the files are
   * fetched.
   */
  action: Action;
  /**
   * Does a part that takes some seconds and leaves less than 4 MB, the largest answer on Vercel. It may be done twice, after a
   * crash.
   *
   * @throws ApiError what the owner is told; the work ends with it
   */
  slice: (deps: Dependencies, asked: SliceAsked) => Promise<Slice>;
  /** Whether it can no longer be stopped from where it is. */
  isTooLate?: (position: string | null) => boolean;
}

/** Everything that may take long. */
export const LONG_WORK: Record<LongWorkKind, LongWorkRule> = {
  "audit-export": { action: "audit:read", slice: exportAuditSlice },
  "station-posters": { action: "station:print-posters", slice: drawBatchSlice },
  "station-parcel": { action: "station:hand-out", slice: packParcelSlice },
  "station-import": { action: "station:import", slice: importSlice, isTooLate: isImportTooLate },
};
