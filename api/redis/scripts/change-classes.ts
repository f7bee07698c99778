/** The fields of one change, in order. */
export const CLASS_CHANGE_FIELDS = ["what", "id", "revisionBefore", "document"] as const;

/**
 * Changes courses, halls and class sessions together, or nothing of it: `what` is one of
 * - `session`: keeps `document` as the session `id`, in the place of what had `revisionBefore` (0: nothing);
 * - `drop`: forgets the session `id` when nobody ever booked it, else keeps `document`, which says that it is cancelled;
 * - `course`, `hall`: keeps `document` as the course or the hall `id`;
 * - `audit`: adds `document` to the record.
 *
 * A session with bookings is settled next (api/redis/scripts/classes/settle.ts), which tells its people and offers new
 * seats. Nobody loses a seat by a smaller capacity.
 *
 * KEYS: class sessions, class sessions by start, courses, running courses, ended courses, halls, audit, classes to settle.
 * ARGV: key prefixes of a course's sessions, a venue's sessions, a session's bookings, seats and offers, then the fields
 * of each change.
 * Replies {"stored"}, {"conflict", id} for the first that moved on since the revision its change was made from, or
 * {"seats_taken", id, how many} for the first session that would have fewer seats than people.
 */
export const changeClassesScript = `
  local SESSIONS, BY_START, COURSES, RUNNING, ENDED = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
  local HALLS, AUDIT, TO_SETTLE = KEYS[6], KEYS[7], KEYS[8]
  local OF_COURSE_, AT_VENUE_, BOOKINGS_, SEATS_, OFFERS_ = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5]
  local FIRST, WIDTH = 6, ${CLASS_CHANGE_FIELDS.length}
  local KEPT_IN = { session = SESSIONS, drop = SESSIONS, course = COURSES, hall = HALLS }

  local function refusal(what, id, revisionBefore, document)
    local key = KEPT_IN[what]
    if not key then return nil end
    local present = redis.call("HGET", key, id)
    local revision = present and cjson.decode(present).revision or 0
    if revision ~= tonumber(revisionBefore) then return {"conflict", id} end
    if what ~= "session" then return nil end
    local taken = redis.call("ZCARD", SEATS_ .. id) + redis.call("ZCARD", OFFERS_ .. id)
    if taken > cjson.decode(document).capacity then return {"seats_taken", id, tostring(taken)} end
    return nil
  end

  local function forgetSession(id)
    local document = redis.call("HGET", SESSIONS, id)
    if not document then return end
    local session = cjson.decode(document)
    redis.call("HDEL", SESSIONS, id)
    redis.call("ZREM", BY_START, id)
    redis.call("ZREM", OF_COURSE_ .. session.courseId, id)
    redis.call("ZREM", AT_VENUE_ .. session.venue.id, id)
  end

  local function keepSession(id, document)
    forgetSession(id)
    local session = cjson.decode(document)
    local startsAt = string.format("%.0f", session.startsAt)
    redis.call("HSET", SESSIONS, id, document)
    redis.call("ZADD", BY_START, startsAt, id)
    redis.call("ZADD", OF_COURSE_ .. session.courseId, startsAt, id)
    redis.call("ZADD", AT_VENUE_ .. session.venue.id, startsAt, id)
    if redis.call("EXISTS", BOOKINGS_ .. id) == 1 then redis.call("ZADD", TO_SETTLE, 0, id) end
  end

  local function keepCourse(id, document)
    local course = cjson.decode(document)
    local isRunning = course.state == "running"
    redis.call("HSET", COURSES, id, document)
    redis.call("ZADD", isRunning and RUNNING or ENDED, string.format("%.0f", course.createdAt), id)
    redis.call("ZREM", isRunning and ENDED or RUNNING, id)
  end

  local function apply(what, id, document)
    if what == "session" then keepSession(id, document)
    elseif what == "course" then keepCourse(id, document)
    elseif what == "hall" then redis.call("HSET", HALLS, id, document)
    elseif what == "audit" then redis.call("XADD", AUDIT, "*", "entry", document)
    elseif redis.call("EXISTS", BOOKINGS_ .. id) == 1 then keepSession(id, document)
    else forgetSession(id) end
  end

  for at = FIRST, #ARGV, WIDTH do
    local reason = refusal(ARGV[at], ARGV[at + 1], ARGV[at + 2], ARGV[at + 3])
    if reason then return reason end
  end
  for at = FIRST, #ARGV, WIDTH do apply(ARGV[at], ARGV[at + 1], ARGV[at + 3]) end
  return {"stored"}
`;
