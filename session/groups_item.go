package session

import "time"

// comparedParts divides those who voted in a closed round into what may be told apart, or says why not.
func (s *Session) comparedParts(p *poll) ([]part, NoComparison) {
	if len(s.started.Groups) >= 2 {
		switch {
		case p.frozen.method() == ByRank:
			return nil, RankedBallot
		case p.voters() < MinBallots:
			return nil, FewBallots
		}
	}
	sizes, paper := map[string]int{}, map[string]int{}
	for _, group := range p.groupOf {
		sizes[group]++
	}
	for _, one := range p.paper {
		sizes[one.Group]++
		paper[one.Group]++
	}
	return s.parts(sizes, paper)
}

// A voters is one group that is told, with its ballots.
type voters struct {
	group   ComparedGroup
	ballots []map[string]int
}

// votersByPart gives the ballots of a closed round by the groups that may be told apart, or says why not.
func (s *Session) votersByPart(p *poll) ([]voters, NoComparison) {
	shown, why := s.comparedParts(p)
	all, at := make([]voters, len(shown)), map[string]int{}
	for i, one := range shown {
		all[i].group = ComparedGroup{Names: one.names(s.started.Groups), Voters: one.n}
		for _, g := range one.groups {
			at[s.started.Groups[g].ID] = i
		}
	}
	put := func(group string, ballot map[string]int) {
		if i, told := at[group]; told {
			all[i].ballots = append(all[i].ballots, ballot)
		}
	}
	for id, ballot := range p.ballots {
		put(p.groupOf[id], ballot)
	}
	for _, one := range p.paper {
		put(one.Group, one.Dots)
	}
	return all, why
}

// compared lays the groups beside each other, or says why not.
func compared(frozen BallotFrozen, all []voters, why NoComparison) Comparison {
	if why != "" {
		return noComparison(why)
	}
	groups, ballots := make([]ComparedGroup, len(all)), make([][][]int, len(all))
	for g, one := range all {
		groups[g], ballots[g] = one.group, frozen.method().supports(matrix(frozen.Options, one.ballots))
	}
	return Compare(groups, idsOf(frozen.Options), ballots)
}

// comparison is that of the round that is held now; nil when there is none yet.
func (s *Session) comparison() *Comparison { return s.comparisonOf(&s.vote.poll) }

func (s *Session) comparisonOf(p *poll) *Comparison {
	if p.status != RoundIsClosed || p.comparison != nil {
		return p.comparison
	}
	if p.voters() >= MinBallots {
		return nil // being calculated
	}
	_, why := s.comparedParts(p)
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
