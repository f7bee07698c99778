import { serverClock } from "../http/server-clock";

/** Different for every write of every phone; it protects nothing, so that it may be guessed. */
export function newWriteKey(): string {
  const random = () => Math.random().toString(36).slice(2, 12);
  return `w-${serverClock.phoneNow().toString(36)}-${random()}${random()}`;
}
