import { keys } from "./keys.js";

/** What opens something for whoever has it, or is under way for some minutes. */
const LEFT_OUT = [
  keys.invitation(""),
  keys.openInvitations,
  keys.importGate,
  keys.stagedImport(""),
  keys.health,
  keys.reseal,
  keys.idempotentWrite(""),
];
const PEOPLE = keys.user("");
const SIGN_INS = ":sign-in";

/**
 * Whether a key goes into a backup. Sign-ins, codes to sign in by and invitations do not, nor WeChat's token, kept answers,
 * counts of callers, and what jobs did last: without it they all run after a restore.
 */
export function isKeptInBackups(key: string): boolean {
  if (!key.startsWith("{stations}:")) return false;
  if (key.startsWith(PEOPLE) && key.includes(SIGN_INS)) return false;
  return !LEFT_OUT.some((left) => key === left || (left.endsWith(":") && key.startsWith(left)));
}
