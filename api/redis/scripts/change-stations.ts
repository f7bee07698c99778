/** The fields of one staged or direct change, in order. */
export const CHANGE_FIELDS = [
  "id",
  "revisionBefore",
  "revision",
  "document",
  "longitude",
  "latitude",
  "isListed",
  "code",
  "nameField",
  "districtField",
  "listing",
  "amenities",
  "wasListed",
  "codeBefore",
  "nameFieldBefore",
  "districtFieldBefore",
  "listingBefore",
  "amenitiesBefore",
  "photosWaitingSince",
  "auditEntry",
] as const;

/**
 * Verifies and applies changes of stations, given as flat lists of `CHANGE_FIELDS`. A change is refused when the station
 * moved on since the revision it was made from, or when its code or name belongs to another. Several values in one field
 * are separated by commas; an empty field means none; flags are "1" and "0".
 */
const changeFunctions = `
  local DOCUMENTS, REVISIONS, LOCATIONS = KEYS[1], KEYS[2], KEYS[3]
  local CODES, NAMES, LISTING, COUNTS, POINTS = KEYS[4], KEYS[5], KEYS[6], KEYS[7], KEYS[8]
  local AUDIT, PHOTOS_WAITING = KEYS[9], KEYS[10]
  local WITH_AMENITY = ARGV[1]                         -- key prefix
  local WIDTH = ${CHANGE_FIELDS.length}

  local function refusal(f, at)
    local revision = redis.call("HGET", REVISIONS, f[at]) or "0"
    if revision ~= f[at + 1] then return "conflict" end
    if f[at + 7] ~= "" then
      local owner = redis.call("HGET", CODES, f[at + 7])
      if owner and owner ~= f[at] then return "code_taken" end
    end
    local owner = redis.call("HGET", NAMES, f[at + 8])
    if owner and owner ~= f[at] then return "name_taken" end
    return nil
  end

  local function each(text, act)
    for word in string.gmatch(text, "[^,]+") do act(word) end
  end

  local function unlist(f, at)
    local id, district = f[at], f[at + 15]
    redis.call("ZREM", LOCATIONS, id)
    each(f[at + 17], function(kind) redis.call("ZREM", WITH_AMENITY .. kind, id) end)
    each(f[at + 16], function(member) redis.call("ZREM", LISTING, member) end)
    if redis.call("HINCRBY", COUNTS, district, -1) <= 0 then
      redis.call("HDEL", COUNTS, district)
      redis.call("HDEL", POINTS, district)
    end
  end

  local function list(f, at)
    local id, longitude, latitude, district = f[at], f[at + 4], f[at + 5], f[at + 9]
    redis.call("GEOADD", LOCATIONS, longitude, latitude, id)
    each(f[at + 11], function(kind) redis.call("GEOADD", WITH_AMENITY .. kind, longitude, latitude, id) end)
    each(f[at + 10], function(member) redis.call("ZADD", LISTING, 0, member) end)
    redis.call("HINCRBY", COUNTS, district, 1)
    redis.call("HSETNX", POINTS, district, latitude .. "," .. longitude)
  end

  local function apply(f, at)
    local id = f[at]
    if f[at + 12] == "1" then unlist(f, at) end
    if f[at + 13] ~= "" and f[at + 13] ~= f[at + 7] then redis.call("HDEL", CODES, f[at + 13]) end
    if f[at + 14] ~= "" and f[at + 14] ~= f[at + 8] then redis.call("HDEL", NAMES, f[at + 14]) end
    redis.call("HSET", DOCUMENTS, id, f[at + 3])
    redis.call("HSET", REVISIONS, id, f[at + 2])
    if f[at + 7] ~= "" then redis.call("HSET", CODES, f[at + 7], id) end
    redis.call("HSET", NAMES, f[at + 8], id)
    if f[at + 6] == "1" then list(f, at) end
    if f[at + 18] ~= "" then redis.call("ZADD", PHOTOS_WAITING, f[at + 18], id)
    else redis.call("ZREM", PHOTOS_WAITING, id) end
    if f[at + 19] ~= "" then redis.call("XADD", AUDIT, "*", "entry", f[at + 19]) end
  end
`;

/** ARGV from the second on: the fields of one change. Replies "stored" or why not. */
export const putStationScript = `${changeFunctions}
  local fields = {}
  for i = 2, #ARGV do fields[i - 1] = ARGV[i] end
  local reason = refusal(fields, 1)
  if reason then return reason end
  apply(fields, 1)
  return "stored"
`;

/**
 * Shows a staged import in one step, or nothing of it. KEYS[11] is the staged list. Replies {"stored", count}, or
 * {"refused", id, reason, id, reason, …} for the changes that no longer fit. 500 changes are read at a time, since Lua
 * cannot unpack a long list.
 */
export const publishImportScript = `${changeFunctions}
  local STAGED, BATCH = KEYS[11], 500 * WIDTH
  local length = redis.call("LLEN", STAGED)
  local refused = {"refused"}
  local function eachChange(act)
    for start = 0, length - 1, BATCH do
      local fields = redis.call("LRANGE", STAGED, start, start + BATCH - 1)
      for at = 1, #fields, WIDTH do act(fields, at) end
    end
  end
  eachChange(function(fields, at)
    local reason = refusal(fields, at)
    if reason then
      refused[#refused + 1] = fields[at]
      refused[#refused + 1] = reason
    end
  end)
  if #refused > 1 then return refused end
  eachChange(apply)
  redis.call("DEL", STAGED)
  return {"stored", tostring(length / WIDTH)}
`;
