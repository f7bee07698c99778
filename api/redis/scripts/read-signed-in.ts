/**
 * Reads who is signed in, and notes that the newest token of the sign-in has reached its owner.
 * KEYS: user, sign-in. ARGV: generation of the token shown.
 * Replies the user's document, or nothing when either is gone, the day the sign-in was last renewed,
 * and the roles it is limited to or "".
 */
export const readSignedInScript = `
  local user = redis.call("GET", KEYS[1])
  local signIn = redis.call("HMGET", KEYS[2], "generation", "isArrived", "lastUsedDay", "roles")
  if not user or not signIn[1] then return {} end
  if signIn[1] == ARGV[1] and signIn[2] == "0" then redis.call("HSET", KEYS[2], "isArrived", "1") end
  return {user, signIn[3], signIn[4]}
`;
