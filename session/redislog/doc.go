// Package redislog keeps logs in Redis: the store of production, for any number of servers at once. It works with Redis 6.2 and later and
// with Valkey, alone, behind Sentinel or as a Cluster.
//
// # What is in Redis
//
// Each log is a stream, vb:{id}:log, whose braces keep a log's keys in one slot of a Cluster. A batch is one entry with the id
// <first>-0 and the fields last, nonce, bytes and sum, in that order; entries from before there were sums have none. Three
// scripts are the only writers: append.lua, replace.lua and delete.lua compare first and write last, as Redis undoes nothing of a
// script that fails. What they compare with are the fields last and sum of the newest entry. The sum tells two histories of the
// same length apart (see session.Mark); the stream's own last-generated-id would not do instead of last, as it survives when entries
// are removed, and would let a writer go on over a gap. Redis runs scripts one by one, so of all who append at one place
// exactly one wins.
//
// vb:ping is a key that Ping writes, and vb:secret the secret that the servers share. A server that has read it puts it back when
// Redis was emptied: with each new subscription, with each ErrLost, and every half minute. The first writer wins: a server that
// starts in between makes a new secret, which the others do not take over, as keys that they gave out would lose their meaning. They
// say so once in their log; keys are then good only on servers of the same secret, until those of one side are started again.
//
// # When the answer does not come
//
// A connection may break after the script ran and before its answer arrived. The entry's nonce says whose it is, so this
// package runs the script once more: it answers OK for an entry that is the caller's own, and stores nothing twice. That the client
// itself does not retry (max_retries=-1) keeps the waiting short; it is not needed for correctness. If the second answer does not come
// either the caller gets an error, and must read before it writes.
//
// # Who hears of it
//
// Each script publishes "id seq" on the channel vb:notices, once for all logs. Messages are hints and may be lost while
// a connection is down, so each new subscription becomes the empty Notice, and so does every half minute that passes. A subscription
// on which nothing comes, not even the answer to a ping, is made anew after six seconds.
//
// What servers tell each other and nobody keeps (see session.Neighbours) goes over vb:neighbours in the same subscription, each
// message with the name of its sender and a number, so that one that a client sent twice is heard once.
//
// # What is durable, and what the operator must set
//
// An answer means what the server's appendfsync means: with "always" the batch is on its disk, with "everysec" a power cut costs
// the last second, and a failover may cost what the replica had not yet got. Then writers get session.ErrLost, and may append again
// what they still hold. maxmemory-policy must be noeviction: a server that drops keys drops sessions.
//
// # History that is destroyed
//
// Replace and Delete take effect in memory at once. The append-only file keeps the old entries until it is written anew: two
// seconds after the first erasure this package asks for that (BGREWRITEAOF), asks again while another rewrite is running, and
// accepts a refusal, as hosted servers give, in silence. Elsewhere the old bytes may live on where only the operator can reach
// them: in an RDB file until the next save, on replicas until they have done the same, in backups, and in blocks that the disk has
// not used again.
package redislog
