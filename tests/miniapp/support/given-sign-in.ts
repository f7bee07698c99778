import { ERRORS, type ErrorCode } from "../../../shared/contract/error-codes.js";
import type { Role } from "../../../shared/people/roles.js";
import type { SignedIn } from "../../../shared/people/sign-in-answer.js";

/** What the server answers somebody who has signed in. */
export function givenSignedIn(token: string, ...roles: Role[]): SignedIn {
  return { token, user: { id: "us_given0001", name: "小李", roles, stationIds: [], reach: [] } };
}

/** A refusal, as the server writes it. */
export function refusal(code: ErrorCode) {
  return { error: { code, message: ERRORS[code].message, requestId: "rq_1" } };
}
