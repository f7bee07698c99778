/**
 * Takes a message that is due for sending, unless somebody else did or it is no longer what was read.
 *
 * KEYS: messages, due, sending. ARGV: message id, its document as it was read, now in milliseconds.
 * Replies 1, or 0 when it is not ours to send.
 */
export const takeMessageScript = `
  local MESSAGES, DUE, SENDING = KEYS[1], KEYS[2], KEYS[3]
  local id, document, now = ARGV[1], ARGV[2], ARGV[3]

  if redis.call("HGET", MESSAGES, id) ~= document then return 0 end
  if redis.call("ZREM", DUE, id) == 0 then return 0 end
  redis.call("ZADD", SENDING, now, id)
  return 1
`;

/**
 * Moves a message on from where it was read.
 *
 * KEYS: messages, the list it is in (due or sending), the list it goes to (due or finished), outcomes of the day.
 * ARGV: message id, its document from now on, its score there in milliseconds, outcome ("": it has none yet), how long
 * the day's outcomes are kept in milliseconds.
 * Replies 1, or 0 when it was not there any more.
 */
export const moveMessageScript = `
  local MESSAGES, FROM, TO, OUTCOMES = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
  local id, document, score, outcome, kept = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5]

  if redis.call("ZREM", FROM, id) == 0 then return 0 end
  redis.call("HSET", MESSAGES, id, document)
  redis.call("ZADD", TO, score, id)
  if outcome ~= "" then
    redis.call("HINCRBY", OUTCOMES, outcome, 1)
    redis.call("PEXPIRE", OUTCOMES, kept)
  end
  return 1
`;
