package session

import (
	"hash/fnv"
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
	p := s.calculationDue()
	if p == nil {
		return nil
	}
	found := RecordFindings{Round: p.round, Certainty: p.certainty, Comparison: p.comparison}
	frozen, seed, threshold := p.frozen, s.seed(p.round), s.threshold()
	// The ballots themselves are replaced and never changed: the work may look at them when the session has gone on.
	cast := p.cast()
	groups, why := s.votersByPart(p)
	return func() Command {
		ballots := matrix(frozen.Options, cast)
		if found.Certainty == nil {
			found.Certainty = Counting{frozen.method(), frozen.Top, frozen.earned()}.Bootstrap(ballots, seed)
		}
		if found.Comparison == nil {
			c := compared(frozen, groups, why)
			if frozen.method() != ByRank {
				c.Pairs = ChosenTogether(idsOf(frozen.Options), frozen.method().supports(ballots), threshold)
			}
			found.Comparison = &c
		}
		return found
	}
}

// calculationDue finds a closed round of which something is still to be calculated; nil when there is none.
func (s *Session) calculationDue() *poll {
	due := func(p *poll) bool {
		return p.status == RoundIsClosed && p.voters() >= MinBallots && (p.certainty == nil || p.comparison == nil)
	}
	switch at := slices.IndexFunc(s.vote.earlier, func(p poll) bool { return due(&p) }); {
	case s.sealed != nil:
		return nil
	case due(&s.vote.poll):
		return &s.vote.poll
	case at >= 0:
		return &s.vote.earlier[at]
	}
	return nil
}

// supports gives ballots as who is for what: by score that is a 4 or a 5, with no opinion being no support.
func (m Method) supports(ballots [][]int) [][]int {
	if m != ByScore {
		return ballots
	}
	rows := make([][]int, len(ballots))
	for i, row := range ballots {
		rows[i] = make([]int, len(row))
		for j, score := range row {
			if score >= SupportScore {
				rows[i][j] = 1
			}
		}
	}
	return rows
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
func (s *Session) seed(round int) uint64 {
	h := fnv.New64a()
	_, _ = h.Write([]byte(s.started.ID + "/" + strconv.Itoa(round)))
	return h.Sum64()
}

func (c RecordFindings) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	if err := only(Host, by); err != nil {
		return nil, err
	}
	p := s.vote.held(c.Round)
	if p == nil || p.status != RoundIsClosed {
		return nil, nil
	}
	var events []Event
	if c.Certainty != nil && p.certainty == nil {
		events = append(events, CertaintyRecorded{c.Round, *c.Certainty})
	}
	if c.Comparison != nil && p.comparison == nil {
		events = append(events, ComparisonRecorded{c.Round, *c.Comparison})
	}
	return events, nil
}

func (e CertaintyRecorded) apply(s *Session, _ Record) {
	if p := s.vote.held(e.Round); p != nil {
		p.certainty = &e.Certainty
	}
	s.touch("result", "earlier")
}

func (e ComparisonRecorded) apply(s *Session, _ Record) {
	if p := s.vote.held(e.Round); p != nil {
		p.comparison = &e.Comparison
	}
	s.touch("comparison", "earlier")
}
