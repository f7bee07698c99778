import type { FieldConflict } from "../shared/contract/error-answer.js";
import { ERRORS, type ErrorCode } from "../shared/contract/error-codes.js";

export interface FieldProblem {
  /** Where: `latitude`, `hours.week.0`, `第 3 行 / 经度`. */
  path: string;
  /** What is expected there, in Chinese. */
  message: string;
  /** The record it belongs to, where many were sent. */
  id?: string;
}

/** The one error a request can end in on purpose; anything else that is thrown is a fault of ours. */
export class ApiError extends Error {
  readonly status: (typeof ERRORS)[ErrorCode]["status"];

  constructor(
    readonly code: ErrorCode,
    readonly fields?: readonly FieldProblem[],
    /** What the record is now, where somebody else was faster. */
    readonly current?: { id: string; state: string; version: number },
    /** What somebody else has changed meanwhile. */
    readonly conflicts?: readonly FieldConflict[],
  ) {
    super(ERRORS[code].message);
    this.name = "ApiError";
    this.status = ERRORS[code].status;
  }
}
