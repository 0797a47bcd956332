package simulate

import (
	"math"
	"slices"
	"time"
)

// An Outcome is what a simulation measured and found. Its JSON is the output of --json; the keys keep their meaning.
type Outcome struct {
	Participants int `json:"participants"`   // phones per session
	Sent         int `json:"commands_sent"`  // by hosts and phones; one that was repeated counts once
	Acked        int `json:"commands_acked"` // answered with yes
	Lost         int `json:"commands_lost"`  // acknowledged and not in the results, or in them twice
	Disclosures  int `json:"disclosures"`    // messages with something that their receiver may not know (yet)

	// Ack is from the moment somebody pressed, connected or not, to the server's yes: every command that was acknowledged.
	Ack Spread `json:"ack_ms"`
	// Visible is from vote to screen: for each k, from the moment the k-th phone sent its first ballot to the moment the
	// screen was shown that k people have voted.
	Visible     Spread `json:"visible_ms"`
	HostVisible Spread `json:"host_visible_ms"` // the same for the host's page

	// Join is from the moment a phone should have come, or, without a join wave, its turn came, to a welcome and the view.
	Join   Spread `json:"join_ms"`
	Reveal Spread `json:"reveal_ms"` // from the host's press to the result on a phone
	Back   Spread `json:"back_ms"`   // from the moment a phone's line broke to a new welcome and the full state

	Phone    PhoneTraffic `json:"phone"`
	Acts     []Act        `json:"acts"`
	Wall     float64      `json:"wall_s"`
	Sessions []Played     `json:"sessions"`

	// What the table and the last lines tell besides.
	Reconnects int      `json:"-"`
	Refused    int      `json:"-"` // answered with no, or not at all; a simulation sends nothing that should be refused
	Findings   []string `json:"-"` // what is wrong, a line each
}

// Fine tells whether nothing was lost, doubled, refused or disclosed.
func (o Outcome) Fine() bool { return o.Lost == 0 && o.Disclosures == 0 && len(o.Findings) == 0 }

// Spread tells how times are spread, in milliseconds.
type Spread struct {
	P50 float64 `json:"p50"`
	P95 float64 `json:"p95"`
	P99 float64 `json:"p99"`
	Max float64 `json:"max"`
}

// PhoneTraffic is what a phone receives over its socket in a whole session, on average.
type PhoneTraffic struct {
	Messages float64 `json:"messages"`
	Bytes    float64 `json:"bytes"`
}

// Played is one session.
type Played struct {
	ID          string `json:"id"`
	Pin         string `json:"pin"`
	ReportBytes int    `json:"report_bytes"`
}

// spread gives percentiles by nearest rank: p95 is the smallest time that at least 95 % of all do not exceed.
func spread(times []time.Duration) Spread {
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

func milliseconds(d time.Duration) float64 { return round(float64(d) / float64(time.Millisecond)) }

func thousandths(x float64) float64 { return math.Round(x*1000) / 1000 }

// round keeps hundredths: more is noise.
func round(x float64) float64 { return math.Round(x*100) / 100 }
