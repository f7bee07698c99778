import { randomBytes } from "node:crypto";
import { SIGN_IN_CODE_LENGTH } from "../../shared/people/short-code.js";
import type { SignInCodeState } from "../../shared/people/sign-in-answer.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import type { RoleLimit } from "./role-limit.js";
import { accountOf, openSignIn } from "./sign-in.js";

type Needs = Pick<
  Dependencies,
  "signInCodes" | "rateLimits" | "users" | "clock" | "newCode" | "signIns" | "tokens" | "wallClock" | "newId"
>;

const SECRET_BYTES = 24;
/** Two people may be given the same code once in a very long time. */
const ATTEMPTS = 5;

/** A new code for a computer to show, and the secret with which it asks for the sign-in. */
export async function makeSignInCode({ signInCodes, newCode, clock }: Needs) {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const code = newCode(SIGN_IN_CODE_LENGTH);
    const secret = randomBytes(SECRET_BYTES).toString("base64url");
    const expiresAt = await signInCodes.add(code, secret, clock());
    if (expiresAt !== null) return { code, secret, expiresAt };
  }
  throw new ApiError("internal");
}

/** Lets the computer that shows a code sign in as this person, with the roles they use now. */
export async function approveSignInCode(
  { signInCodes, rateLimits, clock }: Needs,
  { code, userId, roles, caller }: { code: string; userId: string; roles: RoleLimit; caller: string },
): Promise<void> {
  if (!(await rateLimits.mayGuess(caller, "sign-in-code"))) throw new ApiError("too_many_requests");
  const outcome = await signInCodes.approve(code, { userId, roles }, clock());
  if (outcome !== "approved") throw new ApiError(outcome === "used" ? "sign_in_code_used" : "sign_in_code_gone");
  await rateLimits.giveBackGuess(caller, "sign-in-code");
}

/** What became of a code: asked for by the computer until somebody approved it. The sign-in is given out once. */
export async function takeSignIn(
  deps: Needs,
  { code, secret, caller }: { code: string; secret: string; caller: string },
): Promise<SignInCodeState> {
  // Counted apart for each code: people who share an address must not lock one another out.
  const guessed = `secret:${code}`;
  if (!(await deps.rateLimits.mayGuess(caller, guessed))) throw new ApiError("too_many_requests");
  const outcome = await deps.signInCodes.take(code, secret, deps.clock());
  if (outcome.state !== "wrong_secret") await deps.rateLimits.giveBackGuess(caller, guessed);
  if (outcome.state === "pending") return { state: "pending" };
  const user = outcome.state === "approved" ? await deps.users.find(outcome.approval.userId) : null;
  // A wrong secret is answered as an unknown code: nobody learns which codes there are.
  if (outcome.state !== "approved" || user === null) throw new ApiError("sign_in_code_gone");
  const { roles } = outcome.approval;
  return { state: "signed_in", token: await openSignIn(deps, user, roles), user: accountOf(user, roles) };
}
