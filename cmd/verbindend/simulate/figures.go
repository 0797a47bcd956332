package simulate

import (
	"math"

	"verbindend/cmd/verbindend/openloop"
)

// An Outcome is what a simulation measured and found. Its JSON is the output of --json; the keys keep their meaning.
type Outcome struct {
	Participants int `json:"participants"`   // phones per session
	Sent         int `json:"commands_sent"`  // by hosts and phones; one that was repeated counts once
	Acked        int `json:"commands_acked"` // answered with yes
	Lost         int `json:"commands_lost"`  // acknowledged and not in the results, or in them twice
	Disclosures  int `json:"disclosures"`    // messages with something that their receiver may not know (yet)

	// Ack is from the moment somebody pressed, connected or not, to the server's yes: every command that was acknowledged.
	Ack openloop.Spread `json:"ack_ms"`
	// Visible is from vote to screen: for each k, from the moment the k-th phone sent its first ballot to the moment the
	// screen was shown that k people have voted.
	Visible     openloop.Spread `json:"visible_ms"`
	HostVisible openloop.Spread `json:"host_visible_ms"` // the same for the host's page

	// Join is from the moment a phone should have come, or, without a join wave, its turn came, to a welcome and the view.
	Join   openloop.Spread `json:"join_ms"`
	Reveal openloop.Spread `json:"reveal_ms"` // from the host's press to the result on a phone
	Back   openloop.Spread `json:"back_ms"`   // from the moment a phone's line broke to a new welcome and the full state

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

func thousandths(x float64) float64 { return math.Round(x*1000) / 1000 }

// round keeps hundredths: more is noise.
func round(x float64) float64 { return math.Round(x*100) / 100 }
