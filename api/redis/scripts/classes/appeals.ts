import { SETTLE_CLASS } from "./settle.js";

/**
 * Keeps what somebody says of an absence of theirs, once. ARGV: now, BookingId, UserId, text.
 * Replies {"done", appeal}, {"refused", why} or {"missing"}, for a booking of somebody else too.
 */
export const appealScript = `${SETTLE_CLASS}
  local bookingId, userId, text = ARGV[2], ARGV[3], ARGV[4]
  local owner = redis.call("HGET", OWNERS, bookingId) or ""
  local bar = string.find(owner, "|", 1, true)
  if not bar or string.sub(owner, bar + 1) ~= userId then return {"missing"} end
  local session = settle(string.sub(owner, 1, bar - 1))
  local booking = session and findBooking(session.id, userId)
  if not booking then return {"missing"} end
  local present = redis.call("HGET", APPEALS, bookingId)
  if present then return {"done", present} end
  if not redis.call("ZSCORE", ABSENCES_OF_ .. userId, session.id) then return {"refused", "not_absent"} end
  local appeal = cjson.encode({
    bookingId = bookingId, sessionId = session.id, userId = userId, calledBy = booking.calledBy, text = text,
    state = "open", reply = cjson.null, districtCode = session.venue.district.code, title = session.title,
    venueName = session.venue.name, startsAt = session.startsAt, createdAt = now, decidedAt = cjson.null
  })
  redis.call("HSET", APPEALS, bookingId, appeal)
  redis.call("ZADD", OPEN_APPEALS, whole(now), bookingId)
  return {"done", appeal}
`;

/**
 * Decides an appeal; granted, the absence does not count any more.
 * ARGV: now, BookingId, "granted" or "refused", reply ("": none), audit entry. Replies as appeal.
 */
export const decideAppealScript = `${SETTLE_CLASS}
  local bookingId, decision, reply, audit = ARGV[2], ARGV[3], ARGV[4], ARGV[5]
  local document = redis.call("HGET", APPEALS, bookingId)
  if not document then return {"missing"} end
  local appeal = cjson.decode(document)
  if appeal.state == decision then return {"done", document} end
  if appeal.state ~= "open" then return {"refused", "appeal_decided"} end
  appeal.state, appeal.decidedAt = decision, now
  if reply ~= "" then appeal.reply = reply end
  document = cjson.encode(appeal)
  redis.call("HSET", APPEALS, bookingId, document)
  redis.call("ZREM", OPEN_APPEALS, bookingId)
  local booking = findBooking(appeal.sessionId, appeal.userId)
  if decision == "granted" and booking and booking.id == bookingId then
    redis.call("ZREM", ABSENCES_OF_ .. appeal.userId, appeal.sessionId)
    booking.waived = true
    keep(booking)
  end
  record(audit)
  return {"done", document}
`;
