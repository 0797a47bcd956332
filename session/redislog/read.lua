-- Begins a reading. KEYS: the log. ARGV: the place of a record, how many batches at most.
-- Gives, of one moment, the newest batch that begins at or before the record, which either holds it or is the end of the log, and
-- those that begin at it or later.
-- A transaction would do the same, but not in a Redis whose memory is full.
return {
  redis.call('XREVRANGE', KEYS[1], ARGV[1], '-', 'COUNT', 1),
  redis.call('XRANGE', KEYS[1], ARGV[1], '+', 'COUNT', ARGV[2]),
}
