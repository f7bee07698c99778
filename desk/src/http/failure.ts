import type { ErrorAnswer } from "../../../shared/contract/error-answer";
import { ERRORS, type ErrorCode } from "../../../shared/contract/error-codes";

type Told = ErrorAnswer["error"];

/** The one error that a request ends with; `offline`: no server answered. */
export class ApiFailure extends Error {
  readonly fields: NonNullable<Told["fields"]>;
  readonly conflicts: NonNullable<Told["conflicts"]>;
  /** The wrong cells of a list. */
  readonly cells: NonNullable<Told["cells"]>;

  constructor(
    readonly code: ErrorCode | "offline",
    told: Partial<Told> = {},
  ) {
    super(code === "offline" ? "没有连上网，请看看网络再试" : (told.message ?? ERRORS[code].message));
    this.name = "ApiFailure";
    this.fields = told.fields ?? [];
    this.conflicts = told.conflicts ?? [];
    this.cells = told.cells ?? [];
  }
}

/** What a person is told of anything that was thrown. */
export function failureWords(error: unknown): string {
  if (!(error instanceof ApiFailure)) return ERRORS.internal.message;
  const [first] = error.fields;
  return first === undefined ? error.message : `${error.message}:${first.message}`;
}

/** Reads the body of a failed request. */
export function failureFrom(body: unknown): ApiFailure {
  const told = typeof body === "object" && body !== null && "error" in body ? (body.error as Partial<Told>) : {};
  return new ApiFailure(told.code !== undefined && told.code in ERRORS ? told.code : "internal", told);
}
