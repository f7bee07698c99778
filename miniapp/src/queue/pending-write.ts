import { type EpochMs, HOUR_MS } from "../../../shared/common/time";
import type { ApiMap } from "../../../shared/contract/api-map";
import type { FailureCode } from "../http/api-failure";

export type WriteEndpoint = Exclude<keyof ApiMap, `GET ${string}`>;

/** Why a write was given up: the server's code, or that it got no network for so long that it may no longer be true. */
export type WriteFailure = FailureCode | "too_late";

interface WriteProgress {
  /** The Idempotency-Key: however often it is sent, the server does it once. */
  key: string;
  /** Who made it; null: nobody was signed in. Nobody else's sign-in sends it. */
  userId: string | null;
  /** The record it changes. Writes of one record are sent in the order they were made. */
  recordId: string;
  /** What of the record it changes: of two writes on one topic the newer one counts. */
  topic: string;
  /** When it was made, by the phone's clock. */
  madeAt: EpochMs;
  /** For how long it is still true when it arrives late. */
  goodForMs: number;
  /** `waiting` for its turn or for the network, `sending`, or `failed`: given up, until the person says otherwise. */
  state: "waiting" | "sending" | "failed";
  /** How often it was sent. */
  attempts: number;
  /** Not sent again before this, by the phone's clock. */
  retryAt: EpochMs;
  /** What came of the last attempt. */
  failure: WriteFailure | null;
  /** What the server said of it, in words. */
  sentence?: string | null;
}

interface WriteRequest<E extends WriteEndpoint> {
  endpoint: E;
  input: ApiMap[E]["input"];
}

/** A write made on the phone that the server has not answered yet. */
export type PendingWrite<E extends WriteEndpoint = WriteEndpoint> = {
  [One in E]: WriteRequest<One> & WriteProgress;
}[E];

/** A write the server has done, with its answer. */
export type SentWrite = { [E in WriteEndpoint]: WriteRequest<E> & { output: ApiMap[E]["output"] } }[WriteEndpoint];

/** Later than this, what somebody saw at the station may have changed; the server forgets a key after a day. */
export const GOOD_FOR_MS = 12 * HOUR_MS;

/** The id in the path, else the kind of record. */
export function recordOf<E extends WriteEndpoint>(endpoint: E, input: ApiMap[E]["input"]): string {
  return "id" in input ? String(input.id) : pathOf(endpoint);
}

/**
 * PUT and DELETE say how one thing is from now on, so the newer counts, whichever of the two it is. POST tells something
 * that happened: only the very same is told once.
 */
export function topicOf<E extends WriteEndpoint>(endpoint: E, input: ApiMap[E]["input"]): string {
  const path = pathOf(endpoint).replace(/:(\w+)/g, (_, name: string) => String(field(input, name)));
  return endpoint.startsWith("POST ") ? `${path} ${JSON.stringify(input)}` : path;
}

function pathOf(endpoint: WriteEndpoint): string {
  return endpoint.slice(endpoint.indexOf(" ") + 1);
}

function field(input: object, name: string): unknown {
  return (input as Record<string, unknown>)[name];
}
