/**
 * Takes a message that is due for sending, unless somebody else did or it is no longer what was read. One of a kind whose
 * yeses are counted uses one up in the same step; one that could wait is counted for the day.
 *
 * KEYS: messages, due, sending, grants of the person, their messages of the day. ARGV: message id, its document as it was
 * read, now in milliseconds, template whose yeses are counted ("": they are not), how many may go out in a day ("": any
 * number), how long the day's number is kept in milliseconds.
 * Replies "taken", "gone" when it is not ours to send, "no_grant", or "enough" for the day; then nothing is changed.
 */
export const takeMessageScript = `
  local MESSAGES, DUE, SENDING, GRANTS, OF_DAY = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
  local id, document, now, template, most, kept = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5], ARGV[6]

  if redis.call("HGET", MESSAGES, id) ~= document then return "gone" end
  if not redis.call("ZSCORE", DUE, id) then return "gone" end
  if template ~= "" and tonumber(redis.call("HGET", GRANTS, template) or "0") < 1 then return "no_grant" end
  if most ~= "" and tonumber(redis.call("GET", OF_DAY) or "0") >= tonumber(most) then return "enough" end
  redis.call("ZREM", DUE, id)
  redis.call("ZADD", SENDING, now, id)
  if template ~= "" then
    if redis.call("HINCRBY", GRANTS, template, -1) < 1 then redis.call("HDEL", GRANTS, template) end
  end
  if most ~= "" then
    redis.call("INCR", OF_DAY)
    redis.call("PEXPIRE", OF_DAY, kept)
  end
  return "taken"
`;

/**
 * Moves a message on from where it was read.
 *
 * KEYS: messages, the list it is in (due or sending), the list it goes to (due or finished), outcomes of the day, then,
 * where a yes was used up, grants of the person, and where it was counted for the day, that.
 * ARGV: message id, its document from now on, its score there in milliseconds, outcome ("": it has none yet), how long
 * the day's outcomes are kept in milliseconds, then the template, and what becomes of its yeses: "back" gives the one that
 * was used up back, with the place in the day; "end" ends all of them.
 * Replies 1, or 0 when it was not there any more.
 */
export const moveMessageScript = `
  local MESSAGES, FROM, TO, OUTCOMES, GRANTS, OF_DAY = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5], KEYS[6]
  local id, document, score, outcome, kept = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5]
  local template, grants = ARGV[6], ARGV[7]

  if redis.call("ZREM", FROM, id) == 0 then return 0 end
  redis.call("HSET", MESSAGES, id, document)
  redis.call("ZADD", TO, score, id)
  if outcome ~= "" then
    redis.call("HINCRBY", OUTCOMES, outcome, 1)
    redis.call("PEXPIRE", OUTCOMES, kept)
  end
  if grants == "end" then redis.call("HDEL", GRANTS, template) end
  if grants == "back" then
    redis.call("HINCRBY", GRANTS, template, 1)
    if OF_DAY and redis.call("EXISTS", OF_DAY) == 1 then redis.call("DECR", OF_DAY) end
  end
  return 1
`;
