/** Counts one more in a window that begins with the first. KEYS: counter. ARGV: milliseconds. Replies the count. */
export const countInWindowScript = `
  local count = redis.call("INCR", KEYS[1])
  if count == 1 then redis.call("PEXPIRE", KEYS[1], ARGV[1]) end
  return tostring(count)
`;
