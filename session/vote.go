package session

import (
	"maps"
	"math"
	"slices"
	"time"
)

// vote is the blind dot vote: rounds, the frozen ballot, and what each person cast. Ballots never leave this package
// before a round is closed, and never with a person attached.
type vote struct {
	round     int // 1, 2, 3 …; 0 before the first
	status    RoundStatus
	frozen    BallotFrozen
	ballots   map[PersonID]map[string]int // the last valid one of each person, in this round; none is empty
	certainty *Certainty
	joined    int // people who had joined when the round was closed
	revealed  bool

	groupOf    map[PersonID]string // of who voted, as it was when the round was closed; "" for who skipped
	joinedOf   map[string]int      // people per group at that moment
	comparison *Comparison
	bridge     bool // the screen shows what connects the groups, and not the ranking
	cancelled  []CancelledRound
}

// RoundStatus is where a round of voting stands.
type RoundStatus string

// A round opens with a frozen ballot, and is closed or cancelled for ever.
const (
	NoRound          RoundStatus = "none"
	RoundIsOpen      RoundStatus = "open"
	RoundIsClosed    RoundStatus = "closed"
	RoundIsCancelled RoundStatus = "cancelled"
)

// CancelledRound keeps in the record that a round was held and does not count.
type CancelledRound struct {
	Round   int `json:"round"`
	Ballots int `json:"ballots"` // how many people had voted
}

func newVote() vote { return vote{status: NoRound, ballots: map[PersonID]map[string]int{}} }

// DotsFor gives the number of dots per person: a third of the options, at least 3 and at most 7.
func DotsFor(options int) int { return clampThird(options, 3, 7) }

// PerOptionFor gives how many dots one person may put on one option: 2, or 1 when there are 6 options or fewer.
func PerOptionFor(options int) int {
	if options <= 6 {
		return 1
	}
	return 2
}

// TopFor gives how many values are taken on to be put into words: a third of the options, at least 3 and at most 6.
func TopFor(options int) int { return clampThird(options, 3, 6) }

func clampThird(n, low, high int) int {
	return min(max(int(math.Round(float64(n)/3)), low), high)
}

// Option is one line of a ballot.
type Option struct {
	ID    string   `json:"id"` // the cluster's
	Name  string   `json:"name"`
	Words []string `json:"words"` // up to three original wordings, other than the name
}

// BallotFrozen opens a round: what can be chosen stays as it is until the round is closed or cancelled.
type BallotFrozen struct {
	Round     int      `json:"round"`
	Options   []Option `json:"options"`
	Dots      int      `json:"dots"`      // per person
	PerOption int      `json:"perOption"` // per person and option
	Top       int      `json:"top"`       // how many values go on
}

// RoundClosed ends a round; its ballots are the result.
type RoundClosed struct {
	Round int `json:"round"`
}

// RoundCancelled ends a round that does not count: its ballots stay in the record until the session is over, no more.
type RoundCancelled struct {
	Round int `json:"round"`
}

// CastBallot is a whole ballot: dots per option id. The last one of a person counts; one without dots takes it back.
type CastBallot struct {
	Round int            `json:"round"`
	Dots  map[string]int `json:"dots"`
}

// BallotCast replaces the ballot of Record.By.
type BallotCast struct {
	Round int            `json:"round"`
	Dots  map[string]int `json:"dots"`
}

// freeze decides the ballot of a new round from the clusters as they lie.
func (s *Session) freeze() ([]Event, error) {
	options := s.options()
	if len(options) == 0 {
		return nil, refuse(Closed, "activity", NothingToVote)
	}
	n := len(options)
	frozen := BallotFrozen{Round: s.vote.round + 1, Options: options, Dots: DotsFor(n), PerOption: PerOptionFor(n), Top: TopFor(n)}
	if s.vote.status == RoundIsClosed {
		return []Event{RoundCancelled{s.vote.round}, frozen}, nil
	}
	return []Event{frozen}, nil
}

func (c CastBallot) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	if _, err := s.member(by); err != nil {
		return nil, err
	}
	if s.vote.status != RoundIsOpen {
		return nil, refuse(Closed, "", NotOpen)
	}
	if c.Round != s.vote.round {
		return nil, refuse(Closed, "round", OldRound)
	}
	if len(c.Dots) > len(s.vote.frozen.Options) { // before they are sorted: a message has room for many thousands
		return nil, refuse(NotFound, "dots", Unknown)
	}
	total, dots := 0, map[string]int{}
	for _, id := range slices.Sorted(maps.Keys(c.Dots)) {
		n := c.Dots[id]
		switch {
		case !s.vote.frozen.has(id):
			return nil, refuse(NotFound, "dots", Unknown)
		case n < 0:
			return nil, refuse(Invalid, "dots", NegativeDots)
		case n > s.vote.frozen.PerOption:
			return nil, &Problem{Code: Invalid, Field: "dots", Reason: OverOption, Limit: s.vote.frozen.PerOption}
		case n > 0:
			dots[id] = n
			total += n
		}
	}
	if total > s.vote.frozen.Dots {
		return nil, &Problem{Code: Invalid, Field: "dots", Reason: OverBudget, Limit: s.vote.frozen.Dots}
	}
	if maps.Equal(dots, s.vote.ballots[by.Person]) {
		return nil, nil
	}
	return []Event{BallotCast{c.Round, dots}}, nil
}

