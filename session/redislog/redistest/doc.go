// Package redistest starts real redis-servers for a test: child processes on free ports of this machine, with directories
// that go when the test does. Each can be killed, started again with what it kept, and frozen.
//
// Start gives one server, Replica another that follows it, Sentinel a watcher that makes the replica the master when the
// master is gone, and StartCluster the masters of a Cluster. All of them wait until what they started works, with a bound.
package redistest
