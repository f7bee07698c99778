/**
 * Keeps a new invitation, and lists it among those that nobody has used.
 * KEYS: invitation, open invitations. ARGV: code, document, for how many milliseconds it is kept, when it ends and the
 * time now in epoch milliseconds. Replies 1, or 0 when the code is taken.
 */
export const addInvitationScript = `
  local invitation, open = KEYS[1], KEYS[2]
  local code, document, keptMs, expiresAt, now = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5]
  if not redis.call("SET", invitation, document, "NX", "PX", keptMs) then return 0 end
  redis.call("ZREMRANGEBYSCORE", open, "-inf", now)
  redis.call("ZADD", open, expiresAt, code)
  return 1
`;

/**
 * Takes an invitation back if it is still what that was decided from, and writes the record of it in the same step.
 * KEYS: invitation, open invitations, audit. ARGV: code, document before and after, audit entry.
 * Replies "stored" or "conflict".
 */
export const takeBackInvitationScript = `
  local invitation, open, audit = KEYS[1], KEYS[2], KEYS[3]
  if redis.call("GET", invitation) ~= ARGV[2] then return "conflict" end
  redis.call("SET", invitation, ARGV[3], "KEEPTTL")
  redis.call("ZREM", open, ARGV[1])
  redis.call("XADD", audit, "*", "entry", ARGV[4])
  return "stored"
`;
