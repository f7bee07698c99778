import { SETTLE_CLASS } from "./settle.js";

/** More dates than a course has ahead of it: listed ones are 200 at the most (shared/classes/course.ts). */
const MOST_TERM_DATES = 400;

/**
 * Lua that knows what a person holds and what stands in the way of more. What is due elsewhere is settled first: an offer
 * that ran out does not count any more, an absence already does.
 */
const HOLDINGS = `
  local function holdingsOf(userId)
    local held = redis.call("HGETALL", PLACES_OF_ .. userId)
    for i = 1, #held, 2 do
      local dueAt = redis.call("ZSCORE", TO_SETTLE, held[i])
      if dueAt and tonumber(dueAt) <= now then settle(held[i]) end
    end
    local found = {seats = {}, groups = {}, bookings = 0, waits = 0}
    held = redis.call("HGETALL", PLACES_OF_ .. userId)
    for i = 1, #held, 2 do
      local session = findSession(held[i])
      if not session or session.endsAt <= now or session.state == "cancelled" then
        redis.call("HDEL", PLACES_OF_ .. userId, held[i])
      elseif held[i + 1] == "seat" then
        local group = session.bookedBy == "term" and session.courseId or session.id
        if not found.groups[group] then found.bookings = found.bookings + 1 end
        found.groups[group] = true
        found.seats[#found.seats + 1] = session
      elseif session.startsAt > now then
        found.waits = found.waits + 1
      end
    end
    return found
  end

  local function overlaps(holdings, session)
    for _, other in ipairs(holdings.seats) do
      if other.id ~= session.id and other.startsAt < session.endsAt and session.startsAt < other.endsAt then return true end
    end
    return false
  end

  local function hasTooMany(holdings, session)
    local group = session.bookedBy == "term" and session.courseId or session.id
    return not holdings.groups[group] and holdings.bookings >= session.rules.mostBookings
  end

  -- shared/classes/absences.ts says the same of a list of instants.
  local function isPaused(userId, rules)
    local times = redis.call("ZRANGE", ABSENCES_OF_ .. userId, 0, -1, "WITHSCORES")
    for i = rules.absencesToPause, #times / 2 do
      local last, first = tonumber(times[2 * i]), tonumber(times[2 * (i - rules.absencesToPause + 1)])
      if last - first < rules.absenceWindowDays * DAY and now < last + rules.pauseDays * DAY then return true end
    end
    return false
  end

  local function positionOf(booking)
    local rank = redis.call("ZRANK", WAITLIST_ .. booking.sessionId, booking.userId)
    return rank and tostring(rank + 1) or "0"
  end

  local function answer(booking)
    return {"booked", redis.call("HGET", BOOKINGS_ .. booking.sessionId, booking.userId), positionOf(booking)}
  end
`;

/**
 * Books a session, a term, or joins the waitlist. While anybody waits nobody gets a seat but by an offer; seats that are
 * offered count as taken. A repeat is answered with the booking as it stands.
 *
 * ARGV: now, SessionId, UserId, what to call them, BookingId.
 * Replies {"booked", booking, place in the waitlist or 0}, {"refused", why} or {"missing"}.
 */
export const bookClassScript = `${SETTLE_CLASS}${HOLDINGS}
  local sessionId, userId, calledBy, bookingId = ARGV[2], ARGV[3], ARGV[4], ARGV[5]

  local function bookTerm(session, holdings)
    local dates = {}
    local ids = redis.call("ZRANGEBYSCORE", OF_COURSE_ .. session.courseId, "(" .. whole(now), "+inf", "LIMIT", 0, ${MOST_TERM_DATES})
    for _, id in ipairs(ids) do
      local date = settle(id)
      if date and date.state == "scheduled" and date.bookedBy == "term" and not isActive(findBooking(id, userId)) then
        if overlaps(holdings, date) then return {"refused", "overlapping_booking"} end
        if isWaitedFor(date) or freeSeats(date) < 1 then return {"refused", "term_full"} end
        dates[#dates + 1] = date
      end
    end
    for i, date in ipairs(dates) do
      local isTapped = date.id == session.id
      local id = isTapped and bookingId or string.format("%s%03d", bookingId, i)
      takeSeat(date, newBooking(date, userId, calledBy, id), "confirmed", not isTapped)
      settle(date.id)
    end
    return answer(findBooking(session.id, userId))
  end

  local session = settle(sessionId)
  if not session then return {"missing"} end
  local present = findBooking(sessionId, userId)
  if isActive(present) then return answer(present) end
  if session.state == "cancelled" then return {"refused", "session_cancelled"} end
  if now >= session.startsAt then return {"refused", "session_started"} end
  if now < session.bookingOpensAt then return {"refused", "booking_not_open_yet"} end
  local holdings = holdingsOf(userId)
  if isPaused(userId, session.rules) then return {"refused", "booking_paused"} end
  if overlaps(holdings, session) then return {"refused", "overlapping_booking"} end
  if session.bookedBy == "term" then
    if hasTooMany(holdings, session) then return {"refused", "too_many_bookings"} end
    return bookTerm(session, holdings)
  end
  if not isWaitedFor(session) and freeSeats(session) > 0 then
    if hasTooMany(holdings, session) then return {"refused", "too_many_bookings"} end
    takeSeat(session, newBooking(session, userId, calledBy, bookingId), "confirmed")
  else
    if redis.call("ZCARD", WAITLIST_ .. sessionId) >= session.waitlistLimit then return {"refused", "waitlist_full"} end
    if holdings.waits >= session.rules.mostWaitlistPlaces then return {"refused", "too_many_waitlist_places"} end
    joinWaitlist(session, newBooking(session, userId, calledBy, bookingId))
  end
  settle(sessionId)
  return answer(findBooking(sessionId, userId))
`;

/**
 * Takes the seat that is offered. ARGV: now, SessionId, UserId. Replies as book-class.
 */
export const acceptOfferScript = `${SETTLE_CLASS}${HOLDINGS}
  local sessionId, userId = ARGV[2], ARGV[3]
  local session = settle(sessionId)
  if not session then return {"missing"} end
  local booking = findBooking(sessionId, userId)
  if not booking then return {"refused", "not_booked"} end
  if booking.state == "confirmed" or booking.state == "attended" then return answer(booking) end
  if session.state == "cancelled" then return {"refused", "session_cancelled"} end
  if now >= session.startsAt then return {"refused", "session_started"} end
  if booking.state == "lapsed" then return {"refused", "offer_expired"} end
  if booking.state == "waitlisted" then return {"refused", "no_offer"} end
  if booking.state ~= "offered" then return {"refused", "not_booked"} end
  local holdings = holdingsOf(userId)
  if overlaps(holdings, session) then return {"refused", "overlapping_booking"} end
  if hasTooMany(holdings, session) then return {"refused", "too_many_bookings"} end
  takeSeat(session, booking, "confirmed")
  settle(sessionId)
  return answer(booking)
`;
