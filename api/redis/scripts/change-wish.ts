import { CLOSED_WISH_STATES, WISH_LAPSES, WORKERS_TURN } from "../../../shared/wishes/wish-states.js";
import { ENQUEUE_MESSAGE } from "./enqueue-message.js";

/**
 * The fields of one change of a wish, in order; after them come three for each message: its id, its kind, whose it
 * is.
 */
export const WISH_CHANGE_FIELDS = ["id", "versionBefore", "document", "auditEntry", "now"] as const;

/** Where nobody waits for the union: after all that has a deadline. */
const NOBODY_WAITS = 9_000_000_000_000_000;

const luaSet = (states: readonly string[]) => `{ ${states.map((state) => `${state} = true`).join(", ")} }`;

/**
 * Lua that keeps a wish in its lists, which all follow from its document. KEYS of every script that begins with it, those
 * of `WISH_KEYS` (api/redis/wish-keys.ts) in that order; names that end in `_` are prefixes.
 */
const WISH_LISTS = `${ENQUEUE_MESSAGE}
  local WISHES, LAPSING, WALL, CLOSED, SLIPS, AUDIT, MESSAGES, DUE, DISTRICTS =
    KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5], KEYS[6], KEYS[7], KEYS[8], KEYS[9]
  local OPEN_OF_, IN_, OPEN_IN_, UNITS_IN_, WAITING_AT_, CLAIMED_BY_ =
    KEYS[10], KEYS[11], KEYS[12], KEYS[13], KEYS[14], KEYS[15]
  local NEWS = KEYS[16]
  local IS_CLOSED = ${luaSet(CLOSED_WISH_STATES)}
  local LAPSES = ${luaSet(Object.keys(WISH_LAPSES))}
  local IS_WORKERS_TURN = ${luaSet(WORKERS_TURN)}

  local function known(value) if value ~= cjson.null then return value end end

  local function list(key, id, score)
    if score then redis.call("ZADD", key, string.format("%.0f", score), id) else redis.call("ZREM", key, id) end
  end

  -- A list of its own for each place or person: out of the one it was in, into the one it is in.
  local function listUnder(prefix, id, was, is, score)
    if was and was ~= is then redis.call("ZREM", prefix .. was, id) end
    if is then list(prefix .. is, id, score) end
  end

  local function waitsAt(wish)
    if wish and wish.state == "ready" then return known(wish.pickup) and wish.pickup.stationId or wish.stationId end
  end

  local function claimant(wish)
    if wish and not IS_CLOSED[wish.state] and known(wish.claim) then return wish.claim.userId end
  end

  local function countOpen(id, was, wish)
    local before, counted = was and known(was.counted), known(wish.counted)
    if before and before ~= counted then redis.call("SREM", OPEN_OF_ .. before, id) end
    if counted then redis.call(IS_CLOSED[wish.state] and "SREM" or "SADD", OPEN_OF_ .. counted, id) end
  end

  local function countUnit(was, wish, district)
    local unit = known(wish.claim) and known(wish.claim.unit)
    local claimedBefore = was and known(was.claim) and was.claim.at
    if unit and claimedBefore ~= wish.claim.at then redis.call("ZINCRBY", UNITS_IN_ .. district, 1, unit) end
  end

  local function keepSlip(id, was, wish)
    local before, slip = was and known(was.slip), known(wish.slip)
    if before and before ~= slip then redis.call("HDEL", SLIPS, before) end
    if slip then redis.call("HSET", SLIPS, slip, id) end
  end

  -- was: the wish as it was last listed; nil: it is not.
  local function keepInLists(was, wish)
    local id, due, district = wish.id, known(wish.due), known(wish.districtCode) or ""
    local isClosed, closedAt = IS_CLOSED[wish.state], known(wish.closedAt)
    local promised = not IS_WORKERS_TURN[wish.state] and due or ${NOBODY_WAITS}
    local isOnWall = wish.state == "fulfilled" and wish.isPublic and known(wish.card)
    redis.call("SADD", DISTRICTS, district)
    local districtBefore = was and (known(was.districtCode) or "")
    listUnder(IN_, id, districtBefore, district, wish.createdAt)
    listUnder(OPEN_IN_, id, districtBefore, district, not isClosed and promised or nil)
    list(LAPSING, id, LAPSES[wish.state] and due)
    list(WALL, id, isOnWall and closedAt)
    list(CLOSED, id, isClosed and not known(wish.erasedAt) and closedAt)
    listUnder(WAITING_AT_, id, waitsAt(was), waitsAt(wish), promised)
    listUnder(CLAIMED_BY_, id, claimant(was), claimant(wish), promised)
    countOpen(id, was, wish)
    countUnit(was, wish, district)
    keepSlip(id, was, wish)
  end
`;

