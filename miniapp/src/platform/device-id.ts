import { keepOnPhone, readFromPhone } from "./settings/phone-storage";

/** 30 letters and digits, as the server wants them at least: 16. */
const DIGITS = 30;

/**
 * A random number that this phone made for itself, by which the server tells two people who report a shut door apart and
 * finds a phone's own reports. Sent with reports only; it says nothing of whose phone it is.
 */
export function deviceId(): string {
  const kept = readFromPhone("device");
  if (typeof kept === "string" && kept.length === DIGITS) return kept;
  const made = Array.from({ length: DIGITS }, () => Math.floor(Math.random() * 36).toString(36)).join("");
  keepOnPhone("device", made);
  return made;
}
