import { SETTLE_CLASS } from "./settle.js";

/** Lua that seats people who come without a booking, once the start is so long ago that free seats are anybody's. */
const WALK_IN = `
  local function walkInRefusal(session)
    if session.state == "cancelled" then return "session_cancelled" end
    if now < session.startsAt + session.rules.walkInAfterMinutes * MINUTE then return "walk_in_not_open" end
    if now >= session.endsAt then return "session_over" end
    if freeSeats(session) < 1 then return "no_seat_free" end
    return nil
  end

  local function arrive(session, booking, by)
    booking.checkedInAt, booking.checkedInBy, booking.endedAt = now, by, cjson.null
    takeSeat(session, booking, "attended")
    settle(session.id)
    return {"done", redis.call("HGET", BOOKINGS_ .. session.id, booking.userId)}
  end

  local function checkInRefusal(session)
    if session.state == "cancelled" then return "session_cancelled" end
    if now < session.startsAt - session.rules.checkInBeforeMinutes * MINUTE then return "check_in_not_open" end
    if now >= session.startsAt + session.rules.checkInAfterMinutes * MINUTE then return "check_in_closed" end
    return nil
  end
`;

/**
 * Checks in whoever shows the hall's code, which the caller has compared. Without a seat they get a free one, from the
 * minute on at which free seats are anybody's.
 *
 * ARGV: now, SessionId, UserId, what to call them, BookingId for somebody who walks in.
 * Replies {"done", booking}, {"refused", why} or {"missing"}.
 */
export const checkInScript = `${SETTLE_CLASS}${WALK_IN}
  local sessionId, userId, calledBy, bookingId = ARGV[2], ARGV[3], ARGV[4], ARGV[5]
  local session = settle(sessionId)
  if not session then return {"missing"} end
  local booking = findBooking(sessionId, userId)
  if booking and booking.state == "attended" then return {"done", cjson.encode(booking)} end
  local refusal = checkInRefusal(session)
  if refusal then return {"refused", refusal} end
  if booking and booking.struckAt ~= cjson.null then return {"refused", "check_in_struck"} end
  if booking and booking.state == "confirmed" then return arrive(session, booking, "code") end
  local noSeat = walkInRefusal(session)
  if noSeat == "walk_in_not_open" and not isActive(booking) then noSeat = "not_booked" end
  if noSeat then return {"refused", noSeat} end
  local waiting = isActive(booking) and booking
  return arrive(session, waiting or newBooking(session, userId, calledBy, bookingId), "walk_in")
`;

/**
 * Seats somebody who stands there without a phone. ARGV: now, SessionId, what to call them, BookingId.
 * Replies as check-in.
 */
export const walkInScript = `${SETTLE_CLASS}${WALK_IN}
  local sessionId, calledBy, bookingId = ARGV[2], ARGV[3], ARGV[4]
  local session = settle(sessionId)
  if not session then return {"missing"} end
  local refusal = walkInRefusal(session)
  if refusal then return {"refused", refusal} end
  return arrive(session, newBooking(session, "walk_" .. bookingId, calledBy, bookingId), "walk_in")
`;

/**
 * What staff do on the roster: "check-in", "strike" (a check-in that was made from elsewhere) or "waive" (an absence).
 * Done before, it changes nothing. Struck out while the check-in lasts, the seat stays theirs until it ends.
 *
 * ARGV: now, SessionId, BookingId, what, audit entry. Replies as check-in.
 */
export const keepRosterScript = `${SETTLE_CLASS}${WALK_IN}
  local sessionId, bookingId, what, audit = ARGV[2], ARGV[3], ARGV[4], ARGV[5]
  local session = settle(sessionId)
  local owner = redis.call("HGET", OWNERS, bookingId)
  local prefix = sessionId .. "|"
  if not session or not owner or string.sub(owner, 1, #prefix) ~= prefix then return {"missing"} end
  local booking = findBooking(sessionId, string.sub(owner, #prefix + 1))

  local function done()
    record(audit)
    return {"done", redis.call("HGET", BOOKINGS_ .. sessionId, booking.userId)}
  end

  local function strike()
    if booking.state ~= "attended" then
      if booking.struckAt ~= cjson.null then return {"done", cjson.encode(booking)} end
      return {"refused", "not_booked"}
    end
    local isWalkIn, wasOver = booking.checkedInBy == "walk_in", redis.call("HGET", COUNTERS_ .. sessionId, "closed")
    booking.checkedInAt, booking.checkedInBy, booking.struckAt = cjson.null, cjson.null, now
    if isWalkIn then
      endPlace(booking, "cancelled", now)
    elseif wasOver then
      endAsAbsence(session, booking, "absent", now, session.startsAt)
    else
      booking.state = "confirmed"
      keep(booking)
    end
    return done()
  end

  local function waive()
    if booking.waived then return {"done", cjson.encode(booking)} end
    if redis.call("ZREM", ABSENCES_OF_ .. booking.userId, sessionId) == 0 then return {"refused", "not_absent"} end
    booking.waived = true
    keep(booking)
    return done()
  end

  if what == "strike" then return strike() end
  if what == "waive" then return waive() end
  if booking.state == "attended" then return {"done", cjson.encode(booking)} end
  local refusal = checkInRefusal(session)
  if refusal then return {"refused", refusal} end
  if booking.state == "confirmed" then
    record(audit)
    return arrive(session, booking, "keeper")
  end
  refusal = isActive(booking) and walkInRefusal(session) or not isActive(booking) and "not_booked"
  if refusal then return {"refused", refusal} end
  record(audit)
  return arrive(session, booking, "walk_in")
`;

/**
 * Lets no absence from a session count, those there are and those to come: heavy weather, a day of peak orders. Appeals
 * against them are granted with it. Done before, it changes nothing.
 *
 * ARGV: now, SessionId, audit entry. Replies {"done", session}, {"refused", why} or {"missing"}.
 */
export const waiveClassScript = `${SETTLE_CLASS}
  local sessionId, audit = ARGV[2], ARGV[3]

  local function grantAppeal(booking)
    if not redis.call("ZSCORE", OPEN_APPEALS, booking.id) then return end
    local appeal = cjson.decode(redis.call("HGET", APPEALS, booking.id))
    appeal.state, appeal.decidedAt = "granted", now
    redis.call("HSET", APPEALS, booking.id, cjson.encode(appeal))
    redis.call("ZREM", OPEN_APPEALS, booking.id)
  end

  local session = settle(sessionId)
  if not session then return {"missing"} end
  if session.state == "cancelled" then return {"refused", "session_cancelled"} end
  if not session.absencesWaived then
    session.absencesWaived, session.revision = true, session.revision + 1
    redis.call("HSET", SESSIONS, sessionId, cjson.encode(session))
    for _, document in ipairs(redis.call("HVALS", BOOKINGS_ .. sessionId)) do
      local booking = cjson.decode(document)
      if (booking.state == "absent" or booking.state == "cancelled_late") and not booking.waived then
        redis.call("ZREM", ABSENCES_OF_ .. booking.userId, sessionId)
        booking.waived = true
        keep(booking)
        grantAppeal(booking)
      end
    end
    record(audit)
  end
  return {"done", redis.call("HGET", SESSIONS, sessionId)}
`;
