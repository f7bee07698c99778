import type { LongWorkKind } from "../../shared/long-work/long-work.js";
import type { Action } from "../../shared/people/permissions.js";
import type { User } from "../../shared/people/user.js";
import { exportAuditSlice } from "../audit/export-audit.js";
import type { Dependencies } from "../dependencies.js";
import { drawBatchSlice } from "../posters/draw-batch.js";

export interface SliceAsked {
  /** Whoever asked for the work, as they are now. */
  owner: User;
  /** What was asked for, as it was given to `beginLongWork`. */
  input: unknown;
  /** Where the slice before ended; null: this is the first. */
  position: string | null;
  /** How many files there are already. */
  fileCount: number;
  /** What came with the work when it was begun; null: it is not there, or nothing came. */
  source: () => Promise<Uint8Array<ArrayBuffer> | null>;
  /**
   * Tells how far this slice is. Kept once a second at most.
   *
   * @throws LongWorkStopped where the work was cancelled meanwhile: the slice ends then
   */
  tell: (progress: { done: number; total: number }) => Promise<void>;
}

export interface Slice {
  /** Where the next one begins; null: this was the last. */
  position: string | null;
  /** How much this one did. */
  done: number;
  total: number | null;
  /** What it leaves; null: nothing. */
  file: { name: string; type: string; content: Uint8Array } | null;
  /** Why the work ends without having been done, in Chinese. */
  failure?: string;
}

/** The work that a slice belongs to is not under way any more. */
export class LongWorkStopped extends Error {}

export interface LongWorkRule {
  /** What its owner has to be allowed for as long as it lasts: when it begins, at each slice, and when the files are fetched. */
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
};
