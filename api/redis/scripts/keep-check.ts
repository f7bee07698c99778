/**
 * Keeps a check, once: the first word stands. KEYS: the checks of the sample, those of the month. ARGV: id, check.
 * Returns the check that is kept.
 */
export const keepCheckScript = `
  local kept = redis.call("HGET", KEYS[1], ARGV[1])
  if kept then return kept end
  redis.call("HSET", KEYS[1], ARGV[1], ARGV[2])
  redis.call("HSET", KEYS[2], ARGV[1], ARGV[2])
  return ARGV[2]
`;
