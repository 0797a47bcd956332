package session

import (
	"encoding/json"
	"fmt"
	"time"
)

// LookbacksVersion is that of Lookbacks as JSON. It goes up when a field changes its meaning.
const LookbacksVersion = 1

// A LookbackFile is how a session was looked back on, as programs read it. It stands beside the results, which stay as they were
// sealed.
type LookbackFile struct {
	Version     int              `json:"version"`
	Fingerprint string           `json:"fingerprint"` // of the results that were looked back on
	Lookbacks   []LookbackResult `json:"lookbacks"`   // closed ones, in the order of their days
}

// A LookbackResult is what one look back came to.
type LookbackResult struct {
	Day      int             `json:"day"` // days after the end of the session that it was meant for
	ClosedAt time.Time       `json:"closedAt"`
	Answered int             `json:"answered"` // people who answered anything
	Presence []ValuePresence `json:"presence"` // in the order of the values
	Steps    *StepsTaken     `json:"steps"`    // null when too few people said so
}

// ValuePresence is how present a value was found.
type ValuePresence struct {
	Value string   `json:"value"` // id of the value in the results
	Name  string   `json:"name"`
	N     int      `json:"n"`    // people who gave a number
	Mean  *float64 `json:"mean"` // 1–10; null when too few people gave one
}

// LookbackFile gives the looks back on these results.
func (s Summary) LookbackFile(pulses []Summary) LookbackFile {
	f := LookbackFile{Version: LookbacksVersion, Fingerprint: s.Fingerprint(), Lookbacks: []LookbackResult{}}
	for _, l := range Lookbacks(pulses) {
		r := LookbackResult{Day: l.Day, ClosedAt: l.ClosedAt, Answered: l.Answered, Presence: []ValuePresence{}, Steps: l.Steps}
		for _, v := range s.PulseValues() {
			r.Presence = append(r.Presence, l.Presence[v.ID].of(v))
		}
		f.Lookbacks = append(f.Lookbacks, r)
	}
	return f
}

func (p Presence) of(v PulseValue) ValuePresence {
	one := ValuePresence{Value: v.ID, Name: v.Name, N: p.N}
	if p.Mean > 0 {
		one.Mean = &p.Mean
	}
	return one
}

// JSON writes it, always the same.
func (f LookbackFile) JSON() ([]byte, error) {
	b, err := json.Marshal(f)
	if err != nil {
		return nil, fmt.Errorf("write looks back as JSON: %w", err)
	}
	return b, nil
}
