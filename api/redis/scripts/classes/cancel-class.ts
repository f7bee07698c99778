import { SETTLE_CLASS } from "./settle.js";

/**
 * Cancels a session: everybody is let go and told, and no absence counts.
 *
 * ARGV: now, SessionId, reason, audit entry. Replies {"done", session}, {"refused", why} or {"missing"}.
 */
export const cancelClassScript = `${SETTLE_CLASS}
  local sessionId, reason, audit = ARGV[2], ARGV[3], ARGV[4]
  local session = settle(sessionId)
  if not session then return {"missing"} end
  if session.state ~= "cancelled" then
    if now >= session.endsAt then return {"refused", "session_over"} end
    session.state, session.cancelledReason, session.revision = "cancelled", reason, session.revision + 1
    session.isOnItsOwn = true
    redis.call("HSET", SESSIONS, sessionId, cjson.encode(session))
    record(audit)
  end
  settle(sessionId)
  return {"done", redis.call("HGET", SESSIONS, sessionId)}
`;

/**
 * Merges a session into another: its people move in their order, seats first, into seats that are free and that nobody
 * waits for, the others to the end of the waitlist, however long it is. Who has something else at that time is let go.
 *
 * ARGV: now, SessionId, SessionId of the other, reason, audit entry, beginning of the new BookingIds.
 * Replies as cancel-class.
 */
export const mergeClassScript = `${SETTLE_CLASS}
  local fromId, intoId, reason, audit, idStart = ARGV[2], ARGV[3], ARGV[4], ARGV[5], ARGV[6]
  local from, into = settle(fromId), settle(intoId)
  if not from or not into then return {"missing"} end
  if from.state == "cancelled" then
    if from.mergedInto == intoId then return {"done", redis.call("HGET", SESSIONS, fromId)} end
    return {"refused", "session_cancelled"}
  end
  if into.state == "cancelled" then return {"refused", "session_cancelled"} end
  if now >= from.startsAt or now >= into.startsAt then return {"refused", "session_started"} end

  local function isBusy(userId)
    local held = redis.call("HGETALL", PLACES_OF_ .. userId)
    for i = 1, #held, 2 do
      local other = held[i] ~= fromId and held[i] ~= intoId and held[i + 1] == "seat" and findSession(held[i])
      if other and other.state == "scheduled" and other.startsAt < into.endsAt and into.startsAt < other.endsAt then return true end
    end
    return false
  end

  local people = {}
  for _, list in ipairs({SEATS_, OFFERS_, WAITLIST_}) do
    for _, userId in ipairs(redis.call("ZRANGE", list .. fromId, 0, -1)) do people[#people + 1] = findBooking(fromId, userId) end
  end
  from.state, from.cancelledReason, from.mergedInto = "cancelled", reason, intoId
  from.revision, from.isOnItsOwn = from.revision + 1, true
  redis.call("HSET", SESSIONS, fromId, cjson.encode(from))
  record(audit)
  settle(fromId)
  for i, before in ipairs(people) do
    if not isActive(findBooking(intoId, before.userId)) and not isBusy(before.userId) then
      local booking = newBooking(into, before.userId, before.calledBy, string.format("%s%04d", idStart, i))
      local hadSeat = before.state == "confirmed"
      if hadSeat and not isWaitedFor(into) and freeSeats(into) > 0 then
        takeSeat(into, booking, "confirmed")
      else
        joinWaitlist(into, booking)
      end
    end
  end
  settle(intoId)
  return {"done", redis.call("HGET", SESSIONS, fromId)}
`;
