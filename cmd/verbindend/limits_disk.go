//go:build linux || darwin

package main

import "syscall"

// freeDisk is how many bytes are free for us where a directory is; 0: not known.
func freeDisk(dir string) uint64 {
	var s syscall.Statfs_t
	if syscall.Statfs(dir, &s) != nil {
		return 0
	}
	return s.Bavail * uint64(s.Bsize) //nolint:gosec // a block is never of negative size
}
