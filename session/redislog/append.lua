-- Stores one batch at the end of a log.
-- KEYS: the log. ARGV: the end that the writer knows (record, sum), then first, last, nonce, bytes and sum of the batch, channel, message.
-- OK: stored, now or by an earlier run with the same nonce. LOST: the log is not that far. TAKEN: another batch has that very place,
-- or the log has another history up to there. CONFLICT: the log is further and nothing tells whose batch was there.
local newest = redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)[1]
local stored = newest and tonumber(newest[2][2]) or 0
local before = tonumber(ARGV[1])
if stored < before then
  return 'LOST'
end
local id = ARGV[3] .. '-0'
if stored > before then
  local there = redis.call('XRANGE', KEYS[1], id, id)[1]
  if not there then
    return 'CONFLICT'
  end
  return there[2][4] == ARGV[5] and 'OK' or 'TAKEN'
end
-- Entries from before there were sums have none, and are known by their number only.
if newest and newest[2][8] and newest[2][8] ~= ARGV[2] then
  return 'TAKEN'
end
redis.call('XADD', KEYS[1], id, 'last', ARGV[4], 'nonce', ARGV[5], 'bytes', ARGV[6], 'sum', ARGV[7])
redis.call('PUBLISH', ARGV[8], ARGV[9])
return 'OK'
