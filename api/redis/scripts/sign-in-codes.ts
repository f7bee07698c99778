/**
 * Lends a code the sign-in of the person who approves it. KEYS: code. ARGV: user id, roles or "", now in ms.
 * Replies "approved" (to the same person again, too), "used" by somebody else, or "gone".
 */
export const approveSignInCodeScript = `
  local kept = redis.call("HMGET", KEYS[1], "expiresAt", "userId")
  if not kept[1] or tonumber(ARGV[3]) >= tonumber(kept[1]) then return "gone" end
  if kept[2] and kept[2] ~= ARGV[1] then return "used" end
  redis.call("HSET", KEYS[1], "userId", ARGV[1], "roles", ARGV[2])
  return "approved"
`;

/**
 * Takes an approved code, which is gone then. KEYS: code. ARGV: digest of the secret, now in ms.
 * Replies {"approved", user id, roles or ""}, {"pending"}, {"wrong_secret"} or {"gone"}.
 */
export const takeSignInCodeScript = `
  local kept = redis.call("HMGET", KEYS[1], "expiresAt", "secretDigest", "userId", "roles")
  if not kept[1] or tonumber(ARGV[2]) >= tonumber(kept[1]) then return {"gone"} end
  if kept[2] ~= ARGV[1] then return {"wrong_secret"} end
  if not kept[3] then return {"pending"} end
  redis.call("DEL", KEYS[1])
  return {"approved", kept[3], kept[4]}
`;

/** Keeps a new code. KEYS: code. ARGV: end in ms, digest of the secret, ms to keep it. Replies 0 when it is taken. */
export const addSignInCodeScript = `
  if redis.call("EXISTS", KEYS[1]) == 1 then return 0 end
  redis.call("HSET", KEYS[1], "expiresAt", ARGV[1], "secretDigest", ARGV[2])
  redis.call("PEXPIRE", KEYS[1], ARGV[3])
  return 1
`;
