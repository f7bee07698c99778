import { useEffect, useState } from "react";
import { useSignIn } from "../people/sign-in";

type Notice = typeof import("./seat-offer-notice").SeatOfferNotice;

/** On every tab, for who is signed in: a seat is kept for them. A script of its own, as most people are not. */
export function SeatOfferBanner() {
  const isSignedIn = useSignIn() !== null;
  const [Notice, setNotice] = useState<Notice | null>(null);
  useEffect(() => {
    if (!isSignedIn) return;
    void import("./seat-offer-notice").then(
      ({ SeatOfferNotice }) => setNotice(() => SeatOfferNotice),
      () => undefined,
    );
  }, [isSignedIn]);
  return isSignedIn && Notice !== null ? <Notice /> : null;
}
