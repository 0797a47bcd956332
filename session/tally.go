package session

import (
	"cmp"
	"slices"
)

// Result is a counted round.
type Result struct {
	Round      int            `json:"round"`
	Options    []OptionResult `json:"options"`    // by rank; equal ranks by voters, then by name
	Ballots    int            `json:"ballots"`    // people who voted
	Joined     int            `json:"joined"`     // people who could have, on paper too: who comes after the closing is not counted
	Dots       int            `json:"dots"`       // by dots: per person
	PerOption  int            `json:"perOption"`  // by dots: per person and option
	DotsPlaced int            `json:"dotsPlaced"` // by dots: in all; the sum over the options
	Top        int            `json:"top"`        // how many values go on; ties at the cut are all in
	Certainty  *CertaintyNote `json:"certainty"`  // null: too few ballots, or not calculated yet

	Method  Method  `json:"method,omitempty"`  // absent: dots
	Among   Among   `json:"among,omitempty"`   // absent: all values
	Of      int     `json:"of,omitempty"`      // the round whose outcome Among speaks of
	Through []Named `json:"through,omitempty"` // a run-off: what went on already, besides who wins here
	Paper   int     `json:"paper,omitempty"`   // of the ballots: typed in from paper
}

// CertaintyNote says how the bands were found.
type CertaintyNote struct {
	Resamples int    `json:"resamples"`
	Seed      uint64 `json:"seed,string"`
}

// OptionResult is one value with what the room gave it.
type OptionResult struct {
	ID       string  `json:"id"`
	Name     string  `json:"name"`
	Rank     int     `json:"rank"`   // competition ranking: 1-2-3-4-5-5-7
	Dots     int     `json:"dots"`   // by dots: placed on it
	Voters   int     `json:"voters"` // people who gave it a dot, a score or a place
	InTop    bool    `json:"inTop"`  // goes on
	TopShare float64 `json:"topShare"`
	Band     Band    `json:"band"` // "" when not known
	RankLow  int     `json:"rankLow"`
	RankHigh int     `json:"rankHigh"`

	Mean   float64 `json:"mean,omitempty"`   // by score: of the scores it was given, 1–5
	Counts []int   `json:"counts,omitempty"` // by score: people per score, from 1 on
	Beats  []Duel  `json:"beats,omitempty"`  // by rank: the options that more people put below it than above
}

// result counts the closed round that is held now; nil when there is none.
func (s *Session) result() *Result { return s.vote.result() }

// result counts a closed round; nil for one that is not.
func (p *poll) result() *Result {
	if p.status != RoundIsClosed {
		return nil
	}
	r := Result{
		Round: p.round, Ballots: p.voters(), Joined: p.joined + len(p.paper), Paper: len(p.paper),
		Dots: p.frozen.Dots, PerOption: p.frozen.PerOption, Top: p.frozen.Top,
		Method: p.frozen.Ballot, Among: p.frozen.Among, Of: p.frozen.Of, Through: named(p.frozen.Through),
		Options: make([]OptionResult, len(p.frozen.Options)),
	}
	for i, o := range p.frozen.Options {
		r.Options[i] = OptionResult{ID: o.ID, Name: o.Name}
	}
	var ranks []int
	switch p.frozen.method() {
	case ByScore:
		ranks = p.countScores(r.Options)
	case ByRank:
		ranks = p.countPlaces(r.Options)
	default:
		ranks = p.countDots(&r)
	}
	for i, rank := range ranks {
		o := &r.Options[i]
		o.Rank = rank
		o.InTop = rank <= r.Top && (o.Voters > 0 || p.frozen.earned())
		if c := p.certainty; c != nil {
			o.TopShare, o.Band = c.TopShare[i], BandOf(c.TopShare[i])
			o.RankLow, o.RankHigh = c.RankLow[i], c.RankHigh[i]
		}
	}
	if c := p.certainty; c != nil {
		r.Certainty = &CertaintyNote{Resamples: c.Resamples, Seed: c.Seed}
	}
	sortByWords(r.Options, func(o OptionResult) string { return o.Name }, func(a, b OptionResult) int {
		return cmp.Or(cmp.Compare(a.Rank, b.Rank), cmp.Compare(b.Voters, a.Voters))
	})
	return &r
}

