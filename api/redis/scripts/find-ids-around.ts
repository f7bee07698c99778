/**
 * The stations around many points at once. KEYS: locations, the journal of an import. ARGV: radius in metres, then longitude, latitude of each
 * point. Replies one list of StationIds a point, nearest first, ten at most, or {"import"}.
 */
export const findIdsAroundScript = `
  if redis.call("EXISTS", KEYS[2]) == 1 then return {"import"} end
  local reply = {}
  for i = 2, #ARGV, 2 do
    reply[#reply + 1] = redis.call("GEOSEARCH", KEYS[1], "FROMLONLAT", ARGV[i], ARGV[i + 1], "BYRADIUS", ARGV[1], "m", "ASC", "COUNT", 10)
  end
  return reply
`;
