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
 * staged list. ARGV: id of the import. Replies "shown", or "lost" where the gate was not shut all the time.
 */
export const showImportScript = `
  if redis.call("GET", KEYS[1]) ~= ARGV[1] or redis.call("EXISTS", KEYS[2]) == 1 then return "lost" end
  redis.call("RENAME", KEYS[3], KEYS[2])
  redis.call("PERSIST", KEYS[2])
  redis.call("DEL", KEYS[1])
  return "shown"
`;

/**
 * Stores the next helping of the journal and takes it off; after the last one, the log of changes tells that areas have
 * changed. KEYS[14]: the journal. ARGV: key prefix, how many changes. Replies how many are left. The gate was shut while they
 * were checked, so all of them fit; one that does not, since Redis was written to by other means, is left out.
 */
export const storeJournalScript = `${CHANGE_FUNCTIONS}
  local most = tonumber(ARGV[2]) * WIDTH
  local fields = redis.call("LRANGE", KEYS[14], 0, most - 1)
  if #fields == 0 then return "0" end
  for at = 1, #fields, WIDTH do
    if not refusal(fields, at) then apply(fields, at) end
  end
  redis.call("LTRIM", KEYS[14], most, -1)
  local left = redis.call("LLEN", KEYS[14]) / WIDTH
  if left == 0 then log_change("0", "", "0", "") end
  return string.format("%.0f", left)
`;
