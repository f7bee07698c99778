const HOUR_MS = 3_600_000;

/**
 * Takes one of the turns that a city's past explains, in one step, so that however many stations are about to turn at once,
 * no more do. Every station that wants to turn within the hour counts, so that the brake stays on as long as they go on. A
 * day on which it went on is no example for later days.
 *
 * KEYS: stations that wanted to turn, stations that turned, the most in an hour of each day, brakes that are on, audit.
 * ARGV: now in milliseconds, station id, how many are explained, whether settled accounts alone would turn it ("1" or "0"),
 * the day, the oldest day that matters, city, audit entry of a brake that goes on.
 * Replies "turn" or "braked".
 */
export const takeTurnScript = `
  local WANTED, MADE, PEAKS, BRAKES, AUDIT = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
  local now, stationId, explained, isSettled = tonumber(ARGV[1]), ARGV[2], tonumber(ARGV[3]), ARGV[4] == "1"
  local day, oldestDay, city, audit = ARGV[5], tonumber(ARGV[6]), ARGV[7], ARGV[8]

  local function lastHour(key)
    redis.call("ZADD", key, now, stationId)
    redis.call("ZREMRANGEBYSCORE", key, "-inf", string.format("%d", now - ${HOUR_MS}))
    redis.call("PEXPIRE", key, ${HOUR_MS})
    return redis.call("ZCARD", key)
  end

  -- A station that was let through decides anew when somebody else changed it meanwhile: it has its turn already.
  local turned = tonumber(redis.call("ZSCORE", MADE, stationId) or "-1")
  local isFree = lastHour(WANTED) <= explained or turned > now - ${HOUR_MS}
  if not isFree then
    local since, latest = now, redis.call("HGET", BRAKES, city)
    local before, last = string.match(latest or "", "^(%d+) (%d+)$")
    if before and now - tonumber(last) < ${HOUR_MS} then
      since = tonumber(before)
    else
      redis.call("XADD", AUDIT, "*", "entry", audit)
    end
    redis.call("HSET", BRAKES, city, string.format("%d %d", since, now))
    redis.call("HSET", PEAKS, day, "braked")
    if not isSettled then return "braked" end
  end
  local made, peak = lastHour(MADE), redis.call("HGET", PEAKS, day)
  if peak ~= "braked" and made > tonumber(peak or "0") then redis.call("HSET", PEAKS, day, made) end
  for _, earlier in ipairs(redis.call("HKEYS", PEAKS)) do
    if tonumber(earlier) < oldestDay then redis.call("HDEL", PEAKS, earlier) end
  end
  return "turn"
`;
