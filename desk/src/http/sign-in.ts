import { useSyncExternalStore } from "react";
import type { Account } from "../../../shared/people/user";
import { type KeptSignIn, readSignIn, SIGN_IN_KEY } from "./kept-sign-in";

const listeners = new Set<() => void>();
let kept = readSignIn();

function tell(): void {
  for (const listener of listeners) listener();
}

export function currentSignIn(): KeptSignIn | null {
  return kept;
}

export function keepSignIn({ token, user }: { token: string; user: Account }): void {
  kept = { token, user, since: Date.now() };
  localStorage.setItem(SIGN_IN_KEY, JSON.stringify({ data: JSON.stringify(kept) }));
  tell();
}

export function forgetSignIn(): void {
  kept = null;
  localStorage.removeItem(SIGN_IN_KEY);
  tell();
}

// Another tab signed in, out, or renewed its token.
addEventListener("storage", ({ key }) => {
  if (key !== SIGN_IN_KEY && key !== null) return;
  kept = readSignIn();
  tell();
});

/** Null: nobody is signed in. */
export function useSignIn(): KeptSignIn | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => kept,
  );
}
