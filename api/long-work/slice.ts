import type { User } from "../../shared/people/user.js";

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
