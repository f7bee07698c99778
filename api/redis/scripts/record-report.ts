/**
 * As many devices of one person, or of one address, are remembered at a station: however many there are, they are
 * one.
 */
const MOST_DEVICES = 20;
/** As many reports of one person or address on one matter wait for an answer at a time, each in other words. */
const MOST_WAITING_REPORTS = 5;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * Keeps a report from the door and counts it in, in one step.
 *
 * A report joins the task that is open for the same matter, or opens one. The same reporter saying the same again within
 * the window is one report; said at the door the second time, it counts as such. What a reporter said of the door before
 * in the same way makes room for what they say now: the rule goes by the newest.
 *
 * Limits go by what a client cannot choose: the person, where WeChat vouches for them, else the address. What is said of a
 * door beyond as many stations as one of them may bear on is a task like any other, and counts for nothing.
 *
 * KEYS: reports, tasks, task of each report, open reports by station, open tasks, all tasks, tasks of the station, open
 * matters, door reports of the station, this reporter's latest in these words, reports by time, audit, reports of this
 * person or address on the matter, all of theirs lately, the stations they bear on, news, then the lists that hold the
 * reports of this reporter (a device's, an account's, or none).
 * ARGV: now and how long a report counts in milliseconds, report id, report, task id, task, matter, the report as it counts
 * ("": not of a door), station id, how long a reporter may find it in milliseconds, key prefix of a task's reports, audit
 * entry of the task, how many stations they may bear on within an hour and a day, how many reports they may make in each,
 * "1" when WeChat vouches for them: what others say is no news.
 * Replies {report id, task id, open reports of the station, door report, door report, …}, or {"too_many"} and nothing is
 * kept.
 */
export const recordReportScript = `
  local REPORTS, TASKS, TASK_OF, OPEN_REPORTS, OPEN, ALL = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5], KEYS[6]
  local OF_STATION, MATTERS, AT_DOOR, LATEST, BY_TIME = KEYS[7], KEYS[8], KEYS[9], KEYS[10], KEYS[11]
  local AUDIT, ON_MATTER, LATELY, BORNE, NEWS = KEYS[12], KEYS[13], KEYS[14], KEYS[15], KEYS[16]
  local now, window = ARGV[1], ARGV[2]                       -- milliseconds
  local reportId, report, taskId, task, matter = ARGV[3], ARGV[4], ARGV[5], ARGV[6], ARGV[7]
  local counted, stationId, kept = ARGV[8], ARGV[9], ARGV[10]
  local OF_TASK, audit = ARGV[11], ARGV[12]
  local stationsPerHour, stationsPerDay = tonumber(ARGV[13]), tonumber(ARGV[14])
  local reportsPerHour, reportsPerDay = tonumber(ARGV[15]), tonumber(ARGV[16])
  local isOfDoor, isVouched = ARGV[8] ~= "", ARGV[17] == "1"

  local function ago(ms) return string.format("%d", tonumber(now) - ms) end
  local function lately(key) return redis.call("ZCOUNT", key, "(" .. ago(${HOUR_MS}), "+inf") end

  local latest = redis.call("GET", LATEST)
  local known = latest and redis.call("HGET", TASK_OF, latest)
  known = known and redis.call("ZSCORE", OPEN, known) and known
  if not known then
    redis.call("ZREMRANGEBYSCORE", ON_MATTER, "-inf", ago(tonumber(window)))
    for _, earlier in ipairs(redis.call("ZRANGE", ON_MATTER, 0, -1)) do
      local taskOf = redis.call("HGET", TASK_OF, earlier)
      if not taskOf or not redis.call("ZSCORE", OPEN, taskOf) then redis.call("ZREM", ON_MATTER, earlier) end
    end
    redis.call("ZREMRANGEBYSCORE", LATELY, "-inf", ago(${DAY_MS}))
    if redis.call("ZCARD", ON_MATTER) >= ${MOST_WAITING_REPORTS} or redis.call("ZCARD", LATELY) >= reportsPerDay
      or lately(LATELY) >= reportsPerHour then return {"too_many"} end
    redis.call("ZADD", ON_MATTER, now, reportId)
    redis.call("PEXPIRE", ON_MATTER, window)
    redis.call("ZADD", LATELY, now, reportId)
    redis.call("PEXPIRE", LATELY, ${DAY_MS})
  end

  if counted ~= "" then
    redis.call("ZREMRANGEBYSCORE", BORNE, "-inf", ago(${DAY_MS}))
    local before = tonumber(redis.call("ZSCORE", BORNE, stationId) or "-1")
    local inDay = redis.call("ZCARD", BORNE) - (before >= 0 and 1 or 0)
    local inHour = lately(BORNE) - (before > tonumber(ago(${HOUR_MS})) and 1 or 0)
    if inDay >= stationsPerDay or inHour >= stationsPerHour then
      counted = ""
    else
      redis.call("ZADD", BORNE, now, stationId)
      redis.call("PEXPIRE", BORNE, ${DAY_MS})
    end
  end
  if counted ~= "" then
    local said, ofPerson = cjson.decode(counted), 0
    for _, member in ipairs(redis.call("ZREVRANGE", AT_DOOR, 0, -1)) do
      local before = cjson.decode(member)
      local isOfPerson = before.person == said.person and (said.person ~= cjson.null or before.address == said.address)
      local isSame = before.person == said.person and before.device == said.device
        and before.address == said.address and before.atDoor == said.atDoor
      if isOfPerson and not isSame then ofPerson = ofPerson + 1 end
      if isSame or (isOfPerson and ofPerson > ${MOST_DEVICES}) then redis.call("ZREM", AT_DOOR, member) end
    end
    redis.call("ZADD", AT_DOOR, now, counted)
  end
  redis.call("ZREMRANGEBYSCORE", AT_DOOR, "-inf", ago(tonumber(window)))
  redis.call("PEXPIRE", AT_DOOR, window)

  if known then
    reportId, taskId = latest, known
  else
    local joined = redis.call("HGET", MATTERS, matter)
    if joined then
      taskId = joined
    else
      redis.call("HSET", TASKS, taskId, task)
      redis.call("ZADD", OPEN, now, taskId)
      redis.call("ZADD", ALL, now, taskId)
      redis.call("ZADD", OF_STATION, now, taskId)
      redis.call("HSET", MATTERS, matter, taskId)
      redis.call("XADD", AUDIT, "*", "entry", audit)
    end
    redis.call("HSET", REPORTS, reportId, report)
    redis.call("HSET", TASK_OF, reportId, taskId)
    redis.call("ZADD", OF_TASK .. taskId, now, reportId)
    redis.call("ZADD", BY_TIME, now, reportId)
    redis.call("HINCRBY", OPEN_REPORTS, stationId, 1)
    redis.call("SET", LATEST, reportId, "PX", window)
  end
  if isVouched and isOfDoor and counted ~= "" then redis.call("ZADD", NEWS, now, "door|" .. stationId) end
  if isVouched and not isOfDoor then redis.call("ZADD", NEWS, now, "task|" .. taskId) end
  for i = 17, #KEYS do
    redis.call("ZADD", KEYS[i], now, reportId)
    redis.call("ZREMRANGEBYSCORE", KEYS[i], "-inf", ago(tonumber(kept)))
    redis.call("PEXPIRE", KEYS[i], kept)
  end

  local reply = {reportId, taskId, redis.call("HGET", OPEN_REPORTS, stationId) or "0"}
  for _, one in ipairs(redis.call("ZRANGE", AT_DOOR, 0, -1)) do reply[#reply + 1] = one end
  return reply
`;
