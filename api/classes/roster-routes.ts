import { instantText } from "../../shared/common/instant.js";
import { rosterContract } from "../../shared/contract/classes.js";
import type { Dependencies } from "../dependencies.js";
import { contractRoutes } from "../http/contract-routes.js";
import { pageAddress, publicOrigin } from "../http/public-address.js";
import { cancelClass, mergeClass } from "./cancel-class.js";
import { checkInByCode } from "./check-in.js";
import { checkInCode } from "./check-in-code.js";
import { keepRoster, readRoster, seatWalkIn, sessionFor, waiveClass } from "./store-roster-move.js";

const CHECK_IN_PAGE = "visitor/check-in/index";

/**
 * Checking in, what the staff of a hall see and do, and what officers do with a whole session that others have
 * booked.
 */
export function rosterRoutes(deps: Dependencies) {
  return contractRoutes(deps, rosterContract, {
    checkIn: ({ params, body, user }) => checkInByCode(deps, { sessionId: params.id, code: body.code }, user),
    getRoster: ({ params, user }) => readRoster(deps, params.id, user),
    getCheckInCode: async ({ params: { id }, user, c }) => {
      await sessionFor(deps, { id, action: "class:keep-roster", user });
      const now = deps.clock();
      const { code, expiresAt } = checkInCode(deps.fingerprint, id, now);
      const url = pageAddress(publicOrigin(c, deps), CHECK_IN_PAGE, { id, code });
      return { code, url, expiresAt: instantText(expiresAt), asOf: instantText(now) };
    },
    checkInOnRoster: ({ params: { id, bookingId }, doer }) =>
      keepRoster(deps, { sessionId: id, bookingId, what: "check-in" }, doer),
    strikeCheckIn: ({ params: { id, bookingId }, doer }) =>
      keepRoster(deps, { sessionId: id, bookingId, what: "strike" }, doer),
    waiveAbsence: ({ params: { id, bookingId }, doer }) =>
      keepRoster(deps, { sessionId: id, bookingId, what: "waive" }, doer),
    waiveAllAbsences: ({ params, doer }) => waiveClass(deps, params.id, doer),
    seatWalkIn: ({ params, body, doer }) => seatWalkIn(deps, { sessionId: params.id, ...body }, doer),
    cancelClass: ({ params, body, doer }) => cancelClass(deps, { sessionId: params.id, ...body }, doer),
    mergeClass: ({ params, body, doer }) => mergeClass(deps, { from: params.id, ...body }, doer),
  });
}
