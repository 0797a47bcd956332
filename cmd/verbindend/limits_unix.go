//go:build unix

package main

import "syscall"

// openFiles is how many files this program may have open; Go has raised the soft limit to the hard one already. 0: not known.
func openFiles() uint64 {
	var limit syscall.Rlimit
	if syscall.Getrlimit(syscall.RLIMIT_NOFILE, &limit) != nil {
		return 0
	}
	return uint64(limit.Cur) //nolint:unconvert,nolintlint // signed on some systems
}
