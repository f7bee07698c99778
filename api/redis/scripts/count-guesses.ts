/**
 * Takes one guess of as many as a window allows, which begins with the first. KEYS: counter of the caller, and that of the
 * site around it where that is another. ARGV: milliseconds, the most of a caller, how many times that a site may. Replies
 * "1", or "0" where none is left, and then takes none.
 */
export const takeGuessScript = `
  local function count(key) return tonumber(redis.call("GET", key) or "0") end
  for i, key in ipairs(KEYS) do
    if count(key) >= tonumber(ARGV[2]) * (i == 1 and 1 or tonumber(ARGV[3])) then return "0" end
  end
  for _, key in ipairs(KEYS) do
    if redis.call("INCR", key) == 1 then redis.call("PEXPIRE", key, ARGV[1]) end
  end
  return "1"
`;

/** Gives one guess back; with the last one the window is over. KEYS: as above. */
export const giveBackGuessScript = `
  for _, key in ipairs(KEYS) do
    if tonumber(redis.call("GET", key) or "0") > 1 then redis.call("DECR", key) else redis.call("DEL", key) end
  end
  return "1"
`;
