import { useSyncExternalStore } from "react";
import type { Account } from "../../../shared/people/user";

/** Who is signed in, as the worker's pages of the same origin keep it too. */
export interface KeptSignIn {
  token: string;
  user: Account;
  /** When the token came, EpochMs of this machine. */
  since: number;
}

const KEY = "sign-in";
const listeners = new Set<() => void>();
let kept = read();

function read(): KeptSignIn | null {
  try {
    const outer: unknown = JSON.parse(localStorage.getItem(KEY) ?? "null");
    const text = typeof outer === "object" && outer !== null && "data" in outer ? outer.data : null;
    const value: unknown = typeof text === "string" ? JSON.parse(text) : null;
    return typeof value === "object" && value !== null && "token" in value && "user" in value
      ? (value as KeptSignIn)
      : null;
  } catch {
    return null;
  }
}

function tell(): void {
  for (const listener of listeners) listener();
}

export function currentSignIn(): KeptSignIn | null {
  return kept;
}

export function keepSignIn({ token, user }: { token: string; user: Account }): void {
  kept = { token, user, since: Date.now() };
  localStorage.setItem(KEY, JSON.stringify({ data: JSON.stringify(kept) }));
  tell();
}

export function forgetSignIn(): void {
  kept = null;
  localStorage.removeItem(KEY);
  tell();
}

// Another tab signed in, out, or renewed its token.
addEventListener("storage", ({ key }) => {
  if (key !== KEY && key !== null) return;
  kept = read();
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
