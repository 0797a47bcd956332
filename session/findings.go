package session

import (
	"hash/fnv"
	"maps"
	"slices"
	"strconv"
	"time"
)

// RecordFindings keeps what was calculated of a closed round. It comes from the server, from the work that Calculation hands
// out. What is nil was not calculated.
type RecordFindings struct {
	Round      int
	Certainty  *Certainty
	Comparison *Comparison
}

// CertaintyRecorded says how sure the ranking of a closed round is.
type CertaintyRecorded struct {
	Round     int       `json:"round"`
	Certainty Certainty `json:"certainty"`
}

// ComparisonRecorded lays the groups beside each other, as they voted in a closed round.
type ComparisonRecorded struct {
	Round      int        `json:"round"`
	Comparison Comparison `json:"comparison"`
}

// Calculation hands out the heavy work that is due, or nil. It may run on any goroutine, however long it takes, and answers
// with the command that records what it found. Under MinBallots ballots nothing is due.
func (s *Session) Calculation() func() Command {
	if !s.calculationDue() {
		return nil
	}
	v := s.vote
	found := RecordFindings{Round: v.round, Certainty: v.certainty, Comparison: v.comparison}
	options, top, seed, threshold := v.frozen.Options, v.frozen.Top, s.seed(), s.threshold()
	// The ballots themselves are replaced and never changed: the work may look at them when the session has gone on.
	cast := slices.Collect(maps.Values(v.ballots))
	groups, why := s.votersByPart()
	return func() Command {
		ballots := matrix(options, cast)
		if found.Certainty == nil {
			found.Certainty = Bootstrap(ballots, top, seed)
		}
		if found.Comparison == nil {
			c := compared(options, groups, why)
			c.Pairs = ChosenTogether(idsOf(options), ballots, threshold)
			found.Comparison = &c
		}
		return found
	}
}

func (s *Session) calculationDue() bool {
	v := &s.vote
	return v.status == RoundIsClosed && len(v.ballots) >= MinBallots && (v.certainty == nil || v.comparison == nil) && s.sealed == nil
}

// matrix gives ballots without people, in an order that says nothing about who or when.
func matrix(options []Option, ballots []map[string]int) [][]int {
	rows := make([][]int, 0, len(ballots))
	for _, ballot := range ballots {
		row := make([]int, len(options))
		for j, o := range options {
			row[j] = ballot[o.ID]
		}
		rows = append(rows, row)
	}
	slices.SortFunc(rows, slices.Compare)
	return rows
}

func idsOf(options []Option) []string {
	ids := make([]string, len(options))
	for i, o := range options {
		ids[i] = o.ID
	}
	return ids
}

// seed comes from the session and the round, so that anybody can repeat the calculation.
func (s *Session) seed() uint64 {
	h := fnv.New64a()
	_, _ = h.Write([]byte(s.started.ID + "/" + strconv.Itoa(s.vote.round)))
	return h.Sum64()
}

func (c RecordFindings) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	if err := only(Host, by); err != nil {
		return nil, err
	}
	if s.vote.round != c.Round || s.vote.status != RoundIsClosed {
		return nil, nil
	}
	var events []Event
	if c.Certainty != nil && s.vote.certainty == nil {
		events = append(events, CertaintyRecorded{c.Round, *c.Certainty})
	}
	if c.Comparison != nil && s.vote.comparison == nil {
		events = append(events, ComparisonRecorded{c.Round, *c.Comparison})
	}
	return events, nil
}

func (e CertaintyRecorded) apply(s *Session, _ Record) {
	if e.Round == s.vote.round {
		s.vote.certainty = &e.Certainty
	}
	s.touch("result")
}

func (e ComparisonRecorded) apply(s *Session, _ Record) {
	if e.Round == s.vote.round {
		s.vote.comparison = &e.Comparison
	}
	s.touch("comparison")
}
