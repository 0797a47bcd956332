-- Stores one batch at the end of a log.
-- KEYS: the log. ARGV: first, last, nonce, bytes, channel, message.
-- OK: stored, now or by an earlier run with the same nonce. LOST: the log is not that far. TAKEN: another batch has that very place.
-- CONFLICT: the log is further and nothing tells whose batch was there.
local newest = redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)[1]
local stored = newest and tonumber(newest[2][2]) or 0
local before = tonumber(ARGV[1]) - 1
if stored < before then
  return 'LOST'
end
local id = ARGV[1] .. '-0'
if stored > before then
  local there = redis.call('XRANGE', KEYS[1], id, id)[1]
  if not there then
    return 'CONFLICT'
  end
  return there[2][4] == ARGV[3] and 'OK' or 'TAKEN'
end
redis.call('XADD', KEYS[1], id, 'last', ARGV[2], 'nonce', ARGV[3], 'bytes', ARGV[4])
redis.call('PUBLISH', ARGV[5], ARGV[6])
return 'OK'
