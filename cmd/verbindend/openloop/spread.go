package openloop

import (
	"math"
	"slices"
	"time"
)

// Spread tells how times are spread, in milliseconds.
type Spread struct {
	P50 float64 `json:"p50"`
	P95 float64 `json:"p95"`
	P99 float64 `json:"p99"`
	Max float64 `json:"max"`
}

// SpreadOf gives percentiles by nearest rank: p95 is the smallest time that at least 95 % of all do not exceed.
func SpreadOf(times []time.Duration) Spread {
	if len(times) == 0 {
		return Spread{}
	}
	sorted := slices.Sorted(slices.Values(times))
	at := func(share float64) float64 {
		rank := max(int(math.Ceil(share*float64(len(sorted)))), 1)
		return milliseconds(sorted[rank-1])
	}
	return Spread{P50: at(.50), P95: at(.95), P99: at(.99), Max: at(1)}
}

// milliseconds keeps hundredths: more is noise.
func milliseconds(d time.Duration) float64 {
	return math.Round(float64(d)/float64(time.Millisecond)*100) / 100
}
