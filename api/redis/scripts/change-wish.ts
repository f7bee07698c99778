import { ENQUEUE_MESSAGE } from "./enqueue-message.js";

/** The fields of one change of a wish, in order; after them come three for each message: its id, its kind, whose it is. */
export const WISH_CHANGE_FIELDS = [
  "id",
  "versionBefore",
  "document",
  /** When the union has to act; empty: it is closed. */
  "openUntil",
  /** When its state ends by itself; empty: it does not. */
  "lapsesAt",
  "onWallSince",
  /** When it closed, as long as something personal is left to erase. */
  "closedAt",
  "isCountedOpen",
  /** A slip that leads nowhere any more. */
  "lostSlip",
  "auditEntry",
  "now",
] as const;

/** KEYS of both: wishes, open, lapsing, wall, closed, open ones of the person, slips, audit, messages and those due. */
const wishFunctions = `${ENQUEUE_MESSAGE}
  local WISHES, OPEN, LAPSING, WALL, CLOSED = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
  local OPEN_OF, SLIPS, AUDIT, MESSAGES, DUE = KEYS[6], KEYS[7], KEYS[8], KEYS[9], KEYS[10]
  local id, versionBefore, document = ARGV[1], ARGV[2], ARGV[3]

  local function list(key, score)
    if score == "" then redis.call("ZREM", key, id) else redis.call("ZADD", key, score, id) end
  end

  local function keep(from)
    redis.call("HSET", WISHES, id, document)
    list(OPEN, ARGV[4])
    list(LAPSING, ARGV[5])
    list(WALL, ARGV[6])
    list(CLOSED, ARGV[7])
    if ARGV[8] == "1" then redis.call("SADD", OPEN_OF, id) else redis.call("SREM", OPEN_OF, id) end
    if ARGV[9] ~= "" then redis.call("HDEL", SLIPS, ARGV[9]) end
    if ARGV[10] ~= "" then redis.call("XADD", AUDIT, "*", "entry", ARGV[10]) end
    for at = from, #ARGV, 3 do
      enqueue_message(MESSAGES, DUE, ARGV[at], ARGV[at + 1], ARGV[at + 2], id, tonumber(ARGV[11]))
    end
  end
`;

/**
 * Changes a wish, with its lists, the record and the messages about it, unless it moved on since the version the change
 * was made from, or what it is merged into closed since: two that are merged into each other would both be lost.
 * Replies "stored" or "moved_on".
 */
export const changeWishScript = `${wishFunctions}
  local present = redis.call("HGET", WISHES, id)
  if not present then return "moved_on" end
  local before, after = cjson.decode(present), cjson.decode(document)
  if before.version ~= tonumber(versionBefore) then return "moved_on" end
  local joins = after.state == "merged" and before.state ~= "merged"
  if joins and not redis.call("ZSCORE", OPEN, after.mergedInto) then return "moved_on" end
  keep(12)
  return "stored"
`;

/**
 * Keeps a new wish, unless its person has as many open as they may. KEYS from 11 on: all by time, those of the account
 * that submits it. ARGV[12]: how many one person may have open; ARGV[13]: fingerprint of its slip, or "".
 * Replies {"stored"}, or {"open", id, id, …} with those that are open.
 */
export const submitWishScript = `${wishFunctions}
  local limit, slip = tonumber(ARGV[12]), ARGV[13]
  if redis.call("SCARD", OPEN_OF) >= limit then
    local reply = {"open"}
    for _, other in ipairs(redis.call("SMEMBERS", OPEN_OF)) do reply[#reply + 1] = other end
    return reply
  end
  keep(14)
  redis.call("ZADD", KEYS[11], ARGV[11], id)
  redis.call("ZADD", KEYS[12], ARGV[11], id)
  if slip ~= "" then redis.call("HSET", SLIPS, slip, id) end
  return {"stored"}
`;

/**
 * Notes that the handler looks at contact data, if the wish is still what they were shown.
 * KEYS: wishes, views of the wish, audit. ARGV: wish id, version, the view, audit entry. Replies 1, or 0 if it moved on.
 */
export const recordWishViewScript = `
  local present = redis.call("HGET", KEYS[1], ARGV[1])
  if not present or cjson.decode(present).version ~= tonumber(ARGV[2]) then return 0 end
  redis.call("RPUSH", KEYS[2], ARGV[3])
  redis.call("XADD", KEYS[3], "*", "entry", ARGV[4])
  return 1
`;

/**
 * Puts what was sealed anew in the place of what it was made from. KEYS: wishes. ARGV: wish id, document before, after.
 * Replies 1, or 0 if it changed meanwhile.
 */
export const replaceWishScript = `
  if redis.call("HGET", KEYS[1], ARGV[1]) ~= ARGV[2] then return 0 end
  redis.call("HSET", KEYS[1], ARGV[1], ARGV[3])
  return 1
`;
