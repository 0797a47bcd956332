package simulate

import (
	"context"
	"time"

	"verbindend/cmd/verbindend/openloop"
)

// The acts whose cost is told apart; betweenActs is everything else.
const (
	joinAct     = "join"
	writeAct    = "write"
	voteAct     = "vote"
	revealAct   = "reveal"
	betweenActs = ""
)

// An Act is one part of the sessions, from when all of them began it to when all were through.
type Act struct {
	Name     string          `json:"name"`
	Wall     float64         `json:"wall_s"`
	Commands int             `json:"commands"` // acknowledged, and given in this act
	Ack      openloop.Spread `json:"ack_ms"`   // of those
	Phone    PhoneTraffic    `json:"phone"`    // received by a phone in this act, on average
	Use      *Use            `json:"use,omitempty"`
}

// Use is what the servers and their store used in an act; null when nobody can tell.
type Use struct {
	ServerCPU  float64 `json:"server_cpu_s"`              // of all servers
	StoreCPU   float64 `json:"store_cpu_s"`               // of Redis; a file is written by the server itself
	PerCommand float64 `json:"cpu_s_per_1000_commands"`   // both, by 1,000 commands acknowledged
	RSS        int64   `json:"server_rss_bytes"`          // of all servers, at the end of the act
	PerPhone   float64 `json:"server_rss_bytes_per_conn"` // above what it was before anybody came, by connection
}

// A Reading is what the counters say at a moment.
type Reading struct {
	ServerCPU, StoreCPU time.Duration // since their start
	RSS                 int64         // bytes
}

// A Gauge reads the counters of the servers and their store.
type Gauge func(context.Context) (Reading, error)

// moment is the state of everything between two acts.
type moment struct {
	act      string // that begins
	at       time.Time
	messages int // received by all phones so far
	bytes    int
	reading  *Reading // nil when there is no gauge, or it failed
}

// note takes the moment at which an act begins.
func (r *run) note(act string) {
	m := moment{act: act, at: time.Now()}
	for _, p := range r.plays {
		for _, ph := range p.phones {
			if ph != nil && ph.visitor != nil {
				t := ph.visitor.Traffic()
				m.messages += t.Messages
				m.bytes += t.Bytes
			}
		}
	}
	if r.o.Gauge != nil {
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		if reading, err := r.o.Gauge(ctx); err == nil {
			m.reading = &reading
		} else if r.gaugeErr == nil {
			r.gaugeErr = err
		}
	}
	r.moments = append(r.moments, m)
}

// acts tells what each act was, from the moments and all that was sent.
func (r *run) acts(phones int, sent []timed) []Act {
	var acts []Act
	for i := 0; i+1 < len(r.moments); i++ {
		from, to := r.moments[i], r.moments[i+1]
		if from.act == betweenActs {
			continue
		}
		a := Act{Name: from.act, Wall: round(to.at.Sub(from.at).Seconds())}
		var ack []time.Duration
		for _, s := range sent {
			if !s.due.Before(from.at) && s.due.Before(to.at) {
				ack = append(ack, s.took)
			}
		}
		a.Commands, a.Ack = len(ack), openloop.SpreadOf(ack)
		if phones > 0 {
			a.Phone = PhoneTraffic{
				Messages: round(float64(to.messages-from.messages) / float64(phones)),
				Bytes:    round(float64(to.bytes-from.bytes) / float64(phones)),
			}
		}
		if from.reading != nil && to.reading != nil {
			a.Use = used(*r.moments[0].reading, *from.reading, *to.reading, a.Commands, phones)
		}
		acts = append(acts, a)
	}
	return acts
}

func used(empty, from, to Reading, commands, phones int) *Use {
	u := &Use{
		ServerCPU: round((to.ServerCPU - from.ServerCPU).Seconds()), StoreCPU: round((to.StoreCPU - from.StoreCPU).Seconds()), RSS: to.RSS,
	}
	if commands > 0 {
		cpu := (to.ServerCPU - from.ServerCPU + to.StoreCPU - from.StoreCPU).Seconds()
		u.PerCommand = thousandths(cpu / float64(commands) * 1000)
	}
	if phones > 0 {
		u.PerPhone = round(float64(to.RSS-empty.RSS) / float64(phones))
	}
	return u
}
