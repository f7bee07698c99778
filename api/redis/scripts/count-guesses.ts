/**
 * Takes one guess of as many as a window allows, which begins with the first. KEYS: counter. ARGV: milliseconds, the
 * most. Replies "1", or "0" where none is left.
 */
export const takeGuessScript = `
  local count = tonumber(redis.call("GET", KEYS[1]) or "0")
  if count >= tonumber(ARGV[2]) then return "0" end
  redis.call("INCR", KEYS[1])
  if count == 0 then redis.call("PEXPIRE", KEYS[1], ARGV[1]) end
  return "1"
`;

/** Gives one guess back; with the last one the window is over. KEYS: counter. Replies what is left of the count. */
export const giveBackGuessScript = `
  local count = tonumber(redis.call("GET", KEYS[1]) or "0")
  if count > 1 then return tostring(redis.call("DECR", KEYS[1])) end
  redis.call("DEL", KEYS[1])
  return "0"
`;
