import type { EpochMs } from "./time.js";

/** An instant as it leaves the server: ISO 8601 in UTC. */
export function instantText(at: EpochMs): string {
  return new Date(at).toISOString();
}

export function optionalInstantText(at: EpochMs | null): string | null {
  return at === null ? null : instantText(at);
}
