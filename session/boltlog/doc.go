// Package boltlog keeps logs in one file on this machine: the store of one laptop, with nothing to install.
//
// # The file
//
// <dir>/verbindend.db is a bbolt database. Bucket "logs" has one bucket per log; in it the key is the first record of a batch,
// big-endian, so that bbolt's order is the log's order, and the value is the last record (big-endian), the batch's sum and the
// bytes. The highest bit of the last record says that there is a sum: entries of the first version have none.
// Each bucket's sequence is the life of that history: it changes when the history is replaced or begins anew, so that a
// reader who was under way notices. Bucket "meta" knows what is to be done and the secret.
//
// <dir>/verbindend.lock is held as long as the log is open. It is a file of its own because compaction puts another file in the
// place of verbindend.db, and a lock on a file that has lost its name protects nothing.
//
// # Who writes
//
// One goroutine, the writer, owns every change. It takes all calls that wait, makes one transaction of them, which costs one
// fsync, and answers each: a conflict of one is no failure of the others. An answer without error means that the batch is
// on the disk. Readers never wait for the writer's fsync; they copy a page of batches at a time and hold nothing while their caller
// thinks, so a reader may also write.
//
// When a transaction fails (disk full, disk gone), everybody in it gets the error, nothing of it is stored, and the writer
// opens the file anew before it goes on, so that no state in memory outlives a write that did not happen.
//
// A file system that turns read-only keeps its readers: the file is opened for reading, and each write tries whether that is over.
//
// # A file that is not as it was
//
// Open looks at every page and every entry, and whether the file has all the bytes that it should have. Where a crash or a bad
// disk left something else it answers ErrDamaged and changes nothing; the file is to be replaced by a copy. bbolt keeps two heads, so
// where only the newest is damaged the state before the last transaction is opened. The bytes of batches are checked when they are read:
// a batch that is not what was stored spoils the log that it is of, and no other.
//
// # History that is destroyed
//
// bbolt leaves the old bytes of freed pages in its file. After Replace or Delete the file is therefore compacted: what lives is
// copied into a new file, which takes the name of the old one. That happens in the writer two seconds after the first erasure,
// so that sessions that end together share one compaction, if the file is at most 64 MB; a larger file is compacted by Close and Open.
// A mark in the same transaction as the erasure says that a compaction is due, so a crash at any point is made good by the next Open;
// a compaction that fails is tried again.
//
// What this cannot promise: that the disk itself forgets. File systems and flash disks keep old blocks until they use them again, and
// backups keep what they copied. Put the directory on an encrypted disk.
package boltlog
