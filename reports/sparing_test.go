package reports

import (
	"maps"
	"slices"

	"verbindend/session"
)

// some gives all of a list; under the race detector, which makes drawing seven times as slow and has little to find in what one goroutine
// does, every fifth. `make test` runs this package both ways.
func some[T any](all []T) (few []T) {
	if !sparing {
		return all
	}
	for i := 0; i < len(all); i += 5 {
		few = append(few, all[i])
	}
	return few
}

// roomsToDraw gives the rooms that are drawn one after the other.
func roomsToDraw() map[string]session.Summary {
	of, all := map[string]session.Summary{}, rooms()
	for _, name := range some(slices.Sorted(maps.Keys(all))) {
		of[name] = all[name]
	}
	return of
}
