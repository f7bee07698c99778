/**
 * The nearest stations that have every amenity asked for, with their documents, in one round trip.
 *
 * The radius doubles from 500 m until enough are inside, so that the work follows the density of the place
 * (docs/decisions/0005-geo-search.md). Redis measures positions rounded to about 0.6 m; everything within TIE_METRES of
 * the last one wanted is returned too, and the caller measures and sorts.
 *
 * KEYS: documents, then the GEO sets a station must be in (at least one), and the journal of an import.
 * ARGV: longitude, latitude, how many are wanted, how many nearest ones to leave out, largest radius in metres.
 * Replies {exhausted "1" or "0", how many were left out and returned, document, document, …}, or {"import"}.
 */
export const findNearestStationsScript = `
  local TIE_METRES, MOST_TIES = 3, 1000
  local DOCUMENTS = KEYS[1]
  local longitude, latitude = ARGV[1], ARGV[2]
  local wanted, skipped = tonumber(ARGV[3]), tonumber(ARGV[4])
  local largest = tonumber(ARGV[5])

  local last = #KEYS - 1
  if redis.call("EXISTS", KEYS[#KEYS]) == 1 then return {"import"} end

  local rarest, least = 2, nil
  for i = 2, last do
    local size = redis.call("ZCARD", KEYS[i])
    if least == nil or size < least then rarest, least = i, size end
  end
  if least == 0 then return {"1", "0"} end

  local function isEverywhere(id)
    for i = 2, last do
      if i ~= rarest and not redis.call("ZSCORE", KEYS[i], id) then return false end
    end
    return true
  end

  local function within(radius, count)
    local command = {"GEOSEARCH", KEYS[rarest], "FROMLONLAT", longitude, latitude, "BYRADIUS", radius, "m", "ASC"}
    if count and last == 2 then
      command[#command + 1] = "COUNT"
      command[#command + 1] = count
    end
    command[#command + 1] = "WITHDIST"
    local matches = {}
    for _, hit in ipairs(redis.call(unpack(command))) do
      if isEverywhere(hit[1]) then matches[#matches + 1] = hit end
    end
    return matches
  end

  local enough, radius = wanted + skipped, 500
  local matches
  while true do
    radius = math.min(radius, largest)
    matches = within(radius, enough)
    if #matches >= enough or radius >= largest then break end
    radius = radius * 2
  end

  local exhausted = "1"
  if #matches >= enough then
    exhausted = "0"
    matches = within(math.min(tonumber(matches[enough][2]) + TIE_METRES, largest), enough + MOST_TIES)
  end

  local reply = {exhausted, tostring(#matches)}
  for start = skipped + 1, #matches, 500 do
    local ids = {}
    for i = start, math.min(start + 499, #matches) do ids[#ids + 1] = matches[i][1] end
    for _, document in ipairs(redis.call("HMGET", DOCUMENTS, unpack(ids))) do
      if document then reply[#reply + 1] = document end
    end
  end
  return reply
`;
