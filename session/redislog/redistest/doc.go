// Package redistest starts a real redis-server for a test: a child process on a free port of this machine, with a directory
// that goes when the test does. It can be killed, started again with what it kept, and frozen.
package redistest
