// Package contract holds what every session.Log does in the same way: it refuses arguments that the contract excludes,
// and it tells its watchers what happened.
//
// The logs themselves (boltlog, redislog, logtest.Memory) own storage; this package stores nothing and starts no goroutine
// that outlives a context. It exists so that "an ID is 1–64 characters of [a-z0-9-]" and "Watch never blocks the store"
// are written once.
package contract
