import { useEffect, useMemo, useRef } from "react";
import { currentSignIn, onSignIn } from "../features/people/sign-in";
import { callApi } from "../http/call-api";
import { serverClock } from "../http/server-clock";
import { onNetworkReturn } from "../platform/network-return";
import { useObservable } from "../platform/settings/observable";
import { keepOnPhone, readFromPhone } from "../platform/settings/phone-storage";
import { type PendingWrite, recordOf, type SentWrite } from "./pending-write";
import { newWriteKey } from "./write-key";
import { createWriteQueue } from "./write-queue";

/** The one queue of this phone. */
const queue = createWriteQueue({
  send: ({ endpoint, input, key }) => callApi(endpoint, input, { idempotencyKey: key }),
  kept: readKept(),
  keep: (writes) => keepOnPhone("pending-writes", writes),
  phoneNow: serverClock.phoneNow,
  newKey: newWriteKey,
  currentUserId: () => currentSignIn()?.user.id ?? null,
});

export const enqueue = queue.enqueue;
export const retryWrite = queue.retry;
export const withdrawWrite = queue.withdraw;
export const discardWrite = queue.discard;

/**
 * Sends what an earlier run left, and goes on whenever the network returns or somebody signs in. Once, when the
 * program starts.
 */
export function startSending(): void {
  onNetworkReturn(queue.wake);
  onSignIn(queue.resume);
  queue.wake();
}

/** The writes of a record that the server has not answered yet, or that were given up; oldest first. */
export function usePending(recordId: string): readonly PendingWrite[] {
  const all = useObservable(queue.writes);
  return useMemo(() => all.filter((write) => write.recordId === recordId), [all, recordId]);
}

/** The writes that were given up, of whatever record. */
export function useLostWrites(): readonly PendingWrite[] {
  const all = useObservable(queue.writes);
  return useMemo(() => all.filter(({ state }) => state === "failed"), [all]);
}

/** Tells a page of every write of a record that the server has done, with its answer. */
export function useSent(recordId: string, onSent: (sent: SentWrite) => void): void {
  const latest = useRef(onSent);
  latest.current = onSent;
  useEffect(
    () =>
      queue.onSent((sent) => {
        if (recordOf(sent.endpoint, sent.input) === recordId) latest.current(sent);
      }),
    [recordId],
  );
}

function readKept(): PendingWrite[] {
  const kept = readFromPhone("pending-writes");
  return Array.isArray(kept) ? (kept as PendingWrite[]) : [];
}
