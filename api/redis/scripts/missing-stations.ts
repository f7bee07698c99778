import { ENQUEUE_MESSAGE } from "./enqueue-message.js";

/**
 * Somebody says that a station is missing: a new entry, or one more voice of one that is undecided. A person counts once for
 * each entry, and begins or joins so many a day.
 *
 * KEYS: entries by topic, undecided, all, how many this person said lately, words; then what is their own.
 * ARGV: JSON of what is said; prefixes of documents, voices, people to be told, and words.
 * Replies `{"said", id, "1" or "0" for one that was there}`, `{"not_found"}`, `{"closed"}` or `{"too_many"}`.
 */
export const sayMissingScript = `
  local TOPICS, UNDECIDED, ALL, LATELY = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
  local said = cjson.decode(ARGV[1])
  local DOCUMENT, VOICES, ASKERS, WORDS = ARGV[2], ARGV[3], ARGV[4], ARGV[5]
  local now, kept = said.now, said.kept

  local id = said.wanted
  if id == "" then id = redis.call("HGET", TOPICS, said.topic) or "" end
  local wasThere = id ~= ""
  if said.wanted ~= "" then
    local state = redis.call("HGET", DOCUMENT .. id, "state")
    if not state then return {"not_found"} end
    if state == "opened" or state == "refused" then return {"closed"} end
  end
  if not wasThere then id = said.newId end

  local isKnown = false
  for _, mark in ipairs(said.marks) do
    if redis.call("SISMEMBER", VOICES .. id, mark) == 1 then isKnown = true end
  end
  if not isKnown then
    if tonumber(redis.call("GET", LATELY) or "0") >= said.most then return {"too_many"} end
    if redis.call("INCR", LATELY) == 1 then redis.call("PEXPIRE", LATELY, said.limitMs) end
    if not wasThere then
      redis.call("HSET", DOCUMENT .. id, "id", id, "cell", said.cell, "need", said.need, "county", said.county, "state", "asked",
        "askedAt", string.format("%.0f", now), "vouched", 0, "others", 0, "words", 0)
      redis.call("HSET", TOPICS, said.topic, id)
      redis.call("ZADD", UNDECIDED, string.format("%.0f", now), id)
      redis.call("ZADD", ALL, string.format("%.0f", now), id)
    end
    redis.call("HINCRBY", DOCUMENT .. id, said.isVouched and "vouched" or "others", 1)
    redis.call("HINCRBY", DOCUMENT .. id, "hour" .. said.hour, 1)
    if said.words ~= "" then
      local n = redis.call("HINCRBY", DOCUMENT .. id, "words", 1)
      redis.call("SET", WORDS .. id .. "-" .. n, said.words, "PX", kept)
    end
  end
  redis.call("SADD", VOICES .. id, unpack(said.marks))
  redis.call("PEXPIRE", VOICES .. id, kept)
  if said.userId ~= "" then
    redis.call("SADD", ASKERS .. id, said.userId)
    redis.call("PEXPIRE", ASKERS .. id, kept)
  end
  for own = 5, #KEYS do
    redis.call("ZADD", KEYS[own], string.format("%.0f", now), id)
    redis.call("PEXPIRE", KEYS[own], kept)
  end
  return {"said", id, wasThere and "1" or "0"}
`;

/**
 * What the office answers. What is decided for good stays so.
 *
 * KEYS: document, entries by topic, undecided, people to be told, messages, messages that are due, record.
 * ARGV: id, state, why, now, topic, from when on people are told, prefix of the messages' subjects, audit entry.
 * Replies "answered", "same", "closed" or "not_found".
 */
export const answerMissingScript = `
  ${ENQUEUE_MESSAGE}
  local DOCUMENT, TOPICS, UNDECIDED, ASKERS, MESSAGES, DUE, AUDIT = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5], KEYS[6], KEYS[7]
  local id, state, why, now, topic, dueAt, subject, audit =
    ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5], tonumber(ARGV[6]), ARGV[7], ARGV[8]

  local before = redis.call("HGET", DOCUMENT, "state")
  if not before then return "not_found" end
  if before == state and redis.call("HGET", DOCUMENT, "why") == why then return "same" end
  if before == "opened" or before == "refused" then return "closed" end
  redis.call("HSET", DOCUMENT, "state", state, "why", why, "answeredAt", now)
  redis.call("XADD", AUDIT, "*", "entry", audit)
  for _, user in ipairs(redis.call("SMEMBERS", ASKERS)) do
    enqueue_message(MESSAGES, DUE, subject .. "|" .. user, "report_answered", user, subject, dueAt)
  end
  if state ~= "planned" then
    redis.call("HDEL", TOPICS, topic)
    redis.call("ZREM", UNDECIDED, id)
    redis.call("DEL", ASKERS)
  end
  return "answered"
`;
