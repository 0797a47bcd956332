package session

// A Handout is what can be printed for people without a phone: the ballot as the room may see it now. Nobody is in it.
type Handout struct {
	ID        string
	Title     string
	Lang      Lang
	Fictional bool
	Groups    []string // names, in their order
	Ballot    BallotFrozen
	Draft     bool // the ballot is not frozen yet, and may change
}

// Handout gives the ballot to print: the frozen one of the last round, or, while the ballot is made clear, the one it would become. A
// Problem says that there is none that the room may see.
func (s *Session) Handout() (Handout, error) {
	h := Handout{ID: s.started.ID, Title: s.started.Title, Lang: s.started.Lang, Fictional: s.started.Fictional}
	for _, g := range s.started.Groups {
		h.Groups = append(h.Groups, g.Name)
	}
	switch seen := s.clarifyItem(Participant).(type) {
	case ClarifyItem:
		for _, o := range seen.Options {
			h.Ballot.Options = append(h.Ballot.Options, o.Option)
		}
		h.Draft, h.Ballot.Ballot = true, s.nextMethod()
		if n := len(h.Ballot.Options); h.Ballot.method() == ByDots {
			h.Ballot.Dots, h.Ballot.PerOption = DotsFor(n), PerOptionFor(n)
		}
	default:
		if s.ballotItem(Participant) != nil {
			h.Ballot = s.vote.frozen
			h.Ballot.Options = s.worded(s.vote.frozen.Options)
		}
	}
	if len(h.Ballot.Options) == 0 {
		return h, refuse(NotFound, "ballot", NothingToVote)
	}
	return h, nil
}

// nextMethod is how the first vote after the current activity is held; "" by dots.
func (s *Session) nextMethod() Method {
	after := false
	for _, act := range s.agenda.list {
		if after && act.Kind == Vote {
			return act.Ballot
		}
		after = after || act.ID == s.agenda.now
	}
	return ""
}
