//go:build race

package session

import "flag"

// Under the race detector every law is tried in fifteen random rooms instead of a hundred: it makes them six times as slow, and has nothing
// to find in a package without a goroutine. `make test` runs this package both ways.
func init() {
	if err := flag.Set("rapid.checks", "15"); err != nil {
		panic(err)
	}
}
