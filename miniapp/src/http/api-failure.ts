import type { ErrorAnswer } from "../../../shared/contract/error-answer";
import { ERRORS, type ErrorCode } from "../../../shared/contract/error-codes";

/** What the phone adds to the server's codes: no network, no reply in time, a reply that is not ours. */
export type FailureCode = ErrorCode | "offline" | "timeout" | "unreadable";

/** The one error that a request ends with. */
export class ApiFailure extends Error {
  readonly code: FailureCode;
  /** The number under which the server has written down what happened; null where no server answered. */
  readonly requestId: string | null;
  readonly fields: NonNullable<ErrorAnswer["error"]["fields"]>;
  /** The record in the way, as it is now; null where none is named. */
  readonly current: NonNullable<ErrorAnswer["error"]["current"]> | null;

  constructor(
    code: FailureCode,
    requestId: string | null = null,
    fields: ApiFailure["fields"] = [],
    current: ApiFailure["current"] = null,
  ) {
    super(code);
    this.name = "ApiFailure";
    this.code = code;
    this.requestId = requestId;
    this.fields = fields;
    this.current = current;
  }
}

/** Anything thrown, as a failure; what no request threw is ours to answer for. */
export function failureOf(error: unknown): ApiFailure {
  return error instanceof ApiFailure ? error : new ApiFailure("internal");
}

/** Whether the phone's network is to blame, so that what it remembers may be shown instead. */
export function isNetworkFailure(code: FailureCode): boolean {
  return code === "offline" || code === "timeout" || code === "unreadable";
}

/** Reads the body of a failed request; a body that is not ours is told from the status alone. */
export function failureFromReply(status: number, body: unknown, requestId: string | null): ApiFailure {
  const error = errorIn(body);
  if (!error) return new ApiFailure(codeOfStatus(status), requestId);
  const code = isErrorCode(error.code) ? error.code : codeOfStatus(status);
  return new ApiFailure(code, error.requestId, error.fields, error.current);
}

function errorIn(body: unknown): ErrorAnswer["error"] | null {
  if (typeof body !== "object" || body === null || !("error" in body)) return null;
  const { error } = body as Partial<ErrorAnswer>;
  return error && typeof error.code === "string" ? error : null;
}

function isErrorCode(code: string): code is ErrorCode {
  return Object.keys(ERRORS).includes(code);
}

function codeOfStatus(status: number): FailureCode {
  if (status === 404) return "not_found";
  if (status === 426) return "client_too_old";
  if (status === 429) return "too_many_requests";
  // 502 and 504 come from a proxy whose server is being started anew.
  if (status === 502 || status === 503 || status === 504) return "redis_down";
  return "internal";
}
