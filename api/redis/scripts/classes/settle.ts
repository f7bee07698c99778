import { NO_OFFER_MINUTES, OFFER_SHARE, SHORTEST_OFFER_MINUTES } from "../../../../shared/classes/offer.js";
import { KEPT_DAYS } from "../../../../shared/common/kept-days.js";
import { CLASS_RECORDS } from "./records.js";

/**
 * Lua that brings a session up to date with the clock and with its own document, whoever changed it. Every script calls
 * it before it decides anything, so that a job that did not run changes nothing for anybody.
 *
 * `settle(id)`: offers that ran out lapse, free seats are offered to the next while there is time
 * (shared/classes/offer.ts), who was booked is told of another time or place, seats nobody came for become absences when
 * the check-in ends, everybody is let go and told when the session is cancelled, and all of it is erased a year later.
 */
export const SETTLE_CLASS = `${CLASS_RECORDS}
  local function offerMs(session)
    local left = session.startsAt - now
    if left < ${NO_OFFER_MINUTES} * MINUTE then return nil end
    local share = math.max(${SHORTEST_OFFER_MINUTES}, math.floor(left / ${OFFER_SHARE} / MINUTE))
    return math.min(session.rules.offerMinutes, share) * MINUTE
  end

  local function lapseOffers(session)
    local latest = now >= session.startsAt and "+inf" or whole(now)
    for _, userId in ipairs(redis.call("ZRANGEBYSCORE", OFFERS_ .. session.id, "-inf", latest)) do
      local booking = findBooking(session.id, userId)
      endPlace(booking, "lapsed", math.min(booking.offerExpiresAt, session.startsAt))
    end
  end

  local function offerSeats(session)
    local lasts = offerMs(session)
    while lasts and freeSeats(session) > 0 do
      local userId = redis.call("ZRANGE", WAITLIST_ .. session.id, 0, 0)[1]
      if not userId then return end
      local booking = findBooking(session.id, userId)
      booking.state, booking.offerExpiresAt = "offered", now + lasts
      redis.call("ZREM", WAITLIST_ .. session.id, userId)
      redis.call("ZADD", OFFERS_ .. session.id, whole(now + lasts), userId)
      keep(booking)
      tell(booking, "offered:" .. booking.id .. ":" .. nextOf(session.id, "offers"), "class_waitlist_offered", now)
    end
  end

  local function eachActive(session, act)
    for _, document in ipairs(redis.call("HVALS", BOOKINGS_ .. session.id)) do
      local booking = cjson.decode(document)
      if isActive(booking) then act(booking) end
    end
  end

  local function noticeMove(session)
    local told = redis.call("HMGET", COUNTERS_ .. session.id, "startsAt", "place")
    if told[1] == whole(session.startsAt) and told[2] == placeOf(session) then return end
    redis.call("HSET", COUNTERS_ .. session.id, "startsAt", whole(session.startsAt), "place", placeOf(session))
    eachActive(session, function(booking)
      redis.call("ZADD", BOOKINGS_OF_ .. booking.userId, whole(session.startsAt), session.id)
      tell(booking, "changed:" .. booking.id .. ":" .. whole(session.revision), "class_changed", now)
      if booking.state == "confirmed" then remind(session, booking) end
    end)
  end

  -- The check-in is over: whoever has a seat and is not here was absent, and who waits waits for nothing any more.
  local function close(session, closesAt)
    for _, userId in ipairs(redis.call("ZRANGE", SEATS_ .. session.id, 0, -1)) do
      local booking = findBooking(session.id, userId)
      if booking.state == "confirmed" then endAsAbsence(session, booking, "absent", closesAt, session.startsAt) end
    end
    for _, userId in ipairs(redis.call("ZRANGE", WAITLIST_ .. session.id, 0, -1)) do
      endPlace(findBooking(session.id, userId), "lapsed", session.startsAt)
    end
    redis.call("HSET", COUNTERS_ .. session.id, "closed", "held")
  end

  -- A clock that was set back, as the demo's can be: nobody was absent from what is still to come, and the waitlist stands.
  local function reopen(session)
    redis.call("HDEL", COUNTERS_ .. session.id, "closed")
    local waiting = {}
    for _, document in ipairs(redis.call("HVALS", BOOKINGS_ .. session.id)) do
      local booking = cjson.decode(document)
      redis.call("HDEL", APPEALS, booking.id)
      redis.call("ZREM", OPEN_APPEALS, booking.id)
      if booking.state == "absent" then
        booking.endedAt, booking.waived = cjson.null, false
        takeSeat(session, booking, "confirmed", true)
      elseif booking.state == "lapsed" and booking.endedAt == session.startsAt then
        booking.endedAt, booking.state = cjson.null, "waitlisted"
        waiting[#waiting + 1] = booking
      end
    end
    table.sort(waiting, function(a, b) return a.number < b.number end)
    for _, booking in ipairs(waiting) do joinWaitlist(session, booking) end
  end

  -- Also after it was held: an absence from a class that is cancelled afterwards does not count.
  local function letGo(session)
    for _, document in ipairs(redis.call("HVALS", BOOKINGS_ .. session.id)) do
      local booking = cjson.decode(document)
      redis.call("ZREM", ABSENCES_OF_ .. booking.userId, session.id)
      if booking.state == "cancelled_late" then
        booking.waived = true
        keep(booking)
      elseif booking.state ~= "attended" and (isActive(booking) or booking.state == "absent") then
        if isActive(booking) then tell(booking, "cancelled:" .. booking.id, "class_cancelled", now) end
        endPlace(booking, "session_cancelled", now)
      end
    end
    redis.call("HSET", COUNTERS_ .. session.id, "closed", "cancelled")
  end

  local function erase(id)
    for _, document in ipairs(redis.call("HVALS", BOOKINGS_ .. id)) do
      local booking = cjson.decode(document)
      redis.call("HDEL", OWNERS, booking.id)
      redis.call("HDEL", APPEALS, booking.id)
      redis.call("ZREM", OPEN_APPEALS, booking.id)
      redis.call("HDEL", PLACES_OF_ .. booking.userId, id)
      redis.call("ZREM", BOOKINGS_OF_ .. booking.userId, id)
      redis.call("ZREM", ABSENCES_OF_ .. booking.userId, id)
    end
    redis.call("DEL", BOOKINGS_ .. id, SEATS_ .. id, OFFERS_ .. id, WAITLIST_ .. id, COUNTERS_ .. id)
    redis.call("ZREM", TO_SETTLE, id)
  end

  local function settle(id)
    local session = findSession(id)
    if not session then
      erase(id)
      return nil
    end
    if redis.call("EXISTS", BOOKINGS_ .. id) == 0 then
      redis.call("ZREM", TO_SETTLE, id)
      return session
    end
    local closed = redis.call("HGET", COUNTERS_ .. id, "closed")
    local closesAt = session.startsAt + session.rules.checkInAfterMinutes * MINUTE
    if closed == "held" and now < closesAt then
      reopen(session)
      closed = false
    end
    -- A date that came back into the schedule is booked anew.
    if closed == "cancelled" and session.state == "scheduled" then
      redis.call("HDEL", COUNTERS_ .. id, "closed")
      closed = false
    end
    local erasedAt = session.endsAt + ${KEPT_DAYS.bookings} * DAY
    if closed and now >= erasedAt then
      erase(id)
      return session
    end
    local dueAt = erasedAt
    if session.state == "cancelled" then
      if closed ~= "cancelled" then letGo(session) end
    elseif not closed then
      noticeMove(session)
      lapseOffers(session)
      if now >= closesAt then
        close(session, closesAt)
      else
        offerSeats(session)
        local first = redis.call("ZRANGE", OFFERS_ .. id, 0, 0, "WITHSCORES")[2]
        dueAt = math.min(closesAt, tonumber(first or closesAt))
      end
    end
    redis.call("ZADD", TO_SETTLE, whole(dueAt), id)
    return session
  end

  local function settleDue(most)
    local due = redis.call("ZRANGEBYSCORE", TO_SETTLE, "-inf", whole(now), "LIMIT", 0, most)
    for _, id in ipairs(due) do settle(id) end
    return #due
  end
`;