func (e BallotFrozen) has(id string) bool {
	return slices.ContainsFunc(e.Options, func(o Option) bool { return o.ID == id })
}

func (e BallotFrozen) apply(s *Session, _ Record) {
	v := &s.vote
	s.touchVoters()
	v.round, v.status, v.frozen = e.Round, RoundIsOpen, e
	v.forget()
	s.touchAll()
}

func (e BallotCast) apply(s *Session, r Record) {
	if len(e.Dots) == 0 {
		delete(s.vote.ballots, r.By)
	} else {
		s.vote.ballots[r.By] = e.Dots
	}
	s.touch("progress")
	s.touchMe(r.By)
}

// forget lets go of all that was cast and found in a round.
func (v *vote) forget() {
	v.ballots, v.certainty, v.revealed = map[PersonID]map[string]int{}, nil, false
	v.groupOf, v.joinedOf, v.comparison, v.bridge = nil, nil, nil, false
}

func (RoundClosed) apply(s *Session, _ Record) {
	v := &s.vote
	v.status, v.joined, v.joinedOf = RoundIsClosed, len(s.people.order), s.people.sizes()
	v.groupOf = make(map[PersonID]string, len(v.ballots))
	for id := range v.ballots {
		v.groupOf[id] = s.people.byID[id].group
	}
	s.touchAll()
}

func (e RoundCancelled) apply(s *Session, _ Record) {
	v := &s.vote
	s.touchVoters()
	v.cancelled = append(v.cancelled, CancelledRound{e.Round, len(v.ballots)})
	v.status = RoundIsCancelled
	v.forget()
	s.touchAll()
}

// touchVoters touches those whose ballot is about to go.
func (s *Session) touchVoters() {
	for id := range s.vote.ballots {
		s.touchMe(id)
	}
}

// VoteItem is the view's item "vote": which round it is, and whether an earlier one was cancelled.
type VoteItem struct {
	Round     int         `json:"round"`
	Status    RoundStatus `json:"status"`
	Revealed  bool        `json:"revealed"`
	Cancelled int         `json:"cancelled"`        // the last round that was cancelled; 0: none
	Bridge    bool        `json:"bridge,omitempty"` // the screen shows what connects the groups, and not the ranking
}

func (s *Session) voteItem(Role) any {
	if s.vote.round == 0 || s.sealed != nil {
		return nil
	}
	item := VoteItem{Round: s.vote.round, Status: s.vote.status, Revealed: s.vote.revealed, Bridge: s.vote.bridge}
	if n := len(s.vote.cancelled); n > 0 {
		item.Cancelled = s.vote.cancelled[n-1].Round
	}
	return item
}

// BallotItem is the view's item "ballot": what can be chosen, in alphabetical order; a phone shuffles it for its person.
type BallotItem struct {
	Round     int      `json:"round"`
	Open      bool     `json:"open"`
	Options   []Option `json:"options"`
	Dots      int      `json:"dots"`
	PerOption int      `json:"perOption"`
}

func (s *Session) ballotItem(Role) any {
	v := s.vote
	if v.status != RoundIsOpen && v.status != RoundIsClosed || s.sealed != nil {
		return nil
	}
	return BallotItem{
		Round: v.round, Open: v.status == RoundIsOpen, Options: s.frozenOptions(), Dots: v.frozen.Dots, PerOption: v.frozen.PerOption,
	}
}

// frozenOptions gives the options of the round, without the wordings that the facilitator has hidden since: names are what
// people vote on and stay, the words beside them explain and may be taken away.
func (s *Session) frozenOptions() []Option {
	list := slices.Clone(s.vote.frozen.Options)
	for i, o := range list {
		shown := map[string]bool{}
		for _, w := range s.wordings(s.clusters.byID[o.ID]) {
			shown[Normalise(w.Text)] = true
		}
		list[i].Words = []string{}
		for _, word := range o.Words {
			if shown[Normalise(word)] {
				list[i].Words = append(list[i].Words, word)
			}
		}
	}
	return list
}
