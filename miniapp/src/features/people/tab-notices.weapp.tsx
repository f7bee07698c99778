import { useSignIn } from "../people/sign-in";
import { SeatOfferNotice } from "./seat-offer-notice";

/** On every tab, for who is signed in: a seat is kept for them. */
export function SeatOfferBanner() {
  return useSignIn() === null ? null : <SeatOfferNotice />;
}
