//go:build unix

package main

import (
	"fmt"
	"log/slog"
	"syscall"
)

// enoughFiles is what a few thousand phones need; Go has raised the soft limit to the hard one already.
const enoughFiles = 4096

// warnOfFewFiles says in one line that large groups will not fit.
func warnOfFewFiles(t *terminal, logger *slog.Logger) {
	var limit syscall.Rlimit
	if syscall.Getrlimit(syscall.RLIMIT_NOFILE, &limit) == nil && limit.Cur < enoughFiles {
		logger.Warn(fmt.Sprintf(t.words.fewFiles, limit.Cur))
	}
}
