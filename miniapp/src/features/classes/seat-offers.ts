import { useDidShow } from "@tarojs/taro";
import { useEffect } from "react";
import type { MyBookings } from "../../../../shared/classes/class-answer";
import { type EpochMs, MINUTE_MS } from "../../../../shared/common/time";
import { callApi } from "../../http/call-api";
import { serverClock } from "../../http/server-clock";
import { useServerNow } from "../../http/use-server-now";
import { createObservable, useObservable } from "../../platform/settings/observable";
import { markMe } from "../people/me-mark";
import { currentSignIn, useSignIn } from "../people/sign-in";
import { offerUntil } from "./class-words";

type Booking = MyBookings["bookings"][number];

/** A seat that is kept for this person for a while. */
export interface SeatOffer {
  sessionId: string;
  title: string;
  until: EpochMs;
}

/** Asked no more often than this when somebody goes from tab to tab. */
const ASKED_EVERY_MS = MINUTE_MS;

const waiting = createObservable<{ userId: string; bookings: readonly Booking[] } | null>(null);
let askedAt: EpochMs = Number.NEGATIVE_INFINITY;
let askedFor: string | null = null;

/** The seat that is kept for whoever is signed in, the one that lapses first; asked for when a tab is shown. */
export function useSeatOffer(): SeatOffer | null {
  const userId = useSignIn()?.user.id ?? null;
  const now = useServerNow();
  const known = useObservable(waiting);
  useDidShow(() => void refresh());
  // The notice may come after its page was shown, and goes with the sign-in.
  useEffect(() => {
    void refresh();
    return () => markMe("seat", false);
  }, []);
  const offers = known === null || known.userId !== userId ? [] : offersOf(known.bookings, now);
  return offers[0] ?? null;
}

async function refresh(): Promise<void> {
  const userId = currentSignIn()?.user.id ?? null;
  if (userId === null) return;
  const now = serverClock.phoneNow();
  if (userId !== askedFor || now - askedAt >= ASKED_EVERY_MS) {
    [askedAt, askedFor] = [now, userId];
    const mine = await callApi("GET /bookings/mine", {}).catch(() => null);
    if (mine !== null) waiting.set({ userId, bookings: mine.bookings });
  }
  const known = waiting.get();
  markMe("seat", known?.userId === userId && offersOf(known.bookings, serverClock.now()).length > 0);
}

/** After one was taken or given up. */
export function forgetSeatOffers(): void {
  askedAt = Number.NEGATIVE_INFINITY;
}

function offersOf(bookings: readonly Booking[], now: EpochMs): SeatOffer[] {
  return bookings
    .flatMap((booking) => {
      const until = offerUntil(booking, now);
      return until === null ? [] : [{ sessionId: booking.session.id, title: booking.session.title, until }];
    })
    .sort((a, b) => a.until - b.until);
}
