-- Makes the history of a log one batch that stands for records 1 to last.
-- KEYS: the log, a name for the new one. ARGV: the end that the writer knows (record, sum), then nonce, bytes and sum of the batch,
-- channel, message. Answers as append.lua does.
local newest = redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)[1]
local stored = newest and tonumber(newest[2][2]) or 0
local last = tonumber(ARGV[1])
if stored < last then
  return 'LOST'
end
local oldest = redis.call('XRANGE', KEYS[1], '1-0', '1-0')[1]
if oldest and oldest[2][4] == ARGV[3] then
  return 'OK'
end
if stored > last then
  return 'CONFLICT'
end
if newest[2][8] and newest[2][8] ~= ARGV[2] then
  return 'CONFLICT'
end
-- The new log is made beside the old one: should the server refuse it, nothing is gone.
redis.call('DEL', KEYS[2])
redis.call('XADD', KEYS[2], '1-0', 'last', ARGV[1], 'nonce', ARGV[3], 'bytes', ARGV[4], 'sum', ARGV[5])
redis.call('RENAME', KEYS[2], KEYS[1])
redis.call('PUBLISH', ARGV[6], ARGV[7])
return 'OK'