// countDots adds up ballots of dots, and ranks the options in the order of the ballot.
func (p *poll) countDots(r *Result) []int {
	at := make(map[string]int, len(r.Options))
	for i, o := range r.Options {
		at[o.ID] = i
	}
	// Ballot by ballot: each has a few dots, while a ballot that nobody shortened has a thousand options.
	for _, ballot := range p.cast() {
		for id, n := range ballot {
			if i, known := at[id]; known {
				r.Options[i].Dots += n
				r.Options[i].Voters++
				r.DotsPlaced += n
			}
		}
	}
	dots := make([]int, len(r.Options))
	for i, o := range r.Options {
		dots[i] = o.Dots
	}
	return CompetitionRanks(dots)
}

// TiedAtCut gives the options that share the last places of the top, when they are more than there are places for, and how many
// places that are.
func (r Result) TiedAtCut() (tied []OptionResult, places int) {
	last, in := 0, 0
	for _, o := range r.Options {
		if o.InTop {
			in, last = in+1, o.Rank
		}
	}
	if in <= r.Top {
		return nil, 0
	}
	return slices.DeleteFunc(slices.Clone(r.Options), func(o OptionResult) bool { return o.Rank != last || !o.InTop }), r.Top - last + 1
}

// Chosen lists what goes on: by the rounds before, and by this one.
func (r Result) Chosen() []Named {
	list := slices.Clone(r.Through)
	for _, o := range r.Options {
		if o.InTop {
			list = append(list, Named{o.ID, o.Name})
		}
	}
	return list
}

// resultItem is the view's item "result" (a Result): for the host from the moment the round is closed, for everybody else
// from the moment it is revealed or the session is over.
func (s *Session) resultItem(role Role) any {
	if s.sealed != nil {
		if s.sealed.Vote == nil {
			return nil
		}
		return *s.sealed.Vote
	}
	if role != Host && !s.vote.revealed && s.status != Over {
		return nil
	}
	if r := s.result(); r != nil {
		return *r
	}
	return nil
}

// ProgressItem is the view's item "progress": how many are done with what is open. It is all that anybody sees of it.
type ProgressItem struct {
	Done  int `json:"done"`            // people with a card, a ballot, a sheet, or something that they commit to
	Of    int `json:"of"`              // people who joined, and those who vote on paper
	Paper int `json:"paper,omitempty"` // vote: of those who are done, on paper
	Cards int `json:"cards,omitempty"` // write: cards laid down
	Steps int `json:"steps,omitempty"` // commit: steps for the organisation
	// Phones are counted and not people, because some write for several. Ballots are always counted by people.
	Phones bool `json:"phones,omitempty"`
}

func (s *Session) progressItem(Role) any {
	act, ok := s.agenda.current()
	if !ok || s.status != Running {
		return nil
	}
	item := ProgressItem{Of: len(s.people.order), Phones: s.people.phones() > 0}
	switch act.Kind {
	case Write:
		for _, p := range s.people.byID {
			if len(p.cards) > 0 {
				item.Done++
				item.Cards += len(p.cards)
			}
		}
		item.Cards += s.onPaper()
	case Vote:
		item.Done, item.Paper = s.vote.voters(), len(s.vote.paper)
		item.Of, item.Phones = s.people.heads()+item.Paper, false
	case Commit:
		item.Done, item.Steps = s.committed()
	case Formulate:
		last := s.choices.latest()
		if last == nil || !last.open {
			return nil
		}
		item.Done = len(last.by)
	default:
		if s.sheets[act.ID] == nil {
			return nil
		}
		item.Done = len(s.sheets[act.ID].by)
	}
	return item
}
