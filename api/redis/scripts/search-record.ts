/**
 * A helping of the record, newest first, of which only what is asked for travels. KEYS: audit, journal of an import. ARGV: the
 * stream id to begin with, how many entries to look at, the first instant wanted, the action of an answer to a report each.
 * Replies how many were looked at, the id of the last, whether all of them are older than is wanted, and who was confirmed
 * when, `st_x 1790000000000` with commas between; then the entries: of an amenity that was or is broken, or of an answer.
 *
 * An entry says first when it was, as the program writes it. A confirmation is one whose door is confirmed at the instant of
 * the entry.
 */
export const searchRecordScript = `
  if redis.call("EXISTS", KEYS[2]) == 1 then return {"import"} end
  local first = tonumber(ARGV[3])
  local rows = redis.call("XREVRANGE", KEYS[1], ARGV[1], "-", "COUNT", ARGV[2])
  local reply = {tostring(#rows), "", "old", ""}
  local confirmed = {}
  for _, row in ipairs(rows) do
    reply[2] = row[1]
    local entry = row[2][2]
    local at = string.match(entry, '^{"at":(%d+)')
    if at and tonumber(at) >= first then
      reply[3] = "new"
      local action = string.match(entry, '"action":"([^"]+)"')
      local wanted = string.find(entry, '"amenities":', 1, true) and string.find(entry, '"broken"', 1, true)
      for i = 4, #ARGV do wanted = wanted or action == ARGV[i] end
      if wanted then
        table.insert(reply, entry)
      end
      if string.find(entry, '"open":' .. at .. '[,}]') then
        local id = string.match(entry, '"type":"station","id":"(st_[a-z0-9_]+)"')
        if id then table.insert(confirmed, id .. " " .. at) end
      end
    end
  end
  reply[4] = table.concat(confirmed, ",")
  return reply
`;
