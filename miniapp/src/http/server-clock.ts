import type { EpochMs } from "../../../shared/common/time";

export interface ServerClock {
  /** The server's time as far as known: the phone's until the first answer, never before an instant already seen. */
  now(): EpochMs;
  /** Takes the time of an answer, as the middle between sending and receiving. */
  observe(serverTime: EpochMs, sentAt: EpochMs, receivedAt: EpochMs): void;
  /** An instant that is certainly past, such as that of an answer kept on the phone. */
  atLeast(instant: EpochMs): void;
  isSynchronised(): boolean;
  phoneNow(): EpochMs;
}

/**
 * A clock that follows the server, because phones are often wrong by minutes and some by a day: what is open is never
 * decided by the phone's own clock alone.
 *
 * @param phoneNow the phone's clock, whatever it says
 */
export function createServerClock(phoneNow: () => EpochMs): ServerClock {
  let offsetMs = 0;
  let synchronised = false;
  let floor: EpochMs = Number.NEGATIVE_INFINITY;
  return {
    now: () => (synchronised ? phoneNow() + offsetMs : Math.max(phoneNow(), floor)),
    observe(serverTime, sentAt, receivedAt) {
      if (!Number.isFinite(serverTime)) return;
      offsetMs = Math.round(serverTime - (sentAt + receivedAt) / 2);
      synchronised = true;
    },
    atLeast(instant) {
      floor = Math.max(floor, instant);
    },
    isSynchronised: () => synchronised,
    phoneNow,
  };
}

export const serverClock = createServerClock(() => Date.now());
