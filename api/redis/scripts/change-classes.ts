/** The fields of one change, in order. */
export const CLASS_CHANGE_FIELDS = ["what", "id", "revisionBefore", "document"] as const;

/**
 * Changes courses, halls and class sessions together, or nothing of it: `what` is one of
 * - `session`: keeps `document` as the session `id`, in the place of what had `revisionBefore` (0: nothing);
 * - `remove`: forgets the session `id`;
 * - `course`, `hall`: keeps `document` as the course or the hall `id`;
 * - `audit`: adds `document` to the record.
 *
 * KEYS: class sessions, class sessions by start, courses, running courses, ended courses, halls, audit.
 * ARGV: key prefix of a course's sessions, key prefix of a venue's sessions, then the fields of each change.
 * Replies {"stored"}, or {"conflict", id} for the first that moved on since the revision its change was made from.
 */
export const changeClassesScript = `
  local SESSIONS, BY_START, COURSES, RUNNING, ENDED = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
  local HALLS, AUDIT = KEYS[6], KEYS[7]
  local OF_COURSE, AT_VENUE = ARGV[1], ARGV[2]         -- key prefixes
  local WIDTH = ${CLASS_CHANGE_FIELDS.length}
  local KEPT_IN = { session = SESSIONS, remove = SESSIONS, course = COURSES, hall = HALLS }

  local function revisionOf(key, id)
    local document = redis.call("HGET", key, id)
    return document and cjson.decode(document).revision or 0
  end

  local function forget(id)
    local document = redis.call("HGET", SESSIONS, id)
    if not document then return end
    local session = cjson.decode(document)
    redis.call("HDEL", SESSIONS, id)
    redis.call("ZREM", BY_START, id)
    redis.call("ZREM", OF_COURSE .. session.courseId, id)
    redis.call("ZREM", AT_VENUE .. session.venue.id, id)
  end

  local function keep(id, document)
    forget(id)
    local session = cjson.decode(document)
    local startsAt = string.format("%.0f", session.startsAt)
    redis.call("HSET", SESSIONS, id, document)
    redis.call("ZADD", BY_START, startsAt, id)
    redis.call("ZADD", OF_COURSE .. session.courseId, startsAt, id)
    redis.call("ZADD", AT_VENUE .. session.venue.id, startsAt, id)
  end

  local function keepCourse(id, document)
    local course = cjson.decode(document)
    local isRunning = course.state == "running"
    redis.call("HSET", COURSES, id, document)
    redis.call("ZADD", isRunning and RUNNING or ENDED, string.format("%.0f", course.createdAt), id)
    redis.call("ZREM", isRunning and ENDED or RUNNING, id)
  end

  for at = 3, #ARGV, WIDTH do
    local key = KEPT_IN[ARGV[at]]
    if key and revisionOf(key, ARGV[at + 1]) ~= tonumber(ARGV[at + 2]) then return {"conflict", ARGV[at + 1]} end
  end
  for at = 3, #ARGV, WIDTH do
    local what, id, document = ARGV[at], ARGV[at + 1], ARGV[at + 3]
    if what == "session" then keep(id, document)
    elseif what == "remove" then forget(id)
    elseif what == "audit" then redis.call("XADD", AUDIT, "*", "entry", document)
    elseif what == "hall" then redis.call("HSET", HALLS, id, document)
    else keepCourse(id, document) end
  end
  return {"stored"}
`;
