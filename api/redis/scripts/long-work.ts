/**
 * Keeps a new long piece of work. KEYS: documents, under way, by end, those of its owner. ARGV: id, document, when it was
 * begun, until when it is kept, how many its owner may have under way. Replies "begun" or "too_many".
 */
export const beginLongWorkScript = `
  local underWay = 0
  for _, id in ipairs(redis.call("ZRANGE", KEYS[4], 0, -1)) do
    if redis.call("ZSCORE", KEYS[2], id) then underWay = underWay + 1 end
  end
  if underWay >= tonumber(ARGV[5]) then return "too_many" end
  redis.call("HSET", KEYS[1], ARGV[1], ARGV[2])
  redis.call("ZADD", KEYS[2], ARGV[3], ARGV[1])
  redis.call("ZADD", KEYS[3], ARGV[4], ARGV[1])
  redis.call("ZADD", KEYS[4], ARGV[3], ARGV[1])
  return "begun"
`;

/**
 * Keeps what became of it. KEYS: documents, under way, by end. ARGV: id, document before and after, its place among those under
 * way ("": it is none), until when it is kept. Replies 1, or 0 where it is not what it was.
 */
export const replaceLongWorkScript = `
  if redis.call("HGET", KEYS[1], ARGV[1]) ~= ARGV[2] then return 0 end
  redis.call("HSET", KEYS[1], ARGV[1], ARGV[3])
  if ARGV[4] == "" then redis.call("ZREM", KEYS[2], ARGV[1]) else redis.call("ZADD", KEYS[2], ARGV[4], ARGV[1]) end
  redis.call("ZADD", KEYS[3], ARGV[5], ARGV[1])
  return 1
`;

/** KEYS: documents, under way, by end, those of its owner. ARGV: id. */
export const forgetLongWorkScript = `
  redis.call("HDEL", KEYS[1], ARGV[1])
  for i = 2, 4 do redis.call("ZREM", KEYS[i], ARGV[1]) end
  return 1
`;
