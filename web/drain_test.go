package web

import (
	"regexp"
	"testing"
	"time"
)

// isHint tells whether a close reason says when to come back, within half a second as the few may.
func isHint(reason string) bool {
	return regexp.MustCompile(`^retry=([0-4]?[0-9]?[0-9]|500)$`).MatchString(reason)
}

func TestAbsence(t *testing.T) {
	for name, step := range map[string]struct {
		connections int
		atLeast     time.Duration
		most        time.Duration
	}{
		"of a few is spread over half a second":             {30, briefAbsence, 500 * time.Millisecond},
		"of thousands takes them in one per millisecond":    {3000, briefAbsence, 3 * time.Second},
		"is never longer than five seconds":                 {40_000, briefAbsence, 5 * time.Second},
		"of one whose room was reloaded is none":            {0, 0, 0},
		"of hundreds whose room was reloaded is spread too": {300, 0, 300 * time.Millisecond},
	} {
		t.Run(name, func(t *testing.T) {
			const draws = 10_000
			quarters := [4]int{}
			for range draws {
				after := absence(step.connections, step.atLeast)
				if after < 0 || after > step.most {
					t.Fatalf("%v of %v", after, step.most)
				}
				quarters[min(3, 4*after/(step.most+1))]++
			}
			for i, n := range quarters { // 2,500 each; 1 in 10^9 draws is further off than 6 standard deviations of 43
				if step.most > 0 && (n < draws/4-260 || n > draws/4+260) {
					t.Errorf("%d of %d come back in quarter %d", n, draws, i+1)
				}
			}
		})
	}
}
