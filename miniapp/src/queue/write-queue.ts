import type { EpochMs } from "../../../shared/common/time";
import type { ApiMap } from "../../../shared/contract/api-map";
import { ApiFailure, failureOf } from "../http/api-failure";
import { createObservable, type Observable } from "../platform/settings/observable";
import { GOOD_FOR_MS, type PendingWrite, recordOf, type SentWrite, topicOf, type WriteEndpoint } from "./pending-write";
import { retryDelayMs } from "./retry-delay";

const NEEDS_SIGN_IN: ReadonlySet<string> = new Set(["not_signed_in", "sign_in_expired"]);

interface QueueNeeds {
  /** Sends one write under its key; throws an ApiFailure. */
  send: (write: PendingWrite) => Promise<unknown>;
  /** What an earlier run of the program left on the phone. */
  kept: readonly PendingWrite[];
  /** Keeps all of it on the phone. */
  keep: (writes: readonly PendingWrite[]) => void;
  phoneNow: () => EpochMs;
  newKey: () => string;
  /** Who is signed in. */
  currentUserId: () => string | null;
}

interface EnqueueOptions {
  /** For how long the write is still true when it arrives late. */
  goodForMs?: number;
  /** For how long it stays here before it is sent, so that it can be withdrawn. Not longer than the program is open. */
  holdMs?: number;
}

export interface WriteQueue {
  /** Oldest first. */
  writes: Observable<readonly PendingWrite[]>;
  /** Keeps a write on the phone, then sends it. Answers the key it goes by. */
  enqueue: <E extends WriteEndpoint>(endpoint: E, input: ApiMap[E]["input"], options?: EnqueueOptions) => string;
  /** Sends again what was given up. */
  retry: (key: string) => void;
  /** Takes back what has not been sent yet; false: it has. */
  withdraw: (key: string) => boolean;
  /** Forgets what was given up. */
  discard: (key: string) => void;
  /** Sends at once what waits for the network. */
  wake: () => void;
  /** Goes on with what was given up for want of a sign-in, as long as it is still good; another's stays. */
  resume: () => void;
  /** Tells of every write that the server has done. */
  onSent: (listener: (sent: SentWrite) => void) => () => void;
}

/**
 * Writes that survive a bad network and the closing of the page: each is kept on the phone before it is sent, sent in
 * order within its record, again until the server has answered, and done there once, by its Idempotency-Key.
 */
export function createWriteQueue({ send, kept, keep, phoneNow, newKey, currentUserId }: QueueNeeds): WriteQueue {
  const writes = createObservable<readonly PendingWrite[]>(kept.map(interrupted));
  const listeners = new Set<(sent: SentWrite) => void>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** Kept first, so that nothing is shown or sent that closing the page would lose. */
  function store(next: readonly PendingWrite[]): void {
    keep(next);
    writes.set(next);
  }

  function change(
    key: string,
    changed: Partial<Pick<PendingWrite, "state" | "attempts" | "retryAt" | "failure" | "sentence" | "madeAt">>,
  ) {
    store(writes.get().map((write) => (write.key === key ? { ...write, ...changed } : write)));
  }

  function pump(): void {
    clearTimeout(timer);
    const now = phoneNow();
    for (const { key } of writes.get().filter((write) => isTooLate(write, now))) {
      change(key, { state: "failed", failure: "too_late" });
    }
    const waiting = firstOfEachRecord(writes.get()).filter(({ state }) => state === "waiting");
    for (const write of waiting) if (write.retryAt <= now) void deliver(write);
    const later = waiting.map(({ retryAt }) => retryAt).filter((retryAt) => retryAt > now);
    if (later.length > 0) timer = setTimeout(pump, Math.min(...later) - now);
  }

  async function deliver(write: PendingWrite): Promise<void> {
    const { key } = write;
    const attempts = write.attempts + 1;
    change(key, { state: "sending", attempts });
    try {
      const isAnothers = write.userId !== null && write.userId !== currentUserId();
      if (isAnothers) throw new ApiFailure("not_signed_in");
      const output = await send(write);
      store(writes.get().filter((one) => one.key !== key));
      const sent = { endpoint: write.endpoint, input: write.input, output } as SentWrite;
      for (const listener of [...listeners]) listener(sent);
    } catch (error) {
      const { code, sentence } = failureOf(error);
      const delayMs = retryDelayMs(code, attempts);
      if (delayMs === null) change(key, { state: "failed", failure: code, sentence });
      else change(key, { state: "waiting", failure: code, retryAt: phoneNow() + delayMs });
    }
    pump();
  }

  return {
    writes,
    enqueue: (endpoint, input, { goodForMs = GOOD_FOR_MS, holdMs = 0 } = {}) => {
      const topic = topicOf(endpoint, input);
      const last = writes
        .get()
        .filter((write) => write.topic === topic && write.state !== "failed")
        .slice(-1)[0];
      if (last && last.endpoint === endpoint && JSON.stringify(last.input) === JSON.stringify(input)) return last.key;
      const key = newKey();
      const write = {
        ...{
          key,
          userId: currentUserId(),
          recordId: recordOf(endpoint, input),
          topic,
          endpoint,
          input,
          goodForMs,
          madeAt: phoneNow(),
        },
        ...{ state: "waiting", attempts: 0, retryAt: holdMs === 0 ? 0 : phoneNow() + holdMs, failure: null },
      } as PendingWrite;
      store([...writes.get().filter((one) => one.topic !== topic || one.state === "sending"), write]);
      pump();
      return key;
    },
    retry: (key) => {
      change(key, { state: "waiting", failure: null, retryAt: 0, madeAt: phoneNow() });
      pump();
    },
    resume: () => {
      const waits = ({ state, failure, userId }: PendingWrite) =>
        state === "failed" && NEEDS_SIGN_IN.has(failure ?? "") && (userId === null || userId === currentUserId());
      for (const { key } of writes.get().filter(waits)) change(key, { state: "waiting", failure: null, retryAt: 0 });
      pump();
    },
    withdraw: (key) => {
      const left = writes.get().filter((write) => write.key !== key || write.attempts > 0);
      const isBack = left.length < writes.get().length;
      if (isBack) store(left);
      return isBack;
    },
    discard: (key) => store(writes.get().filter((write) => write.key !== key || write.state !== "failed")),
    wake: () => {
      // What is held back is not waiting for the network.
      store(writes.get().map((write) => (write.attempts === 0 ? write : { ...write, retryAt: 0 })));
      pump();
    },
    onSent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** A write that was on its way when the program ended may have arrived: it is sent again, under the same key. */
function interrupted(write: PendingWrite): PendingWrite {
  return { ...write, retryAt: 0, ...(write.state === "sending" ? { state: "waiting" } : {}) };
}

function isTooLate({ state, madeAt, goodForMs }: PendingWrite, now: EpochMs): boolean {
  return state === "waiting" && now - madeAt > goodForMs;
}

/** What was given up holds nothing up. */
function firstOfEachRecord(writes: readonly PendingWrite[]): PendingWrite[] {
  const first = new Map<string, PendingWrite>();
  for (const write of writes) {
    if (write.state !== "failed" && !first.has(write.recordId)) first.set(write.recordId, write);
  }
  return [...first.values()];
}
