/**
 * Puts values in the place of what they were made from, but for those that have changed since. KEYS: a hash. ARGV: field, value
 * before, value after of each. Replies how many were put.
 */
export const replaceFieldsScript = `
  local put = 0
  for i = 1, #ARGV, 3 do
    if redis.call("HGET", KEYS[1], ARGV[i]) == ARGV[i + 1] then
      redis.call("HSET", KEYS[1], ARGV[i], ARGV[i + 2])
      put = put + 1
    end
  end
  return put
`;

/**
 * The same for one key that holds nothing else, and keeps the time at which it expires. ARGV: value before, value
 * after.
 */
export const replaceValueScript = `
  if redis.call("GET", KEYS[1]) ~= ARGV[1] then return 0 end
  redis.call("SET", KEYS[1], ARGV[2], "KEEPTTL")
  return 1
`;
