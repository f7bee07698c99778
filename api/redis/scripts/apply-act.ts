import { RECORD_KEPT_DAYS } from "../../../shared/audit/audit-entry.js";
import { CHANGE_FUNCTIONS } from "./change-stations.js";

/**
 * Stores changes that are one act, or a part of one: all of them, or those that fit. What each did is kept with the act,
 * in place of an entry of its own in the record; the record has one entry for the act.
 *
 * KEYS[14], [15]: the journal of an import and its gate; [16]: the staged list, whose audit entries say what each change did;
 * [17]: the act; [18]: prefix of the acts of a station. ARGV: key prefix, "all" or "skip", now, the first instant of an act
 * that is not over, who may go on with it, id of the act, its entry in the record. Replies {"import"}, {"not_allowed"}, {"over"}, or {"stored" or "refused", id, reason, …}.
 */
export const applyActScript = `${CHANGE_FUNCTIONS}
  if redis.call("EXISTS", KEYS[14], KEYS[15]) > 0 then return {"import"} end
  local ACT, ACTS_OF = KEYS[17], KEYS[18]
  local KEPT_SECONDS = ${RECORD_KEPT_DAYS * 86_400}
  local mode, now, earliest, owner, actId, entry = ARGV[2], ARGV[3], ARGV[4], ARGV[5], ARGV[6], ARGV[7]

  local known = redis.call("HMGET", ACT, "owner", "startedAt", "undone")
  if known[1] and known[1] ~= owner then return {"not_allowed"} end
  if known[3] or (known[2] and tonumber(known[2]) < tonumber(earliest)) then return {"over"} end

  local fields = redis.call("LRANGE", KEYS[16], 0, -1)
  local claimed = {}
  local function claim(name, id)
    if claimed[name] and claimed[name] ~= id then return false end
    claimed[name] = id
    return true
  end
  local function reasonOf(at)
    local reason = refusal(fields, at)
    if reason then return reason end
    local id, code = fields[at], fields[at + 7]
    if code ~= "" and not claim("code:" .. code, id) then return "code_taken" end
    if not claim("name:" .. fields[at + 8], id) then return "name_taken" end
    return nil
  end

  local reply, fits = {"stored"}, {}
  for at = 1, #fields, WIDTH do
    local reason = reasonOf(at)
    if reason then
      reply[#reply + 1] = fields[at]
      reply[#reply + 1] = reason
    else
      fits[#fits + 1] = at
    end
  end
  if mode == "all" and #reply > 1 then
    reply[1] = "refused"
    return reply
  end

  local common = redis.call("HGET", ACT, "district")
  for _, at in ipairs(fits) do
    local code = string.match(fields[at + 9], "^%d*")
    if not common then common = code end
    while string.sub(code, 1, #common) ~= common do common = string.sub(common, 1, -2) end
    redis.call("HSET", ACT, fields[at], fields[at + 19])
    redis.call("ZADD", ACTS_OF .. fields[at], now, actId)
    redis.call("EXPIRE", ACTS_OF .. fields[at], KEPT_SECONDS)
    fields[at + 19] = ""
    apply(fields, at)
    log_change(fields[at + 24], fields[at], fields[at + 2], fields[at + 20])
  end
  if #fits > 0 then
    redis.call("HSET", ACT, "district", common)
    if not known[1] then
      redis.call("HSET", ACT, "owner", owner, "startedAt", now)
      redis.call("EXPIRE", ACT, KEPT_SECONDS)
      redis.call("XADD", AUDIT, "*", "entry", entry)
    end
  end
  return reply
`;
