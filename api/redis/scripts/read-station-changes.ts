/**
 * What was changed about stations since a version. KEYS: areas, changes, the journal of an import. ARGV: the version,
 * how many changes at most. Replies {newest version, how long the journal is, then version, version before, id, revision,
 * core of each change in order}; an empty id: areas have changed, an empty core: the station is gone.
 */
export const readStationChangesScript = `
  local reply = {redis.call("HGET", KEYS[1], "version") or "0", tostring(redis.call("LLEN", KEYS[3]))}
  if reply[1] == ARGV[1] then return reply end
  for _, entry in ipairs(redis.call("XRANGE", KEYS[2], "(" .. ARGV[1], "+", "COUNT", ARGV[2])) do
    local told = {}
    for i = 1, #entry[2], 2 do told[entry[2][i]] = entry[2][i + 1] end
    reply[#reply + 1] = string.match(entry[1], "^%d+")
    for _, field in ipairs({"before", "id", "revision", "core"}) do reply[#reply + 1] = told[field] end
  end
  return reply
`;
