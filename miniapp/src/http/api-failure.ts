import type { ErrorAnswer } from "../../../shared/contract/error-answer";
import type { ErrorCode } from "../../../shared/contract/error-codes";

/** What the phone adds to the server's codes: no network, no reply in time, a reply that is not ours. */
export type FailureCode = ErrorCode | "offline" | "timeout" | "unreadable";

type Told = ErrorAnswer["error"];

/** The one error that a request ends with. */
export class ApiFailure extends Error {
  readonly code: FailureCode;
  /** The number under which the server has written down what happened; null where no server answered. */
  readonly requestId: string | null;
  /** The server's own sentence; null where no server answered. */
  readonly sentence: string | null;
  readonly fields: NonNullable<Told["fields"]>;
  /** The record in the way, as it is now; null where none is named. */
  readonly current: NonNullable<Told["current"]> | null;

  constructor(
    code: FailureCode,
    requestId: string | null = null,
    { message, fields, current }: Partial<Pick<Told, "message" | "fields" | "current">> = {},
  ) {
    super(code);
    this.name = "ApiFailure";
    this.code = code;
    this.requestId = requestId;
    this.sentence = message || null;
    this.fields = fields ?? [];
    this.current = current ?? null;
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

/**
 * Reads the body of a failed request; a body that is not ours is told from the status alone. A code that only newer
 * programs know comes with its sentence.
 */
export function failureFromReply(status: number, body: unknown, requestId: string | null): ApiFailure {
  const error = errorIn(body);
  if (!error) return new ApiFailure(codeOfStatus(status), requestId);
  return new ApiFailure(error.code, error.requestId, error);
}

function errorIn(body: unknown): ErrorAnswer["error"] | null {
  if (typeof body !== "object" || body === null || !("error" in body)) return null;
  const { error } = body as Partial<ErrorAnswer>;
  return error && typeof error.code === "string" ? error : null;
}

function codeOfStatus(status: number): FailureCode {
  if (status === 404) return "not_found";
  if (status === 426) return "client_too_old";
  if (status === 429) return "too_many_requests";
  // 502 and 504 come from a proxy whose server is being started anew.
  if (status === 502 || status === 503 || status === 504) return "redis_down";
  return "internal";
}
