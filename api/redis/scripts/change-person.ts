/**
 * Changes a person, and the invitation they accept, if both are still what the change was decided from; writes the
 * record of it in the same step.
 * KEYS: user, role holders, audit, then the invitation and the open invitations if one is accepted.
 * ARGV: user id, document before ("" for a new person) and after, "1" if a role is to be listed, the audit entry or "",
 * then the invitation's document before and after and its code. Replies "stored" or "conflict".
 */
export const changePersonScript = `
  local user, holders, audit, invitation, open = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
  if (redis.call("GET", user) or "") ~= ARGV[2] then return "conflict" end
  if invitation then
    if redis.call("GET", invitation) ~= ARGV[6] then return "conflict" end
    redis.call("SET", invitation, ARGV[7], "KEEPTTL")
    redis.call("ZREM", open, ARGV[8])
  end
  redis.call("SET", user, ARGV[3])
  if ARGV[4] == "1" then redis.call("ZADD", holders, 0, ARGV[1]) else redis.call("ZREM", holders, ARGV[1]) end
  if ARGV[5] ~= "" then redis.call("XADD", audit, "*", "entry", ARGV[5]) end
  return "stored"
`;

/**
 * Removes a person with all their sign-ins. KEYS: user, WeChat id, sign-ins, role holders, audit, people by
 * last use, what they said yes to, the reports they asked about, who asked about reports. ARGV: user id, the prefix of their sign-ins' keys, the audit entry. Replies 1, or 0 when they were gone already.
 */
export const removePersonScript = `
  redis.call("ZREM", KEYS[6], ARGV[1])
  if redis.call("EXISTS", KEYS[1]) == 0 then return 0 end
  for _, signInId in ipairs(redis.call("ZRANGE", KEYS[3], 0, -1)) do redis.call("DEL", ARGV[2] .. signInId) end
  for _, reportId in ipairs(redis.call("SMEMBERS", KEYS[8])) do redis.call("HDEL", KEYS[9], reportId) end
  redis.call("DEL", KEYS[1], KEYS[2], KEYS[3], KEYS[7], KEYS[8])
  redis.call("ZREM", KEYS[4], ARGV[1])
  redis.call("XADD", KEYS[5], "*", "entry", ARGV[3])
  return 1
`;
