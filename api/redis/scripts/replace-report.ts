/**
 * Puts a report in the place of what it was made from, unless that has changed. KEYS: reports. ARGV: report id, the report
 * before, the report after. Replies 1, or 0 where nothing was put.
 */
export const replaceReportScript = `
  if redis.call("HGET", KEYS[1], ARGV[1]) ~= ARGV[2] then return 0 end
  redis.call("HSET", KEYS[1], ARGV[1], ARGV[3])
  return 1
`;
