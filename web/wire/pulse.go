package wire

// PulseList is GET and POST /api/sessions/:id/pulses, and POST /api/sessions/:id/pulses/close: how a session was and is looked back on.
type PulseList struct {
	Link    string        `json:"link"`    // for everybody who took part; it never changes
	EndedAt int64         `json:"endedAt"` // of the session, Unix milliseconds; 0: it still runs
	Values  []string      `json:"values"`  // what is asked about, by name
	Pulses  []ListedPulse `json:"pulses"`  // the oldest first
}

// NewPulse is POST /api/sessions/:id/pulses.
type NewPulse struct {
	Day int `json:"day"` // days after the end of the session that it is meant for, 1–365
}

// ListedPulse is one pulse.
type ListedPulse struct {
	Day      int   `json:"day"`
	Open     bool  `json:"open"`
	OpenedAt int64 `json:"openedAt"` // Unix milliseconds
	ClosesAt int64 `json:"closesAt"` // when it closes by itself, or when it was closed
	Answered int   `json:"answered"` // people who have answered
}
