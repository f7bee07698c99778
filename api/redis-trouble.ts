/**
 * What is wrong with Redis. `down`: it could not be reached, or did not answer in time; a write may have been carried out.
 * `refuses`: it answered that it does not do it now, and did not.
 */
export interface RedisTrouble {
  state: "down" | "refuses";
  /** For the log and the health of the server: `OOM`, `READONLY`, `ECONNREFUSED`. Nothing of what was sent. */
  reason: string;
}

/** What an error says of Redis; null: it says nothing, and is a fault of ours. */
export function redisTrouble(error: unknown): RedisTrouble | null {
  if (!(error instanceof Error)) return null;
  const refusal = REFUSALS.exec(error.message)?.groups?.reason;
  if (refusal !== undefined) return { state: "refuses", reason: refusal };
  if (QUOTA.test(error.message)) return { state: "refuses", reason: "QUOTA" };
  const code = "code" in error ? String(error.code) : "";
  if (CONNECTION_CODES.has(code)) return { state: "down", reason: code };
  const words = CONNECTION_MESSAGES.find((some) => error.message.includes(some));
  if (words !== undefined) return { state: "down", reason: words };
  return error.cause === undefined ? null : redisTrouble(error.cause);
}

/** The error of a script that failed names itself before the command's own; a pipeline's names the command. */
const REFUSALS = new RegExp(
  `^(?:EXECABORT .*?: )?(?:Command(?: \\d+ \\[ \\S+ \\])? failed: )?(?:ERR Error running script .*?@user_script: ?\\d+: )?-?(?<reason>${[
    // Full, by maxmemory; its disk is full, so that it takes no writes.
    ...["OOM", "MISCONF"],
    // A replica; too few replicas; its primary is gone.
    ...["READONLY", "NOREPLICAS", "MASTERDOWN"],
    // Still reading its files; a script that takes long.
    ...["LOADING", "BUSY", "UNKILLABLE"],
    // A cluster without some of its slots; one that is spoken to as a single server.
    ...["CLUSTERDOWN", "TRYAGAIN", "MOVED", "ASK"],
    // The settings of this server are not those of Redis.
    ...["NOAUTH", "WRONGPASS", "NOPERM"],
  ].join("|")})\\b`,
);
/** Upstash, where a plan is used up. */
const QUOTA = /^ERR max (?:daily |concurrent )?(?:request|bandwidth|connection|database)/i;
const CONNECTION_CODES = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EHOSTUNREACH",
  "ENOTFOUND",
  "ETIMEDOUT",
  "EPIPE",
  "UND_ERR_SOCKET",
]);
export const NO_ANSWER = "No answer from Redis";
const CONNECTION_MESSAGES = [
  NO_ANSWER,
  "Connection is closed",
  "Stream isn't writeable",
  "Reached the max retries per request limit",
  "Command aborted due to connection close",
  "All sentinels are unreachable",
  "None of startup nodes is available",
  "Failed to refresh slots cache",
  "Cluster isn't ready",
  "fetch failed",
];
