//go:build !unix

package main

import "log/slog"

// warnOfFewFiles has nothing to say where files are not counted.
func warnOfFewFiles(*terminal, *slog.Logger) {}
