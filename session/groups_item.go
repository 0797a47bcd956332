package session

import "time"

// comparedParts divides those who voted in the closed round into what may be told apart, or says why not.
func (s *Session) comparedParts() ([]part, NoComparison) {
	if len(s.started.Groups) >= 2 && len(s.vote.ballots) < MinBallots {
		return nil, FewBallots
	}
	sizes := map[string]int{}
	for _, group := range s.vote.groupOf {
		sizes[group]++
	}
	return s.parts(sizes)
}

// A voters is one group that is told, with its ballots.
type voters struct {
	group   ComparedGroup
	ballots []map[string]int
}

// votersByPart gives the ballots of the closed round by the groups that may be told apart, or says why not.
func (s *Session) votersByPart() ([]voters, NoComparison) {
	shown, why := s.comparedParts()
	all, at := make([]voters, len(shown)), map[string]int{}
	for i, p := range shown {
		all[i].group = ComparedGroup{Names: p.names(s.started.Groups), Voters: p.n}
		for _, g := range p.groups {
			at[s.started.Groups[g].ID] = i
		}
	}
	for id, ballot := range s.vote.ballots {
		if i, told := at[s.vote.groupOf[id]]; told {
			all[i].ballots = append(all[i].ballots, ballot)
		}
	}
	return all, why
}

// compared lays the groups beside each other, or says why not.
func compared(options []Option, all []voters, why NoComparison) Comparison {
	if why != "" {
		return noComparison(why)
	}
	groups, ballots := make([]ComparedGroup, len(all)), make([][][]int, len(all))
	for g, one := range all {
		groups[g], ballots[g] = one.group, matrix(options, one.ballots)
	}
	return Compare(groups, idsOf(options), ballots)
}

// comparison is that of the closed round; nil when there is none yet.
func (s *Session) comparison() *Comparison {
	if s.vote.status != RoundIsClosed || s.vote.comparison != nil {
		return s.vote.comparison
	}
	if len(s.vote.ballots) >= MinBallots {
		return nil // being calculated
	}
	_, why := s.comparedParts()
	c := noComparison(why)
	return &c
}

// comparisonItem is the view's item "comparison" (a Comparison), for whom and from when on the result is there. Phones are
// told what connects and no more: numbers are for the screen, where everybody looks at them together.
func (s *Session) comparisonItem(role Role) any {
	c := s.comparison()
	switch {
	case s.sealed != nil:
		c = s.sealed.Comparison
	case role != Host && !s.vote.revealed && s.status != Over:
		return nil
	}
	if c == nil {
		return nil
	}
	if role != Participant {
		return *c
	}
	brief := noComparison(c.Reason)
	for _, v := range c.Values {
		if v.Connects {
			brief.Values = append(brief.Values, ComparedValue{ID: v.ID, Score: v.Score, Rank: v.Rank, Connects: true, Shares: []Support{}})
		}
	}
	return brief
}

// ShowBridge lets the screen show what connects the groups instead of the ranking, or the ranking again.
type ShowBridge struct {
	Shown bool `json:"shown"`
}

// BridgeShown says which of the two the screen shows.
type BridgeShown struct {
	Shown bool `json:"shown"`
}

func (c ShowBridge) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	if err := only(Host, by); err != nil {
		return nil, err
	}
	if c.Shown && !s.vote.revealed {
		return nil, refuse(Closed, "", NotOpen)
	}
	if s.vote.bridge == c.Shown {
		return nil, nil
	}
	return []Event{BridgeShown(c)}, nil
}

func (e BridgeShown) apply(s *Session, _ Record) {
	s.vote.bridge = e.Shown
	s.touch("vote")
}
