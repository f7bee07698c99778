/**
 * Counts one more in a window that begins with the first. KEYS: counter of the caller, and that of the site around it where
 * that is another. ARGV: milliseconds, the most of a caller, how many times that a site may. Replies "1" while neither is
 * above it, else "0".
 */
export const countInWindowScript = `
  local allowed = "1"
  for i, key in ipairs(KEYS) do
    local count = redis.call("INCR", key)
    if count == 1 then redis.call("PEXPIRE", key, ARGV[1]) end
    if count > tonumber(ARGV[2]) * (i == 1 and 1 or tonumber(ARGV[3])) then allowed = "0" end
  end
  return allowed
`;
