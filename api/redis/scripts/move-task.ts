/**
 * Moves a task on, unless it is no longer what the move was decided from.
 *
 * KEYS: tasks, reports of the task, open reports by station, open tasks, open matters, audit, news.
 * ARGV: task id, the task before, the task after, station id, whether it is open before and after ("1" or "0"), matter
 * ("": joins nothing), when it was made in milliseconds, audit entry ("": what changes is no doing of anybody's), "1" when
 * the reporters are to be told, when it changed in milliseconds.
 * Replies {"moved", the task after} or {"moved_on", the task as it is}.
 */
export const moveTaskScript = `
  local TASKS, OF_TASK, OPEN_REPORTS, OPEN, MATTERS, AUDIT = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5], KEYS[6]
  local NEWS = KEYS[7]
  local taskId, before, after, stationId = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
  local wasOpen, isOpen, matter, madeAt, audit = ARGV[5], ARGV[6], ARGV[7], ARGV[8], ARGV[9]

  local present = redis.call("HGET", TASKS, taskId)
  if present ~= before then return {"moved_on", present or ""} end
  redis.call("HSET", TASKS, taskId, after)
  local reports = redis.call("ZCARD", OF_TASK)
  if wasOpen == "1" and isOpen == "0" then
    redis.call("ZREM", OPEN, taskId)
    if redis.call("HINCRBY", OPEN_REPORTS, stationId, -reports) <= 0 then redis.call("HDEL", OPEN_REPORTS, stationId) end
    if matter ~= "" and redis.call("HGET", MATTERS, matter) == taskId then redis.call("HDEL", MATTERS, matter) end
  elseif wasOpen == "0" and isOpen == "1" then
    redis.call("ZADD", OPEN, madeAt, taskId)
    redis.call("HINCRBY", OPEN_REPORTS, stationId, reports)
    if matter ~= "" then redis.call("HSETNX", MATTERS, matter, taskId) end
  end
  if ARGV[10] == "1" then redis.call("ZADD", NEWS, ARGV[11], "answered|" .. taskId) end
  if audit ~= "" then redis.call("XADD", AUDIT, "*", "entry", audit) end
  return {"moved", after}
`;
