import { SETTLE_CLASS } from "./settle.js";

/** So many sessions at most are settled while somebody waits for an answer; a job does the others. */
const SETTLED_ON_READ = 20;

/**
 * Lua that tells how sessions stand, each in six values: its document, seats taken, seats offered, people waiting, the
 * booking of whoever asks or "", their place in the waitlist or 0.
 */
const ROWS = `${SETTLE_CLASS}
  local rows = {}
  local function addRow(id, userId)
    local document = redis.call("HGET", SESSIONS, id)
    if not document then return end
    local booking = userId ~= "" and redis.call("HGET", BOOKINGS_ .. id, userId)
    local rank = booking and redis.call("ZRANK", WAITLIST_ .. id, userId)
    rows[#rows + 1] = document
    rows[#rows + 1] = tostring(redis.call("ZCARD", SEATS_ .. id))
    rows[#rows + 1] = tostring(redis.call("ZCARD", OFFERS_ .. id))
    rows[#rows + 1] = tostring(redis.call("ZCARD", WAITLIST_ .. id))
    rows[#rows + 1] = booking or ""
    rows[#rows + 1] = rank and tostring(rank + 1) or "0"
  end
`;

/** The sessions that start within a span, by start. ARGV: now, first start, end of the span, UserId or "", how many. */
export const readTimetableScript = `${ROWS}
  settleDue(${SETTLED_ON_READ})
  local ids = redis.call("ZRANGEBYSCORE", BY_START, ARGV[2], "(" .. ARGV[3], "LIMIT", 0, ARGV[5])
  for _, id in ipairs(ids) do addRow(id, ARGV[4]) end
  return rows
`;

/** One session, settled. ARGV: now, SessionId, UserId or "". */
export const readClassScript = `${ROWS}
  settle(ARGV[2])
  addRow(ARGV[2], ARGV[3])
  return rows
`;

/**
 * What a person booked, latest start first, settled. ARGV: now, UserId, how many.
 * Replies the instants of their absences as one text, then the rows.
 */
export const readOwnBookingsScript = `${ROWS}
  local userId = ARGV[2]
  local ids = redis.call("ZREVRANGE", BOOKINGS_OF_ .. userId, 0, ARGV[3] - 1)
  for _, id in ipairs(ids) do settle(id) end
  local absences = {}
  local scored = redis.call("ZRANGE", ABSENCES_OF_ .. userId, 0, -1, "WITHSCORES")
  for i = 2, #scored, 2 do absences[#absences + 1] = scored[i] end
  rows[1] = table.concat(absences, ",")
  for _, id in ipairs(ids) do
    if redis.call("HEXISTS", BOOKINGS_ .. id, userId) == 1 then addRow(id, userId) end
  end
  return rows
`;

/** A roster: the row of the session, then every booking with its place in the waitlist or 0. ARGV: now, SessionId. */
export const readRosterScript = `${ROWS}
  local id = ARGV[2]
  settle(id)
  addRow(id, "")
  local waiting = {}
  for i, userId in ipairs(redis.call("ZRANGE", WAITLIST_ .. id, 0, -1)) do waiting[userId] = i end
  local entries = redis.call("HGETALL", BOOKINGS_ .. id)
  for i = 1, #entries, 2 do
    rows[#rows + 1] = entries[i + 1]
    rows[#rows + 1] = tostring(waiting[entries[i]] or 0)
  end
  return rows
`;

/** Settles what is due. ARGV: now, how many at most. Replies how many there were. */
export const settleDueScript = `${SETTLE_CLASS}
  return settleDue(tonumber(ARGV[2]))
`;

/** Every booking of some sessions, settled. ARGV: now, SessionIds. Replies one booking after the other, in that order. */
export const readBookingsScript = `${SETTLE_CLASS}
  local bookings = {}
  for i = 2, #ARGV do
    settle(ARGV[i])
    for _, booking in ipairs(redis.call("HVALS", BOOKINGS_ .. ARGV[i])) do bookings[#bookings + 1] = booking end
  end
  return bookings
`;
