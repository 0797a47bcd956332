package openloop

import (
	"context"
	"slices"
	"time"
)

// A Deed is something that happens at a moment of its own. It is told when that should have been: what is late for whatever
// reason is measured from then.
type Deed struct {
	At time.Duration // after the beginning
	Do func(due time.Time)
}

// Perform does the deeds of a whole crowd in time: one schedule, however many they are. No deed may block.
func Perform(ctx context.Context, began time.Time, deeds []Deed) error {
	slices.SortStableFunc(deeds, func(a, b Deed) int { return int(a.At - b.At) })
	timer := time.NewTimer(0)
	defer timer.Stop()
	for _, d := range deeds {
		due := began.Add(d.At)
		if wait := time.Until(due); wait > 0 {
			timer.Reset(wait)
			select {
			case <-timer.C:
			case <-ctx.Done():
			}
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
		d.Do(due)
	}
	return nil
}
