/**
 * Keeps a scenario with its entry in the record, if it still is what that was decided from. KEYS: scenarios, audit. ARGV: id,
 * document before ("": none), document after, audit entry, how many there may be. Replies "stored", "conflict" or "full".
 */
export const keepScenarioScript = `
  local before = redis.call("HGET", KEYS[1], ARGV[1]) or ""
  if before ~= ARGV[2] then return "conflict" end
  if before == "" and redis.call("HLEN", KEYS[1]) >= tonumber(ARGV[5]) then return "full" end
  redis.call("HSET", KEYS[1], ARGV[1], ARGV[3])
  redis.call("XADD", KEYS[2], "*", "entry", ARGV[4])
  return "stored"
`;

/** Removes one. KEYS: scenarios, audit. ARGV: id, audit entry. Replies 1, or 0 when it was gone already. */
export const removeScenarioScript = `
  if redis.call("HDEL", KEYS[1], ARGV[1]) == 0 then return 0 end
  redis.call("XADD", KEYS[2], "*", "entry", ARGV[2])
  return 1
`;

/**
 * Puts the table of people of a city in the place of the one before. KEYS: tables, its packed cells, audit. ARGV: city, what is
 * known of it, packed cells, audit entry.
 */
export const putPeopleTableScript = `
  redis.call("HSET", KEYS[1], ARGV[1], ARGV[2])
  redis.call("SET", KEYS[2], ARGV[3])
  redis.call("XADD", KEYS[3], "*", "entry", ARGV[4])
  return 1
`;

/** Removes it. KEYS: the same. ARGV: city, audit entry. Replies 1, or 0 when there was none. */
export const removePeopleTableScript = `
  redis.call("DEL", KEYS[2])
  if redis.call("HDEL", KEYS[1], ARGV[1]) == 0 then return 0 end
  redis.call("XADD", KEYS[3], "*", "entry", ARGV[2])
  return 1
`;
