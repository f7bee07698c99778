import { ENQUEUE_MESSAGE } from "./enqueue-message.js";

/**
 * Somebody wants to learn something, or not any more. What they were told of is taken away by a new vote.
 *
 * KEYS: voters of the topic, what the person wants, topics.
 * ARGV: topic, user, "1" or "0" for not any more, now, since when votes count, for how long they are kept, how many one may have.
 * Replies "set", or "too_many".
 */
export const setWantedScript = `
  local VOTERS, OWN, TOPICS = KEYS[1], KEYS[2], KEYS[3]
  local topic, user, wants, now, since, kept, most = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5], ARGV[6], tonumber(ARGV[7])

  redis.call("ZREMRANGEBYSCORE", VOTERS, "-inf", "(" .. since)
  if wants == "0" then
    redis.call("ZREM", VOTERS, user)
    redis.call("HDEL", OWN, topic)
    if redis.call("EXISTS", VOTERS) == 0 then redis.call("SREM", TOPICS, topic) end
    return "set"
  end
  if redis.call("ZSCORE", VOTERS, user) then return "set" end
  local waiting = 0
  for _, said in ipairs(redis.call("HVALS", OWN)) do
    local at = string.match(said, "^v|(%d+)$")
    if at and tonumber(at) >= tonumber(since) then waiting = waiting + 1 end
  end
  if waiting >= most then return "too_many" end
  redis.call("ZADD", VOTERS, now, user)
  redis.call("PEXPIRE", VOTERS, kept)
  redis.call("HSET", OWN, topic, "v|" .. now)
  redis.call("PEXPIRE", OWN, kept)
  redis.call("SADD", TOPICS, topic)
  return "set"
`;

/**
 * A course is what the voters of a topic wanted: they are told, and their votes are over. Of the same course again, with nobody
 * who came since, nothing happens.
 *
 * KEYS: voters of the topic, topics, what was opened, messages, messages that are due, record.
 * ARGV: topic, course, now, since when votes count, for how long it is kept, from when on people are told, subject of the messages,
 * audit entry, prefix of what a person wants.
 * Replies how many are told, or were; -1: nobody waits.
 */
export const openWantedScript = `
  ${ENQUEUE_MESSAGE}
  local VOTERS, TOPICS, OPENED, MESSAGES, DUE, AUDIT = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5], KEYS[6]
  local topic, course, now, since, kept = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5]
  local dueAt, subject, audit, OWN_ = tonumber(ARGV[6]), ARGV[7], ARGV[8], ARGV[9]

  local voters = redis.call("ZRANGEBYSCORE", VOTERS, since, "+inf")
  if #voters == 0 then
    local before = redis.call("HGET", OPENED, topic)
    local said = before and cjson.decode(before)
    return said and said.courseId == course and said.people or -1
  end
  for _, user in ipairs(voters) do
    enqueue_message(MESSAGES, DUE, subject .. "|" .. user, "report_answered", user, subject, dueAt)
    redis.call("HSET", OWN_ .. user, topic, "o|" .. now .. "|" .. course)
    redis.call("PEXPIRE", OWN_ .. user, kept)
  end
  redis.call("DEL", VOTERS)
  redis.call("SREM", TOPICS, topic)
  redis.call("HSET", OPENED, topic, '{"courseId":' .. cjson.encode(course) .. ',"at":' .. now .. ',"people":' .. #voters .. '}')
  redis.call("XADD", AUDIT, "*", "entry", audit)
  return #voters
`;
