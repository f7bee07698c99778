/**
 * Renews a sign-in from the newest token it gave out. The token before it is taken too while the newest was not seen in
 * use (its answer may have been lost on the way) or is very young (two requests may have renewed at once); an older one
 * can only be a copy, and ends the sign-in for everybody who holds a token of it.
 * KEYS: sign-in, the person's sign-ins, people by last use.
 * ARGV: sign-in id, generation of the token, now and grace in ms, today as a day number, days and ms a sign-in lives,
 * user id.
 * Replies {"renewed", generation of the next token, the roles it is limited to or ""}, {"reused"} or {"gone"}.
 */
export const renewSignInScript = `
  local signIn, ofPerson = KEYS[1], KEYS[2]
  local id, shown = ARGV[1], tonumber(ARGV[2])
  local now, graceMs = tonumber(ARGV[3]), tonumber(ARGV[4])
  local today, livesDays, livesMs = tonumber(ARGV[5]), tonumber(ARGV[6]), ARGV[7]

  local function finish(outcome)
    redis.call("DEL", signIn)
    redis.call("ZREM", ofPerson, id)
    return {outcome}
  end

  local kept = redis.call("HMGET", signIn, "generation", "isArrived", "renewedAt", "lastUsedDay", "roles")
  local newest = tonumber(kept[1])
  if not newest then return {"gone"} end
  if today - tonumber(kept[4]) > livesDays then return finish("gone") end
  if shown == newest then
    newest = newest + 1
    redis.call("HSET", signIn, "generation", newest, "isArrived", "0", "renewedAt", ARGV[3])
  elseif shown ~= newest - 1 or (kept[2] == "1" and now - tonumber(kept[3]) > graceMs) then
    return finish("reused")
  end
  redis.call("HSET", signIn, "lastUsedDay", ARGV[5])
  redis.call("PEXPIRE", signIn, livesMs)
  redis.call("ZADD", ofPerson, ARGV[5], id)
  redis.call("ZADD", KEYS[3], ARGV[5], ARGV[8])
  return {"renewed", newest, kept[5]}
`;
