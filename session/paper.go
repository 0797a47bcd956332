package session

import (
	"maps"
	"slices"
	"time"
)

// MaxPaper is how many ballots on paper a round takes.
const MaxPaper = 300

// A PaperBallot is that of somebody without a phone, typed in by the facilitator: who typed it knows it, and nobody else sees more of
// it than of any other. It counts like any other and is marked as paper wherever ballots are counted.
type PaperBallot struct {
	ID    string         `json:"id"`
	Group string         `json:"group,omitempty"` // where its voter looks from; "" when that was skipped
	Dots  map[string]int `json:"dots"`            // as in CastBallot; never empty
}

// EnterPaper types in a whole ballot, or what it says when it was typed in before. Its id is the client's.
type EnterPaper struct {
	Round int `json:"round"`
	PaperBallot
}

// PaperEntered is a ballot on paper as it counts.
type PaperEntered struct {
	Round int `json:"round"`
	PaperBallot
}

// RemovePaper takes a ballot on paper out of the open round.
type RemovePaper struct {
	Round int    `json:"round"`
	ID    string `json:"id"`
}

// PaperRemoved says that a ballot on paper does not count any more.
type PaperRemoved struct {
	Round int    `json:"round"`
	ID    string `json:"id"`
}

// onPaper finds a ballot on paper; -1 when there is none with that id.
func (p *poll) onPaper(id string) int {
	return slices.IndexFunc(p.paper, func(b PaperBallot) bool { return b.ID == id })
}

func (c EnterPaper) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	if err := only(Host, by); err != nil {
		return nil, err
	}
	dots, err := s.ballot(c.Round, c.Dots)
	if err != nil {
		return nil, err
	}
	if len(dots) == 0 {
		return nil, refuse(Invalid, "dots", Empty)
	}
	if err := checkID("id", c.ID); err != nil {
		return nil, err
	}
	if c.Group != "" && !s.hasGroup(c.Group) {
		return nil, refuse(NotFound, "group", Unknown)
	}
	switch at := s.vote.onPaper(c.ID); {
	case at < 0 && len(s.vote.paper) >= MaxPaper:
		return nil, &Problem{Code: Invalid, Field: "id", Reason: TooMany, Limit: MaxPaper}
	case at >= 0 && s.vote.paper[at].Group == c.Group && maps.Equal(s.vote.paper[at].Dots, dots):
		return nil, nil
	}
	return []Event{PaperEntered{c.Round, PaperBallot{c.ID, c.Group, dots}}}, nil
}

func (e PaperEntered) apply(s *Session, _ Record) {
	list := slices.Clone(s.vote.paper)
	if at := s.vote.onPaper(e.ID); at >= 0 {
		list[at] = e.PaperBallot
	} else {
		list = append(list, e.PaperBallot)
	}
	s.vote.paper = list
	s.touch("progress", "paper")
}

func (c RemovePaper) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	if err := only(Host, by); err != nil {
		return nil, err
	}
	if _, err := s.ballot(c.Round, nil); err != nil {
		return nil, err
	}
	if s.vote.onPaper(c.ID) < 0 {
		return nil, refuse(NotFound, "id", Unknown)
	}
	return []Event{PaperRemoved(c)}, nil
}

func (e PaperRemoved) apply(s *Session, _ Record) {
	s.vote.paper = slices.DeleteFunc(slices.Clone(s.vote.paper), func(b PaperBallot) bool { return b.ID == e.ID })
	s.touch("progress", "paper")
}

// PaperItem is the view's item "paper", for the host while a round is open: the ballots that were typed in, in that order.
type PaperItem struct {
	Round   int           `json:"round"`
	Ballots []PaperBallot `json:"ballots"`
}

func (s *Session) paperItem(role Role) any {
	if role != Host || s.vote.status != RoundIsOpen || len(s.vote.paper) == 0 {
		return nil
	}
	return PaperItem{s.vote.round, s.vote.paper}
}
