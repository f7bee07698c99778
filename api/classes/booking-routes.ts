import { bookingContract, ownBookingContract } from "../../shared/contract/classes.js";
import type { Dependencies } from "../dependencies.js";
import { contractRoutes } from "../http/contract-routes.js";
import { acceptOffer, bookClass, leaveClass } from "./book-class.js";
import { listOwnBookings } from "./own-bookings.js";

/** A person's own booking of a class. */
export function bookingRoutes(deps: Dependencies) {
  const leave = async (leaving: Parameters<typeof leaveClass>[1]) => ({
    done: true as const,
    ...(await leaveClass(deps, leaving)),
  });
  return contractRoutes(deps, bookingContract, {
    bookClass: ({ params, user }) => bookClass(deps, params.id, user),
    acceptOffer: ({ params, user }) => acceptOffer(deps, params.id, user),
    cancelBooking: ({ params, user }) => leave({ sessionId: params.id, user, dates: "all" }),
    skipClass: ({ params, user }) => leave({ sessionId: params.id, user, dates: "one" }),
  });
}

export function ownBookingRoutes(deps: Dependencies) {
  return contractRoutes(deps, ownBookingContract, {
    listMyBookings: ({ user }) => listOwnBookings(deps, user),
  });
}
