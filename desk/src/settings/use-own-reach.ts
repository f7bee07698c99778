import { currentSignIn } from "../http/sign-in";

/** The prefixes of districts that the officer who is signed in runs. */
export function useOwnReach(): readonly string[] {
  return currentSignIn()?.user.reach ?? [];
}
