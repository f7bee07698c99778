import type { BookingAnswer } from "../../../../shared/classes/class-answer";
import type { TaskState } from "../../http/use-task";
import { useAwaitedWrite } from "../../queue/use-awaited-write";
import { forgetSeatOffers } from "./seat-offers";

export interface BookingTasks {
  booking: TaskState;
  /** Books, or joins the waitlist where there is no seat. */
  book: (sessionId: string) => void;
  accepting: TaskState;
  /** Takes the seat that is kept for this person. */
  accept: (sessionId: string) => void;
}

/**
 * The two taps that get a seat. Neither is queued without network: a person must know at once whether they have it.
 *
 * @param onBooked gets the server's answer: how the person stands now
 */
export function useBooking(onBooked: (booking: BookingAnswer) => void | Promise<void>): BookingTasks {
  const changed = (booking: BookingAnswer) => {
    forgetSeatOffers();
    return onBooked(booking);
  };
  const [booking, book] = useAwaitedWrite("POST /classes/:id/booking", changed);
  const [accepting, accept] = useAwaitedWrite("POST /classes/:id/booking/accept", changed);
  return { booking, book: (id) => book({ id }), accepting, accept: (id) => accept({ id }) };
}