const KEEP_WISH = `${WISH_LISTS}
  local id, versionBefore, document, audit, now = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5]
  local after = cjson.decode(document)

  local function keep(before, messagesFrom)
    redis.call("HSET", WISHES, id, document)
    keepInLists(before, after)
    local place = waitsAt(after)
    if place and place ~= waitsAt(before) then redis.call("ZADD", NEWS, now, "wish|" .. id) end
    if audit ~= "" then redis.call("XADD", AUDIT, "*", "entry", audit) end
    for at = messagesFrom, #ARGV, 3 do
      enqueue_message(MESSAGES, DUE, ARGV[at], ARGV[at + 1], ARGV[at + 2], id, tonumber(now))
    end
  end
`;

/**
 * Changes a wish, with its lists, the record and the messages about it, unless it moved on since the version the change
 * was made from, or what it is merged into closed since: two that are merged into each other would both be lost.
 * Replies "stored" or "moved_on".
 */
export const changeWishScript = `${KEEP_WISH}
  local present = redis.call("HGET", WISHES, id)
  if not present then return "moved_on" end
  local before = cjson.decode(present)
  if before.version ~= tonumber(versionBefore) then return "moved_on" end
  if after.state == "merged" and before.state ~= "merged" then
    local into = redis.call("HGET", WISHES, after.mergedInto)
    if not into or IS_CLOSED[cjson.decode(into).state] then return "moved_on" end
  end
  keep(before, ${WISH_CHANGE_FIELDS.length + 1})
  return "stored"
`;

/**
 * Keeps a new wish, unless its person has as many open as they may. KEYS[17]: the wishes of the account that submits it.
 * ARGV[6]: how many one person may have open. Replies {"stored"}, or {"open", id, id, …} with those that are open.
 */
export const submitWishScript = `${KEEP_WISH}
  local open = OPEN_OF_ .. (known(after.counted) or "nobody")
  if redis.call("SCARD", open) >= tonumber(ARGV[6]) then
    local reply = {"open"}
    for _, other in ipairs(redis.call("SMEMBERS", open)) do reply[#reply + 1] = other end
    return reply
  end
  keep(nil, 7)
  redis.call("ZADD", KEYS[17], now, id)
  return {"stored"}
`;

/** Puts wishes that no list holds yet into theirs, as they are now. ARGV: their ids. Replies how many there were. */
export const listWishesScript = `${WISH_LISTS}
  local listed = 0
  for _, id in ipairs(ARGV) do
    local document = redis.call("HGET", WISHES, id)
    local wish = document and cjson.decode(document)
    local isListed = wish and redis.call("ZSCORE", IN_ .. (known(wish.districtCode) or ""), id)
    if wish and not isListed then
      keepInLists(nil, wish)
      listed = listed + 1
    end
  end
  return listed
`;

/**
 * Reads some of the wishes of several lists, as one list by score. KEYS: wishes, those to leave out, the lists.
 * ARGV: lowest and highest score, now, offset, how many. Replies {how many there are, how many of them are due, document,
 * document, …}.
 */
export const readWishListsScript = `
  local lowest, highest, now = ARGV[1], ARGV[2], ARGV[3]
  local offset, count = tonumber(ARGV[4]), tonumber(ARGV[5])
  local leftOut = redis.call("ZRANGE", KEYS[2], 0, -1)
  local isSeen, found, total, due = {}, {}, 0, 0
  for _, id in ipairs(leftOut) do isSeen[id] = true end

  for at = 3, #KEYS do
    local key = KEYS[at]
    total = total + redis.call("ZCOUNT", key, lowest, highest)
    due = due + redis.call("ZCOUNT", key, "-inf", now)
    for _, id in ipairs(leftOut) do
      local score = tonumber(redis.call("ZSCORE", key, id) or nil)
      if score and score >= (tonumber(lowest) or score) and score <= (tonumber(highest) or score) then total = total - 1 end
      if score and score <= tonumber(now) then due = due - 1 end
    end
    local most = offset + count + #leftOut
    local rows = redis.call("ZRANGEBYSCORE", key, lowest, highest, "WITHSCORES", "LIMIT", 0, most)
    for row = 1, #rows, 2 do
      if not isSeen[rows[row]] then
        isSeen[rows[row]] = true
        found[#found + 1] = { id = rows[row], score = tonumber(rows[row + 1]) }
      end
    end
  end

  table.sort(found, function(one, other)
    if one.score ~= other.score then return one.score < other.score end
    return one.id < other.id
  end)
  local reply = {total, due}
  for at = offset + 1, math.min(#found, offset + count) do
    reply[#reply + 1] = redis.call("HGET", KEYS[1], found[at].id) or ""
  end
  return reply
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
