package session

import (
	"cmp"
	"slices"
)

// Among says which values a round of voting is about.
type Among string

// A ballot has all values, or follows on the round before: on those in its top, or on those that tie for its last places.
const (
	AmongAll  Among = ""
	AmongTop  Among = "top"
	AmongTied Among = "tied"
)

// Valid tells whether there is such a ballot.
func (a Among) Valid() bool { return a == AmongAll || a == AmongTop || a == AmongTied }

// ballotChecked cleans what is said of a vote's ballot.
func (a Activity) ballotChecked() (Activity, error) {
	if a.Kind != Vote {
		a.Ballot, a.Among = "", AmongAll
		return a, nil
	}
	if a.Ballot != "" && !a.Ballot.Valid() {
		return a, refuse(Invalid, "ballot", Unknown)
	}
	if !a.Among.Valid() {
		return a, refuse(Invalid, "among", Unknown)
	}
	if a.Ballot == ByDots {
		a.Ballot = ""
	}
	return a, nil
}

// counts tells whether a round is one that counts: it was closed, and the room has seen its outcome.
func (p *poll) counts() bool { return p.status == RoundIsClosed && p.revealed }

// freeze decides the ballot of a new round. A round that the room has seen the outcome of stays in the record; one that it has
// not is cancelled.
func (s *Session) freeze(act Activity) ([]Event, error) {
	frozen, err := s.ballotFor(act)
	if err != nil {
		return nil, err
	}
	if s.vote.status == RoundIsClosed && !s.vote.revealed {
		return []Event{RoundCancelled{s.vote.round}, frozen}, nil
	}
	return []Event{frozen}, nil
}

func (s *Session) ballotFor(act Activity) (BallotFrozen, error) {
	frozen := BallotFrozen{Round: s.vote.round + 1, Ballot: act.Ballot, Among: act.Among}
	nothing := refuse(Closed, "activity", NothingToVote)
	if act.Among == AmongAll {
		frozen.Options = s.options()
	} else {
		before := s.basis()
		if before == nil {
			return frozen, refuse(Closed, "among", NoRoundBefore)
		}
		frozen.Of = before.round
		before.follow(&frozen)
	}
	if act.Among == AmongTied {
		nothing = refuse(Closed, "among", NoTie)
	}
	n := len(frozen.Options)
	if n == 0 {
		return frozen, nothing
	}
	if most := frozen.method().options(); most > 0 && n > most {
		return frozen, &Problem{Code: Closed, Field: "ballot", Reason: TooManyOptions, Limit: most}
	}
	if frozen.method() == ByDots {
		frozen.Dots, frozen.PerOption = DotsFor(n), PerOptionFor(n)
	}
	if act.Among != AmongTied {
		frozen.Top = TopFor(n)
	}
	return frozen, nil
}

// basis is the round whose outcome the room knows and what comes next may be about: the one that counts now, or, while a round that
// follows on another has not been revealed, that other one. nil: there is none.
func (s *Session) basis() *poll {
	v := &s.vote
	switch {
	case v.counts():
		return &v.poll
	case v.frozen.Of != 0 && (v.status == RoundIsOpen || v.status == RoundIsClosed):
		return v.held(v.frozen.Of)
	}
	return nil
}

// held finds a round that is not cancelled by its number; nil when there is none, as for 0.
func (v *vote) held(round int) *poll {
	switch round {
	case 0:
		return nil
	case v.round:
		return &v.poll
	}
	if i := slices.IndexFunc(v.earlier, func(p poll) bool { return p.round == round }); i >= 0 {
		return &v.earlier[i]
	}
	return nil
}

// follow fills a ballot with what became of this round.
func (p *poll) follow(next *BallotFrozen) {
	r := p.result()
	tied, places := r.TiedAtCut()
	top := slices.Clone(p.frozen.Through)
	for _, o := range p.frozen.Options {
		at := func(list []OptionResult) bool {
			return slices.ContainsFunc(list, func(r OptionResult) bool { return r.ID == o.ID && r.InTop })
		}
		switch {
		case !at(r.Options):
		case next.Among == AmongTied && at(tied):
			next.Options = append(next.Options, o)
		default:
			top = append(top, o)
		}
	}
	byName := func(list []Option) []Option {
		slices.SortStableFunc(list, func(a, b Option) int { return cmp.Compare(Normalise(a.Name), Normalise(b.Name)) })
		return list
	}
	if next.Among == AmongTop {
		next.Options = byName(top)
		return
	}
	next.Top, next.Through = places, byName(top)
}

// CancelledRound keeps in the record that a round was held and does not count.
type CancelledRound struct {
	Round   int `json:"round"`
	Ballots int `json:"ballots"` // how many people had voted
}

// A HeldRound is a round that counted then: it was revealed, and followed by another one.
type HeldRound struct {
	Vote       Result      `json:"vote"`
	Comparison *Comparison `json:"comparison"` // null until it is calculated

	Ballot  []Named `json:"ballot,omitempty"`  // in a summary: the options as they were frozen …
	Ballots [][]int `json:"ballots,omitempty"` // … and what was given them, sorted: nobody's place says who they are
}

// heldRounds lists the rounds before the one that is held now.
func (s *Session) heldRounds() []HeldRound {
	var list []HeldRound
	for i := range s.vote.earlier {
		p := &s.vote.earlier[i]
		list = append(list, HeldRound{Vote: *p.result(), Comparison: s.comparisonOf(p)})
	}
	return list
}

// summariseRounds lists them with their ballots, so that anybody can count again.
func (s *Session) summariseRounds() []HeldRound {
	list := s.heldRounds()
	for i := range list {
		p := &s.vote.earlier[i]
		list[i].Ballot, list[i].Ballots = named(p.frozen.Options), matrix(p.frozen.Options, p.cast())
	}
	return list
}

// EarlierItem is the view's item "earlier", for the host: the rounds that counted then.
type EarlierItem struct {
	Rounds []HeldRound `json:"rounds"`
}

func (s *Session) earlierItem(role Role) any {
	rounds := s.heldRounds()
	if s.sealed != nil {
		for _, held := range s.sealed.Rounds {
			rounds = append(rounds, HeldRound{Vote: held.Vote, Comparison: held.Comparison})
		}
	}
	if role != Host || len(rounds) == 0 {
		return nil
	}
	return EarlierItem{rounds}
}

// chain lists a round and those that led to it, the first one last; none without a round.
func (v *vote) chain(p *poll) (list []*poll) {
	for ; p != nil; p = v.held(p.frozen.Of) {
		list = append(list, p)
	}
	return list
}
