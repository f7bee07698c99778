import { SeatOfferNotice } from "../classes/seat-offer-notice";
import { TabLine } from "../trust/tab-line";

/** What waits for whoever is signed in: a station of theirs, a seat that is kept. */
export function OwnNotices() {
  return (
    <>
      <TabLine />
      <SeatOfferNotice />
    </>
  );
}
