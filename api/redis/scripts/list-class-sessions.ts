/**
 * Class sessions in the order of their start, equal starts by id.
 *
 * KEYS: class sessions, a ZSET of their ids by start (all, those of a course or those at a venue).
 * ARGV: the first start and the start before which the list ends (EpochMs), how many at most.
 * Replies their documents. 500 are read at a time, since Lua cannot unpack a long list.
 */
export const listClassSessionsScript = `
  local SESSIONS, BY_START = KEYS[1], KEYS[2]
  local from, to, most = ARGV[1], ARGV[2], ARGV[3]     -- EpochMs, EpochMs, sessions
  local ids = redis.call("ZRANGEBYSCORE", BY_START, from, "(" .. to, "LIMIT", 0, most)
  local documents = {}
  for start = 1, #ids, 500 do
    local part = redis.call("HMGET", SESSIONS, unpack(ids, start, math.min(start + 499, #ids)))
    for _, document in ipairs(part) do documents[#documents + 1] = document end
  end
  return documents
`;
