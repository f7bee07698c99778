/**
 * Counts one more yes of a person for each template, up to as many as are believed.
 *
 * KEYS: grants of the person. ARGV: how many of one template at most, then the templates.
 */
export const addGrantsScript = `
  for i = 2, #ARGV do
    local left = tonumber(redis.call("HGET", KEYS[1], ARGV[i]) or "0")
    if left < tonumber(ARGV[1]) then redis.call("HINCRBY", KEYS[1], ARGV[i], 1) end
  end
  return 1
`;
