/**
 * Counts an error of phones on its day. Once a day has all the kinds that are kept of one, further kinds are counted together.
 *
 * KEYS: kinds of the day, counts of the day. ARGV: kind, JSON of the error, the most kinds, how long both are kept in
 * milliseconds, the name that further kinds go by.
 */
export const countClientErrorScript = `
  local KINDS, COUNTS = KEYS[1], KEYS[2]
  local kind, document, most, kept, other = ARGV[1], ARGV[2], tonumber(ARGV[3]), ARGV[4], ARGV[5]

  if redis.call("HEXISTS", KINDS, kind) == 0 then
    if redis.call("HLEN", KINDS) >= most then
      kind = other
    else
      redis.call("HSET", KINDS, kind, document)
      redis.call("PEXPIRE", KINDS, kept)
    end
  end
  if redis.call("HINCRBY", COUNTS, kind, 1) == 1 then redis.call("PEXPIRE", COUNTS, kept) end
  return 1
`;
