/**
 * Counts people at places of demand on one day, each once. Once a day has all the places that are kept of one, further places
 * are left out.
 *
 * KEYS: index of the day, then a HyperLogLog for each. ARGV: how long all of it is kept in milliseconds, the most places; then
 * for each HyperLogLog the place and the person.
 */
export const countUnmetScript = `
  local INDEX = KEYS[1]
  local kept, most = ARGV[1], tonumber(ARGV[2])

  for n = 2, #KEYS do
    local place, person = ARGV[2 * n - 1], ARGV[2 * n]
    local isKnown = redis.call("SISMEMBER", INDEX, place) == 1
    if isKnown or redis.call("SCARD", INDEX) < most then
      redis.call("PFADD", KEYS[n], person)
      if not isKnown then
        redis.call("SADD", INDEX, place)
        redis.call("PEXPIRE", INDEX, kept)
        redis.call("PEXPIRE", KEYS[n], kept)
      end
    end
  end
  return 1
`;

/** How many different people each HyperLogLog holds. KEYS: HyperLogLogs. */
export const countPeopleScript = `
  local counts = {}
  for n = 1, #KEYS do counts[n] = redis.call("PFCOUNT", KEYS[n]) end
  return counts
`;
