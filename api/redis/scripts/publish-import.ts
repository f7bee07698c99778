import { CHANGE_FUNCTIONS } from "./change-stations.js";

/**
 * Looks through a helping of a staged import. KEYS[14]: the staged list. ARGV: key prefix, first change and how many of
 * them. Replies {id, reason, id, reason, …} for those that no longer fit.
 */
export const checkImportScript = `${CHANGE_FUNCTIONS}
  local first, count = tonumber(ARGV[2]), tonumber(ARGV[3])
  local fields = redis.call("LRANGE", KEYS[14], first * WIDTH, (first + count) * WIDTH - 1)
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
 * Stores a helping of a staged import, but for what no longer fits. The log of changes says nothing of it yet, so that
 * those who answer from memory go on with the list as it was. KEYS[14]: the staged list, KEYS[15]: the mark of an import
 * under way. ARGV: key prefix, first change and how many of them, id of the import, how long it may rest in milliseconds.
 * Replies {id, reason, id, reason, …} for those that do not fit.
 */
export const applyImportScript = `${CHANGE_FUNCTIONS}
  local first, count = tonumber(ARGV[2]), tonumber(ARGV[3])
  redis.call("SET", KEYS[15], ARGV[4], "PX", ARGV[5])
  local fields = redis.call("LRANGE", KEYS[14], first * WIDTH, (first + count) * WIDTH - 1)
  local refused = {}
  for at = 1, #fields, WIDTH do
    local reason = refusal(fields, at)
    if reason then
      refused[#refused + 1] = fields[at]
      refused[#refused + 1] = reason
    else
      apply(fields, at)
    end
  end
  return refused
`;

/** Tells that an import is complete: areas have changed. KEYS[14] and [15] as above. ARGV: key prefix, now in milliseconds. */
export const finishImportScript = `${CHANGE_FUNCTIONS}
  redis.call("DEL", KEYS[14], KEYS[15])
  log_change(ARGV[2], "", "0", "")
  return "finished"
`;
