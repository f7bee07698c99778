/**
 * The stations around many points at once. KEYS: locations. ARGV: radius in metres, then longitude, latitude of each
 * point. Replies one list of StationIds a point, nearest first, ten at most.
 */
export const findIdsAroundScript = `
  local reply = {}
  for i = 2, #ARGV, 2 do
    reply[#reply + 1] = redis.call("GEOSEARCH", KEYS[1], "FROMLONLAT", ARGV[i], ARGV[i + 1], "BYRADIUS", ARGV[1], "m", "ASC", "COUNT", 10)
  end
  return reply
`;
