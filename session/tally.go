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
	Joined     int            `json:"joined"`     // people who could have: who comes after the closing is not counted
	Dots       int            `json:"dots"`       // per person
	PerOption  int            `json:"perOption"`  // per person and option
	DotsPlaced int            `json:"dotsPlaced"` // in all; the sum over the options
	Top        int            `json:"top"`        // how many values go on; ties at the cut are all in
	Certainty  *CertaintyNote `json:"certainty"`  // null: too few ballots, or not calculated yet
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
	Rank     int     `json:"rank"`   // competition ranking by dots: 1-2-3-4-5-5-7
	Dots     int     `json:"dots"`   // placed on it
	Voters   int     `json:"voters"` // people with at least one dot on it
	InTop    bool    `json:"inTop"`  // goes on
	TopShare float64 `json:"topShare"`
	Band     Band    `json:"band"` // "" when not known
	RankLow  int     `json:"rankLow"`
	RankHigh int     `json:"rankHigh"`
}

// result counts the closed round; nil when there is none.
func (s *Session) result() *Result {
	v := s.vote
	if v.status != RoundIsClosed {
		return nil
	}
	r := Result{
		Round: v.round, Ballots: len(v.ballots), Joined: v.joined,
		Dots: v.frozen.Dots, PerOption: v.frozen.PerOption, Top: v.frozen.Top,
	}
	options, at := make([]OptionResult, len(v.frozen.Options)), make(map[string]int, len(v.frozen.Options))
	for i, o := range v.frozen.Options {
		options[i], at[o.ID] = OptionResult{ID: o.ID, Name: o.Name}, i
	}
	// Ballot by ballot: each has a few dots, while a ballot that nobody shortened has a thousand options.
	for _, ballot := range v.ballots {
		for id, n := range ballot {
			if i, known := at[id]; known {
				options[i].Dots += n
				options[i].Voters++
				r.DotsPlaced += n
			}
		}
	}
	dots := make([]int, len(options))
	for i, o := range options {
		dots[i] = o.Dots
	}
	for i, rank := range CompetitionRanks(dots) {
		options[i].Rank = rank
		options[i].InTop = rank <= r.Top && options[i].Dots > 0
		if c := v.certainty; c != nil {
			options[i].TopShare, options[i].Band = c.TopShare[i], BandOf(c.TopShare[i])
			options[i].RankLow, options[i].RankHigh = c.RankLow[i], c.RankHigh[i]
		}
	}
	if c := v.certainty; c != nil {
		r.Certainty = &CertaintyNote{Resamples: c.Resamples, Seed: c.Seed}
	}
	slices.SortStableFunc(options, func(a, b OptionResult) int {
		return cmp.Or(cmp.Compare(a.Rank, b.Rank), cmp.Compare(b.Voters, a.Voters), cmp.Compare(Normalise(a.Name), Normalise(b.Name)))
	})
	r.Options = options
	return &r
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
	Of    int `json:"of"`              // people who joined
	Cards int `json:"cards,omitempty"` // write: cards laid down
	Steps int `json:"steps,omitempty"` // commit: steps for the organisation
}

func (s *Session) progressItem(Role) any {
	act, ok := s.agenda.current()
	if !ok || s.status != Running {
		return nil
	}
	item := ProgressItem{Of: len(s.people.order)}
	switch act.Kind {
	case Write:
		for _, p := range s.people.byID {
			if len(p.cards) > 0 {
				item.Done++
				item.Cards += len(p.cards)
			}
		}
	case Vote:
		item.Done = len(s.vote.ballots)
	case Commit:
		item.Done, item.Steps = s.committed()
	default:
		if s.sheets[act.ID] == nil {
			return nil
		}
		item.Done = len(s.sheets[act.ID].by)
	}
	return item
}
