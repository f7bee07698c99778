import { ENQUEUE_MESSAGE } from "../enqueue-message.js";

/**
 * Lua that every script of bookings begins with: the records of sessions, bookings and people's places.
 *
 * KEYS: those of `BOOKING_KEYS` (api/redis/booking-keys.ts), in that order; names that end in `_` are prefixes, which
 * a SessionId, UserId or CourseId follows. ARGV[1]: now in milliseconds.
 */
export const CLASS_RECORDS = `${ENQUEUE_MESSAGE}
  local SESSIONS, BY_START, TO_SETTLE, OWNERS, MESSAGES, OUTBOX, AUDIT =
    KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5], KEYS[6], KEYS[7]
  local BOOKINGS_, SEATS_, OFFERS_, WAITLIST_, COUNTERS_ = KEYS[8], KEYS[9], KEYS[10], KEYS[11], KEYS[12]
  local PLACES_OF_, BOOKINGS_OF_, ABSENCES_OF_, OF_COURSE_ = KEYS[13], KEYS[14], KEYS[15], KEYS[16]
  local APPEALS, OPEN_APPEALS = KEYS[17], KEYS[18]
  local MINUTE, HOUR, DAY = 60000, 3600000, 86400000     -- milliseconds
  local now = tonumber(ARGV[1])

  local function whole(number) return string.format("%.0f", number) end

  local function findSession(id)
    local document = redis.call("HGET", SESSIONS, id)
    return document and cjson.decode(document)
  end

  local function findBooking(sessionId, userId)
    local document = redis.call("HGET", BOOKINGS_ .. sessionId, userId)
    return document and cjson.decode(document)
  end

  local function keep(booking)
    redis.call("HSET", BOOKINGS_ .. booking.sessionId, booking.userId, cjson.encode(booking))
  end

  local function isActive(booking)
    local state = booking and booking.state
    return state == "confirmed" or state == "waitlisted" or state == "offered" or state == "attended"
  end

  -- People who walked in without an account are told nothing.
  local function tell(booking, id, kind, at)
    if string.sub(booking.userId, 1, 3) ~= "us_" then return end
    enqueue_message(MESSAGES, OUTBOX, id, kind, booking.userId, booking.sessionId, at)
  end

  local function remind(session, booking)
    for _, one in ipairs({{"day", 24 * HOUR}, {"hours", 2 * HOUR}}) do
      local at = session.startsAt - one[2]
      local id = one[1] .. ":" .. booking.id .. ":" .. whole(session.startsAt)
      if at > now then tell(booking, id, "class_reminder_" .. one[1], at) end
    end
  end

  local function nextOf(sessionId, what)
    return redis.call("HINCRBY", COUNTERS_ .. sessionId, what, 1)
  end

  local function placeOf(session)
    local room = session.venue.room
    return session.venue.id .. "|" .. (room ~= cjson.null and room or "")
  end

  -- A person's booking of a session from now on; an earlier one of theirs gives way.
  local function newBooking(session, userId, calledBy, id)
    local before = findBooking(session.id, userId)
    if before then redis.call("HDEL", OWNERS, before.id) end
    redis.call("HSET", OWNERS, id, session.id .. "|" .. userId)
    redis.call("ZADD", BOOKINGS_OF_ .. userId, whole(session.startsAt), session.id)
    redis.call("HSETNX", COUNTERS_ .. session.id, "startsAt", whole(session.startsAt))
    redis.call("HSETNX", COUNTERS_ .. session.id, "place", placeOf(session))
    return {
      id = id, sessionId = session.id, userId = userId, state = "waitlisted", calledBy = calledBy,
      number = nextOf(session.id, "numbers"), createdAt = now, offerExpiresAt = cjson.null, checkedInAt = cjson.null,
      checkedInBy = cjson.null, struckAt = cjson.null, endedAt = cjson.null, waived = false
    }
  end

  -- Whoever comes after all was not absent. Of a term one date tells that it is booked, the others only remind.
  local function takeSeat(session, booking, state, isUntold)
    booking.state = state
    booking.offerExpiresAt = cjson.null
    redis.call("ZREM", OFFERS_ .. session.id, booking.userId)
    redis.call("ZREM", WAITLIST_ .. session.id, booking.userId)
    redis.call("ZADD", SEATS_ .. session.id, "NX", nextOf(session.id, "arrivals"), booking.userId)
    redis.call("HSET", PLACES_OF_ .. booking.userId, session.id, "seat")
    redis.call("ZREM", ABSENCES_OF_ .. booking.userId, session.id)
    keep(booking)
    if state == "confirmed" then
      if not isUntold then tell(booking, "booked:" .. booking.id, "class_booked", now) end
      remind(session, booking)
    end
  end

  local function joinWaitlist(session, booking)
    redis.call("ZADD", WAITLIST_ .. session.id, nextOf(session.id, "arrivals"), booking.userId)
    redis.call("HSET", PLACES_OF_ .. booking.userId, session.id, "wait")
    keep(booking)
  end

  local function endPlace(booking, state, at)
    local sessionId, userId = booking.sessionId, booking.userId
    redis.call("ZREM", SEATS_ .. sessionId, userId)
    redis.call("ZREM", OFFERS_ .. sessionId, userId)
    redis.call("ZREM", WAITLIST_ .. sessionId, userId)
    redis.call("HDEL", PLACES_OF_ .. userId, sessionId)
    booking.state, booking.endedAt, booking.offerExpiresAt = state, at, cjson.null
    keep(booking)
  end

  -- Ends a seat that nobody came to; an earlier absence from the same session may have been waived, this one is only
  -- where all of the session are.
  local function endAsAbsence(session, booking, state, endedAt, absentAt)
    booking.waived = session.absencesWaived == true
    endPlace(booking, state, endedAt)
    if booking.waived then return end
    redis.call("ZADD", ABSENCES_OF_ .. booking.userId, whole(absentAt), booking.sessionId)
  end

  local function freeSeats(session)
    return session.capacity - redis.call("ZCARD", SEATS_ .. session.id) - redis.call("ZCARD", OFFERS_ .. session.id)
  end

  local function isWaitedFor(session) return redis.call("ZCARD", WAITLIST_ .. session.id) > 0 end

  local function record(entry)
    if entry and entry ~= "" then redis.call("XADD", AUDIT, "*", "entry", entry) end
  end
`;
