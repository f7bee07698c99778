import { SETTLE_CLASS } from "./settle.js";

/**
 * Gives back a seat, an offer or a place in the waitlist; the next is asked in the same step. A seat that is given back
 * later than the rule says counts as an absence, where absences count, and still goes to the next: better than an empty
 * chair.
 *
 * ARGV: now, SessionId, UserId, "all" (of a term every date to come) or "one".
 * Replies {"done", state of the booking}, {"refused", why} or {"missing"}.
 */
export const leaveClassScript = `${SETTLE_CLASS}
  local sessionId, userId, which = ARGV[2], ARGV[3], ARGV[4]

  local function giveBack(session, booking)
    local isLate = booking.state == "confirmed" and not session.absencesWaived
      and now > session.startsAt - session.rules.cancelBeforeMinutes * MINUTE
    if isLate then endAsAbsence(session, booking, "cancelled_late", now, now) else endPlace(booking, "cancelled", now) end
    settle(session.id)
  end

  local session = settle(sessionId)
  if not session then return {"missing"} end
  local booking = findBooking(sessionId, userId)
  if not booking then return {"refused", "not_booked"} end
  if booking.state == "attended" then return {"refused", "already_checked_in"} end
  if isActive(booking) then
    if now >= session.startsAt then return {"refused", "session_started"} end
    giveBack(session, booking)
  end
  if session.bookedBy == "term" and which == "all" then
    for _, id in ipairs(redis.call("ZRANGEBYSCORE", OF_COURSE_ .. session.courseId, "(" .. whole(now), "+inf")) do
      local date = settle(id)
      local held = findBooking(id, userId)
      if date and date.bookedBy == "term" and isActive(held) and held.state ~= "attended" then giveBack(date, held) end
    end
  end
  return {"done", findBooking(sessionId, userId).state}
`;

/**
 * Lets go of everything an account that is deleted holds, and takes the person out of what stays: attendance is counted
 * without them. ARGV: now, UserId. Replies how many bookings there were.
 */
export const forgetBookerScript = `${SETTLE_CLASS}
  local userId = ARGV[2]
  local ids = redis.call("ZRANGE", BOOKINGS_OF_ .. userId, 0, -1)
  for _, id in ipairs(ids) do
    settle(id)
    local booking = findBooking(id, userId)
    if booking then
      local seat = booking.state == "attended" and redis.call("ZSCORE", SEATS_ .. id, userId)
      if isActive(booking) and not seat then endPlace(booking, "cancelled", now) end
      redis.call("ZREM", SEATS_ .. id, userId)
      redis.call("HDEL", BOOKINGS_ .. id, userId)
      redis.call("HDEL", APPEALS, booking.id)
      redis.call("ZREM", OPEN_APPEALS, booking.id)
      booking.userId, booking.calledBy = "gone_" .. booking.id, ""
      redis.call("HSET", OWNERS, booking.id, id .. "|" .. booking.userId)
      keep(booking)
      if seat then redis.call("ZADD", SEATS_ .. id, seat, booking.userId) end
      settle(id)
    end
  end
  redis.call("DEL", PLACES_OF_ .. userId, BOOKINGS_OF_ .. userId, ABSENCES_OF_ .. userId)
  return #ids
`;
