/**
 * Keeps what finding stations needs, for documents that were written before it was kept. KEYS: revisions, areas, key prefix
 * of the cores. ARGV: now in milliseconds, then id, revision, area, core of each. One that moved on meanwhile is left out:
 * whoever changed it kept it.
 */
export const keepCoresScript = `
  local REVISIONS, AREAS, CORES, now = KEYS[1], KEYS[2], KEYS[3], ARGV[1]
  for i = 2, #ARGV, 4 do
    local id, revision, area, core = ARGV[i], ARGV[i + 1], ARGV[i + 2], ARGV[i + 3]
    if redis.call("HGET", REVISIONS, id) == revision then
      redis.call("HSET", CORES .. area, id, core)
      redis.call("HSET", AREAS, area, now, area .. "|detail", now)
    end
  end
  return "kept"
`;

/** Tells that cores are complete. KEYS: areas. ARGV: format, now in milliseconds. */
export const finishCoresScript = `
  redis.call("HSET", KEYS[1], "format", ARGV[1])
  local before = tonumber(redis.call("HGET", KEYS[1], "version") or "0")
  redis.call("HSET", KEYS[1], "version", string.format("%.0f", math.max(before + 1, tonumber(ARGV[2]))))
  return "kept"
`;
