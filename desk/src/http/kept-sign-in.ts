import type { Account } from "../../../shared/people/user";

/** Who is signed in, as the worker's pages of the same origin keep it too. */
export interface KeptSignIn {
  token: string;
  user: Account;
  /** When the token came, EpochMs of this machine. */
  since: number;
}

export const SIGN_IN_KEY = "sign-in";
/** A token lasts an hour; with ten minutes left it is renewed before it is used. */
const FRESH_MS = 50 * 60_000;

/** Null: nobody is signed in on this machine. */
export function readSignIn(): KeptSignIn | null {
  try {
    const outer: unknown = JSON.parse(localStorage.getItem(SIGN_IN_KEY) ?? "null");
    const text = typeof outer === "object" && outer !== null && "data" in outer ? outer.data : null;
    const value: unknown = typeof text === "string" ? JSON.parse(text) : null;
    return typeof value === "object" && value !== null && "token" in value && "user" in value
      ? (value as KeptSignIn)
      : null;
  } catch {
    return null;
  }
}

/** Whether its token is to be renewed before it is used. */
export function isOld({ since }: KeptSignIn): boolean {
  return Date.now() - since > FRESH_MS;
}

/** What every request to the API carries. */
export function requestHeaders(signIn: KeptSignIn | null): Record<string, string> {
  return {
    accept: "application/json",
    "x-yizhan-client": "page",
    ...(signIn === null ? {} : { authorization: `Bearer ${signIn.token}` }),
  };
}
