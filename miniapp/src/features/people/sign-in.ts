import { useEffect, useRef } from "react";
import { type EpochMs, MINUTE_MS } from "../../../../shared/common/time";
import type { SignedIn } from "../../../../shared/people/sign-in-answer";
import type { Account } from "../../../../shared/people/user";
import { ApiFailure } from "../../http/api-failure";
import { serverClock } from "../../http/server-clock";
import { createObservable, useObservable } from "../../platform/settings/observable";
import { forgetOnPhone, keepOnPhone, readFromPhone } from "../../platform/settings/phone-storage";

/** Who is signed in on this phone. */
export interface KeptSignIn {
  token: string;
  user: Account;
  /** When the token came, by the phone's clock. */
  since: EpochMs;
}

/** A token lasts an hour; with ten minutes left it is renewed before it is used. */
const FRESH_MS = 50 * MINUTE_MS;

const signIn = createObservable<KeptSignIn | null>(readKept());
let renewing: Promise<string | null> | null = null;

function readKept(): KeptSignIn | null {
  const kept = readFromPhone("sign-in");
  const isKept = typeof kept === "object" && kept !== null && "token" in kept && "user" in kept && "since" in kept;
  return isKept ? (kept as KeptSignIn) : null;
}

/** Calls back when somebody signs in, until told not to; a renewed token or a new role is no sign-in. */
export function onSignIn(callback: () => void): () => void {
  let known = signIn.get()?.user.id ?? null;
  return signIn.subscribe(() => {
    const userId = signIn.get()?.user.id ?? null;
    const isNew = userId !== null && userId !== known;
    known = userId;
    if (isNew) callback();
  });
}

/** Calls back when somebody signs in on this page or, meanwhile, on another one; before anything is drawn anew. */
export function useNextSignIn(callback: () => void): void {
  const latest = useRef(callback);
  latest.current = callback;
  useEffect(() => onSignIn(() => latest.current()), []);
}

/** Null: nobody is signed in. */
export function useSignIn(): KeptSignIn | null {
  return useObservable(signIn);
}

export function currentSignIn(): KeptSignIn | null {
  return signIn.get();
}

export function keepSignIn({ token, user }: SignedIn): void {
  const next = { token, user, since: serverClock.phoneNow() };
  keepOnPhone("sign-in", next);
  signIn.set(next);
}

/** The account changed, as it does with a new role; the sign-in is the same. */
export function keepAccount(user: Account): void {
  const current = signIn.get();
  if (current === null) return;
  keepOnPhone("sign-in", { ...current, user });
  signIn.set({ ...current, user });
}

/** Forgets who is signed in, and what only they could see. */
export function forgetSignIn(): void {
  for (const key of ["sign-in", "last-wishes", "last-timetable", "kept-station"] as const) forgetOnPhone(key);
  signIn.set(null);
}

/** The token to send; one that ends soon is renewed first, so that no request is answered as a stranger's. */
export async function freshToken(renew: () => Promise<SignedIn>): Promise<string | null> {
  const current = signIn.get();
  if (current === null) return null;
  const ageMs = serverClock.phoneNow() - current.since;
  if (ageMs >= 0 && ageMs < FRESH_MS) return current.token;
  return newToken(current.token, renew);
}

/**
 * A token in place of one that ends or has ended; null when the sign-in is over, which it then is on the phone as well.
 * Requests that find out at once share one renewal, and a token that was replaced meanwhile is not renewed again.
 */
export function newToken(old: string, renew: () => Promise<SignedIn>): Promise<string | null> {
  const current = signIn.get();
  if (current === null || current.token !== old) return Promise.resolve(current?.token ?? null);
  renewing ??= renewOnce(old, renew).finally(() => {
    renewing = null;
  });
  return renewing;
}

async function renewOnce(old: string, renew: () => Promise<SignedIn>): Promise<string | null> {
  try {
    const next = await renew();
    if (signIn.get()?.token === old) keepSignIn(next);
  } catch (error) {
    // Without a network the sign-in stays: the server has not said that it is over.
    if (!(error instanceof ApiFailure) || error.code !== "sign_in_expired") return old;
    if (signIn.get()?.token === old) forgetSignIn();
  }
  return signIn.get()?.token ?? null;
}
