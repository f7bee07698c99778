import { CORE_FORMAT } from "../../../shared/stations/nearest/core-text.js";

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
  "core",
  "area",
  "areaBefore",
  "isDetailChanged",
  "changedAt",
] as const;

/** How many changes of stations are remembered, so that whoever missed more than those reads whole areas again. */
const CHANGES_KEPT = 20_000;

/**
 * Verifies and applies changes of stations, given as flat lists of `CHANGE_FIELDS`. A change is refused when the station
 * moved on since the revision it was made from, or when its code or name belongs to another. Several values in one field
 * are separated by commas; an empty field means none; flags are "1" and "0".
 */
export const CHANGE_FUNCTIONS = `
  local DOCUMENTS, REVISIONS, LOCATIONS = KEYS[1], KEYS[2], KEYS[3]
  local CODES, NAMES, LISTING, COUNTS, MIDDLES = KEYS[4], KEYS[5], KEYS[6], KEYS[7], KEYS[8]
  local AUDIT, PHOTOS_WAITING = KEYS[9], KEYS[10]
  local AREAS, CORES, CHANGES = KEYS[11], KEYS[12], KEYS[13] -- CORES: key prefix
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
    if redis.call("HINCRBY", COUNTS, district, -1) <= 0 then redis.call("HDEL", COUNTS, district) end
    redis.call("HDEL", MIDDLES, district) -- worked out anew when somebody asks
  end

  local function list(f, at)
    local id, longitude, latitude, district = f[at], f[at + 4], f[at + 5], f[at + 9]
    redis.call("GEOADD", LOCATIONS, longitude, latitude, id)
    each(f[at + 11], function(kind) redis.call("GEOADD", WITH_AMENITY .. kind, longitude, latitude, id) end)
    redis.call("HINCRBY", COUNTS, district, 1)
    redis.call("HDEL", MIDDLES, district)
  end

  -- Versions grow with every change, and go by the clock, so that those of a store that was emptied do not come again.
  local function next_version(field, changedAt)
    local before = redis.call("HGET", AREAS, field) or "0"
    local version = string.format("%.0f", math.max(tonumber(before) + 1, tonumber(changedAt)))
    redis.call("HSET", AREAS, field, version)
    return version, before
  end

  local function keep_core(f, at)
    local id, core, area, areaBefore, changedAt = f[at], f[at + 20], f[at + 21], f[at + 22], f[at + 24]
    if areaBefore ~= "" and areaBefore ~= area then
      redis.call("HDEL", CORES .. areaBefore, id)
      next_version(areaBefore, changedAt)
      next_version(areaBefore .. "|detail", changedAt)
    end
    if area ~= "" then
      redis.call("HSET", CORES .. area, id, core)
      next_version(area, changedAt)
      if f[at + 23] == "1" then next_version(area .. "|detail", changedAt) end
    end
  end

  local function log_change(changedAt, id, revision, core)
    local version, before = next_version("version", changedAt)
    redis.call("XADD", CHANGES, "MAXLEN", "~", ${CHANGES_KEPT}, version .. "-0",
      "before", before, "id", id, "revision", revision, "core", core)
  end

  local function apply(f, at)
    local id = f[at]
    if redis.call("HLEN", DOCUMENTS) == 0 then redis.call("HSET", AREAS, "format", "${CORE_FORMAT}") end
    if f[at + 12] == "1" then unlist(f, at) end
    each(f[at + 16], function(member) redis.call("ZREM", LISTING, member) end)
    each(f[at + 10], function(member) redis.call("ZADD", LISTING, 0, member) end)
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
    keep_core(f, at)
  end
`;

/**
 * KEYS[14], [15]: the journal of an import and its gate. ARGV from the second on: the fields of one change. Replies "stored" or
 * why not; "import": one is being stored, or looked through.
 */
export const putStationScript = `${CHANGE_FUNCTIONS}
  if redis.call("EXISTS", KEYS[14], KEYS[15]) > 0 then return "import" end
  local fields = {}
  for i = 2, #ARGV do fields[i - 1] = ARGV[i] end
  local reason = refusal(fields, 1)
  if reason then return reason end
  apply(fields, 1)
  log_change(fields[25], fields[1], fields[3], fields[21])
  return "stored"
`;
