package session

import (
	"cmp"
	"slices"
	"time"
)

// EndSession ends it for ever. An open vote is closed and counts.
type EndSession struct{}

// SessionEnded is the last record before the seal, but for the certainty of a vote that was still to be calculated.
type SessionEnded struct{}

// SessionSealed is the one record that remains when the history has been replaced by its results: nobody, not even the
// server, can tell any more which device wrote or voted what.
type SessionSealed struct {
	Summary Summary `json:"summary"`

	// Results that were imported keep the id they had in Summary, so that they are the same to the last byte. Here they go by another.
	ID       string    `json:"id,omitempty"`
	Imported time.Time `json:"imported,omitzero"` // when
}

func (EndSession) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	if err := only(Host, by); err != nil {
		return nil, err
	}
	var events []Event
	if now, ok := s.agenda.current(); ok && s.agenda.status[now.ID] == Open {
		events = s.closing(now, "")
	}
	events = append(events, s.closingChoice()...)
	return append(events, SessionEnded{}), nil
}

func (SessionEnded) apply(s *Session, r Record) {
	defer s.touchWhoSeesCards(s.cardsPublic())
	s.touchSeated()
	s.status, s.endedAt, s.timer = Over, later(r.At, s.startedAt), timer{}
	s.touchAll()
}

// Seal gives the record that replaces the history of a session that has ended; false when it has not, when it is sealed
// already, or while a Calculation is due.
func (s *Session) Seal() (Record, bool) {
	if s.status != Over || s.sealed != nil || s.calculationDue() != nil {
		return Record{}, false
	}
	return Record{Seq: s.seq, At: s.endedAt, Event: SessionSealed{Summary: s.Summary()}}, true
}

func (e SessionSealed) apply(s *Session, r Record) {
	fresh := New()
	fresh.seq, fresh.status, fresh.endedAt = r.Seq, Over, e.Summary.EndedAt
	fresh.startedAt = e.Summary.StartedAt
	fresh.started = SessionStarted{
		ID: cmp.Or(e.ID, e.Summary.ID), Title: e.Summary.Title, Lang: e.Summary.Lang, Fictional: e.Summary.Fictional,
		Rehearsal: e.Summary.Rehearsal, Pulse: e.Summary.Pulse,
	}
	fresh.sealed, fresh.imported = &e.Summary, e.Imported
	for _, a := range e.Summary.Activities {
		fresh.agenda.list = append(fresh.agenda.list, a.Activity)
		fresh.agenda.status[a.ID] = a.Status
		if !a.Opened.IsZero() {
			fresh.agenda.spans[a.ID] = &span{opened: a.Opened, closed: a.Closed, modes: a.Modes}
		}
	}
	fresh.agenda.length = cmp.Or(e.Summary.Minutes, total(fresh.agenda.list))
	*s = *fresh
	s.touchAll()
	s.touchEverybody()
}

// ForgetCards gives the record that replaces a sealed session's results by the same without the words that people wrote for themselves: on
// cards, on sheets, and in personal steps that they shared. Names of values, counts, the result and what the room made together stay. False when it is not sealed, or has forgotten them already.
func (s *Session) ForgetCards() (Record, bool) {
	if s.sealed == nil || s.sealed.Forgot {
		return Record{}, false
	}
	sum := *s.sealed
	sum.Forgot, sum.Before = true, s.sealed.Fingerprint()
	sum.Clusters = slices.Clone(sum.Clusters)
	for i := range sum.Clusters {
		sum.Clusters[i].Words = []Wording{}
	}
	sum.Shared = nil // as personal as a card
	sum.Outcomes = withoutTexts(sum.Outcomes)
	sum.Ballot = slices.Clone(sum.Ballot)
	for i := range sum.Ballot {
		sum.Ballot[i].Words = []string{}
	}
	e := SessionSealed{Summary: sum, Imported: s.imported}
	if s.started.ID != sum.ID {
		e.ID = s.started.ID
	}
	return Record{Seq: s.seq, At: s.endedAt, Event: e}, true
}

// withoutTexts gives outcomes with their numbers, and with how many wrote something, without what they wrote.
func withoutTexts(outcomes []Outcome) []Outcome {
	outcomes = slices.Clone(outcomes)
	for i := range outcomes {
		outcomes[i].Questions = slices.Clone(outcomes[i].Questions)
		for j := range outcomes[i].Questions {
			outcomes[i].Questions[j].Texts = nil
		}
	}
	return outcomes
}
