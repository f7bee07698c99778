import type { BeijingDate } from "../../../shared/common/time.js";

/** The record, jobs, long work, errors of phones, and what a server keeps for itself. */
export const keysOfOperation = {
  /** STREAM: field `entry` holds the JSON of an AuditEntry. Kept for three years. */
  audit: "{stations}:audit",
  /** HASH: kind of an error on phones → JSON of the first such on a Beijing day. Expires by itself, as the next does. */
  clientErrorKinds: (day: BeijingDate) => `{client-errors}:kinds:${day}`,
  /** HASH: kind of an error on phones, or `other` → how many there were on a Beijing day. */
  clientErrorCounts: (day: BeijingDate) => `{client-errors}:counts:${day}`,
  /** STRING: written to find out whether Redis takes writes. Expires by itself. */
  health: "{stations}:health",
  /** STRING: `begun` or `whole`: how far a part of the demo has been made. */
  demoSeed: (part: string) => `{stations}:demo-seed:${part}`,
  /** HASH: id of the key that all is being sealed under, and where the search for what is not goes on. */
  reseal: "{stations}:reseal",
  /** HASH: LongWorkId → JSON of a LongWork, until a day after it is done. */
  longWork: "{long-work}:documents",
  /** ZSET: LongWorkIds under way, score the EpochMs of the slice before; all of them, score until when each is kept. */
  longWorkUnderWay: "{long-work}:under-way",
  longWorkByEnd: "{long-work}:by-end",
  /** ZSET: LongWorkIds that a person has begun, score the EpochMs when. */
  longWorkOf: (userId: string) => `{long-work}:of:${userId}`,
  /** STRING: who does its next slice just now. Expires by itself. */
  longWorkLock: (id: string) => `{long-work}:lock:${id}`,
  /** HASH: name of a job → JSON of its latest run. */
  jobRuns: "job-runs",
  /** STRING: who runs the jobs just now. Expires by itself. */
  jobsLock: "jobs-lock",
  /**
   * STRING: which photo WeChat checks under a trace id, as JSON; what it found, where that came first. Expire by
   * themselves.
   */
  photoOfTrace: (traceId: string) => `wechat:photo-of-trace:${traceId}`,
  verdictOfTrace: (traceId: string) => `wechat:verdict-of-trace:${traceId}`,
  /**
   * STRING: JSON of a write's answer, kept a day, or of its being under way. It shares the tag, so that no answer outlives a write
   * that was lost with its server.
   */
  idempotentWrite: (digest: string) => `{stations}:idempotent-write:${digest}`,
  /**
   * STRING: how many writes an account or the fingerprint of an address made in its present minute. Expires by
   * itself.
   */
  writesInWindow: (caller: string) => `{callers}:writes:${caller}`,
};
