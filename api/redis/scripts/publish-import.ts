import { RECORD_KEPT_DAYS } from "../../../shared/audit/audit-entry.js";
import { CHANGE_FUNCTIONS } from "./change-stations.js";

/**
 * Holds others off the stations while an import is looked through. KEYS: gate, journal. ARGV: id of the import, how long the
 * gate stays shut in milliseconds. Replies "shut", "taken" where another import holds it, or "journal" where one is being
 * stored.
 */
export const shutGateScript = `
  if redis.call("EXISTS", KEYS[2]) == 1 then return "journal" end
  return redis.call("SET", KEYS[1], ARGV[1], "NX", "PX", ARGV[2]) and "shut" or "taken"
`;

/** KEYS: gate. ARGV: id of the import, which opens no gate but its own. */
export const openGateScript = `
  if redis.call("GET", KEYS[1]) == ARGV[1] then redis.call("DEL", KEYS[1]) end
  return "open"
`;

/**
 * Looks through a helping of a staged import, and keeps its gate shut. KEYS[14]: the gate, KEYS[15]: the staged list. ARGV: key
 * prefix, first change and how many of them, id of the import, how long the gate stays shut from now on in milliseconds.
 * Replies {id, reason, id, reason, …} for those that no longer fit.
 */
export const checkImportScript = `${CHANGE_FUNCTIONS}
  local first, count = tonumber(ARGV[2]), tonumber(ARGV[3])
  if redis.call("GET", KEYS[14]) == ARGV[4] then redis.call("PEXPIRE", KEYS[14], ARGV[5]) end
  local fields = redis.call("LRANGE", KEYS[15], first * WIDTH, (first + count) * WIDTH - 1)
  local refused = {}
  for at = 1, #fields, WIDTH do
    local reason = refusal(fields, at)
    if reason then
      refused[#refused + 1] = fields[at]
      refused[#refused + 1] = reason
    end
  end
  return refused
`;

/**
 * The switch: what was staged is the journal from now on, which is stored to its end whoever does it. KEYS: gate, journal,
 * staged list, act of the journal. ARGV: id of the import, JSON of the act that it is or "". Replies "shown", or "lost" where
 * the gate was not shut all the time.
 */
export const showImportScript = `
  if redis.call("GET", KEYS[1]) ~= ARGV[1] or redis.call("EXISTS", KEYS[2]) == 1 then return "lost" end
  redis.call("RENAME", KEYS[3], KEYS[2])
  redis.call("PERSIST", KEYS[2])
  redis.call("DEL", KEYS[1], KEYS[4])
  if ARGV[2] ~= "" then redis.call("SET", KEYS[4], ARGV[2]) end
  return "shown"
`;

/**
 * Stores the next helping of the journal and takes it off; after the last one, the log of changes tells that areas have
 * changed. KEYS[14]: the journal, [15]: its act, [16], [17]: prefixes of acts and of the acts of a station. ARGV: key prefix,
 * how many changes. Replies how many are left. The gate was shut while they were checked, so all of them fit; one that does not,
 * since Redis was written to by other means, is left out. Where the journal is an act, what it did to a station is kept with the
 * act, and the record has one entry.
 */
export const storeJournalScript = `${CHANGE_FUNCTIONS}
  local most = tonumber(ARGV[2]) * WIDTH
  local fields = redis.call("LRANGE", KEYS[14], 0, most - 1)
  if #fields == 0 then return "0" end
  local told = redis.call("GET", KEYS[15])
  local act = told and cjson.decode(told)
  local KEPT_SECONDS = ${RECORD_KEPT_DAYS * 86_400}
  if act and redis.call("HSETNX", KEYS[16] .. act.id, "owner", act.owner) == 1 then
    redis.call("HSET", KEYS[16] .. act.id, "startedAt", act.startedAt, "district", act.district)
    redis.call("EXPIRE", KEYS[16] .. act.id, KEPT_SECONDS)
    redis.call("XADD", AUDIT, "*", "entry", act.entry)
  end
  for at = 1, #fields, WIDTH do
    if not refusal(fields, at) then
      if act then
        redis.call("HSET", KEYS[16] .. act.id, fields[at], fields[at + 19])
        redis.call("ZADD", KEYS[17] .. fields[at], act.startedAt, act.id)
        redis.call("EXPIRE", KEYS[17] .. fields[at], KEPT_SECONDS)
        fields[at + 19] = ""
      end
      apply(fields, at)
    end
  end
  redis.call("LTRIM", KEYS[14], most, -1)
  local left = redis.call("LLEN", KEYS[14]) / WIDTH
  if left == 0 then
    redis.call("DEL", KEYS[15])
    log_change("0", "", "0", "")
  end
  return string.format("%.0f", left)
`;
