/**
 * Works out where the stations of districts have their middle, for those districts that have none kept. KEYS: counts,
 * middles, listing, locations. ARGV: how many stations to look at before the rest is left for the next call. Replies "1"
 * when no district is left, "0" otherwise. Degrees are even enough within a district for a mean of them.
 */
export const fillDistrictMiddlesScript = `
  local COUNTS, MIDDLES, LISTING, LOCATIONS = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
  local room = tonumber(ARGV[1])
  local COUNTY_DIGITS, PAGE = 6, 500

  local function prefix_of(field)
    local code, text = string.match(field, "^([^|]*)|(.*)$")
    if code == "" then return "text|" .. text .. "|" end
    if #code == COUNTY_DIGITS then return "code|" .. code .. "|" end
    return "zone|" .. field .. "|"
  end

  local function middle_of(field)
    local prefix = prefix_of(field)
    local members = redis.call("ZRANGEBYLEX", LISTING, "[" .. prefix, "(" .. prefix .. "\\255")
    local longitude, latitude, placed = 0, 0, 0
    for first = 1, #members, PAGE do
      local ids = {}
      for i = first, math.min(first + PAGE - 1, #members) do ids[#ids + 1] = string.sub(members[i], #prefix + 1) end
      for _, point in ipairs(redis.call("GEOPOS", LOCATIONS, unpack(ids))) do
        if point then
          longitude, latitude, placed = longitude + tonumber(point[1]), latitude + tonumber(point[2]), placed + 1
        end
      end
    end
    room = room - #members
    if placed == 0 then return "0,0" end
    return string.format("%.6f,%.6f", latitude / placed, longitude / placed)
  end

  for _, field in ipairs(redis.call("HKEYS", COUNTS)) do
    if redis.call("HEXISTS", MIDDLES, field) == 0 then
      if room <= 0 then return "0" end
      redis.call("HSET", MIDDLES, field, middle_of(field))
    end
  end
  return "1"
`;
