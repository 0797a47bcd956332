package session

import "time"

// A Session is the state of one workshop run. Make one with New and feed it its records in order.
type Session struct {
	seq       uint64
	seen      map[clientKey]uint64
	started   SessionStarted
	startedAt time.Time
	status    Status
	endedAt   time.Time
	sealed    *Summary
	imported  time.Time // when its results came from a file; zero for a session that was held here

	people   people
	agenda   agendaState
	timer    timer
	cards    cards
	clusters clusters
	vote     vote
	sheets   map[string]*sheets // by activity
	tables   tableState
	choices  choices

	turns      map[string]int // by activity that is in rounds: which one, from 0
	clarifying clarifying
	stories    []story // replaced as a whole

	steps      steps
	intentions intentions

	touched touched
}

// Status is where a session stands as a whole.
type Status string

// A session waits in its lobby until the first activity is opened, and is ended for ever.
const (
	Lobby   Status = "lobby"
	Running Status = "running"
	Over    Status = "ended"
)

// New gives the session before its first record.
func New() *Session {
	return &Session{
		seen:     map[clientKey]uint64{},
		status:   Lobby,
		people:   newPeople(),
		agenda:   newAgendaState(),
		cards:    newCards(),
		clusters: newClusters(),
		vote:     newVote(),
		sheets:   map[string]*sheets{},

		turns:      map[string]int{},
		clarifying: newClarifying(),

		steps:      newSteps(),
		intentions: newIntentions(),
		tables:     newTables(),
	}
}

// Seq is the number of the last record applied; 0 before the first.
func (s *Session) Seq() uint64 { return s.seq }

// Status tells where the session stands.
func (s *Session) Status() Status { return s.status }

// EndedAt is when the session ended; zero while it has not.
func (s *Session) EndedAt() time.Time { return s.endedAt }

// Sealed tells whether the history has been replaced by its results.
func (s *Session) Sealed() bool { return s.sealed != nil }

// Decide answers what shall have happened when c is done now: the records to append, none when nothing changes (a command
// sent twice), or a *Problem. The session is unchanged until the records are applied.
func (s *Session) Decide(c Command, by Actor, at time.Time) ([]Record, error) {
	if by.N != 0 && by.N <= s.seen[clientKey{by.Person, by.Client}] {
		return nil, nil
	}
	if !starts(c) {
		if s.seq == 0 {
			return nil, refuse(NotFound, "", Unknown)
		}
		if _, counting := c.(RecordFindings); s.status == Over && (!counting || s.sealed != nil) {
			return nil, refuse(Closed, "", Ended)
		}
	}
	at = at.Round(0).UTC()                         // as the log keeps it: a session read back is the same to the last digit
	if by.Role != Host && by.Role != Participant { // everybody else only looks
		return nil, refuse(Denied, "", "")
	}
	events, err := c.decide(s, by, at)
	if err != nil {
		return nil, err
	}
	records := make([]Record, len(events))
	for i, e := range events {
		records[i] = Record{Seq: s.seq + uint64(i) + 1, At: at, By: by.Person, Client: by.Client, N: by.N, Event: e}
	}
	return records, nil
}

// starts tells whether a command begins a log.
func starts(c Command) bool {
	switch c.(type) {
	case StartSession, StartPulse:
		return true
	}
	return false
}

// Apply adds a record. Records come in order; one that was applied before is skipped.
func (s *Session) Apply(r Record) {
	if r.Seq <= s.seq {
		return
	}
	s.seq = r.Seq
	if r.N != 0 {
		s.seen[clientKey{r.By, r.Client}] = r.N
	}
	r.Event.apply(s, r)
}

// later gives the later of two times: the server's clock may have been set back between two records.
func later(a, b time.Time) time.Time {
	if a.Before(b) {
		return b
	}
	return a
}

// LastN is the number of the last command of a person's tab that was kept; 0 when there is none.
func (s *Session) LastN(person PersonID, client string) uint64 {
	return s.seen[clientKey{person, client}]
}
