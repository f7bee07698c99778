/** Keeps a group robot with its entry in the record. KEYS: groups, audit. ARGV: id, document, audit entry. */
export const keepGroupScript = `
  redis.call("HSET", KEYS[1], ARGV[1], ARGV[2])
  redis.call("XADD", KEYS[2], "*", "entry", ARGV[3])
  return 1
`;

/**
 * Removes a group robot and what it has said. KEYS: groups, what it has said, audit. ARGV: id, audit entry. Replies 1, or 0
 * when it was gone already.
 */
export const removeGroupScript = `
  redis.call("DEL", KEYS[2])
  if redis.call("HDEL", KEYS[1], ARGV[1]) == 0 then return 0 end
  redis.call("XADD", KEYS[3], "*", "entry", ARGV[2])
  return 1
`;

/**
 * Claims lines for a group robot before they are said, so that each is said once at most. KEYS: what it has said. ARGV: now,
 * how long that is known in milliseconds, then the lines. Replies those that it had not said.
 */
export const claimLinesScript = `
  local SAID, now, kept = KEYS[1], tonumber(ARGV[1]), tonumber(ARGV[2])
  redis.call("ZREMRANGEBYSCORE", SAID, "-inf", string.format("%d", now - kept))
  local claimed = {}
  for i = 3, #ARGV do
    if redis.call("ZADD", SAID, "NX", ARGV[1], ARGV[i]) == 1 then claimed[#claimed + 1] = ARGV[i] end
  end
  redis.call("PEXPIRE", SAID, ARGV[2])
  return claimed
`;
