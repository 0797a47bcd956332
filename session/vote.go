package session

import (
	"maps"
	"math"
	"slices"
	"time"
)

// vote is the blind vote: the round that is held now, and those before it. Ballots never leave this package before a round is
// closed, and never with a person attached.
type vote struct {
	poll
	bridge    bool   // the screen shows what connects the groups, and not the ranking
	earlier   []poll // rounds that were revealed and followed by another one: they counted then
	cancelled []CancelledRound
}

// poll is one round: the frozen ballot, and what each person cast.
type poll struct {
	round     int // 1, 2, 3 …; 0 before the first
	status    RoundStatus
	frozen    BallotFrozen
	ballots   map[PersonID]map[string]int // by seat: the last valid one of each person, in this round; none is empty
	paper     []PaperBallot               // those that the host typed in; replaced as a whole
	certainty *Certainty
	joined    int // people who had joined when the round was closed
	revealed  bool

	groupOf    map[PersonID]string // of who voted, as it was when the round was closed; "" for who skipped
	joinedOf   map[string]int      // people per group at that moment
	comparison *Comparison
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

func newVote() vote { return vote{poll: newPoll(BallotFrozen{}, NoRound)} }

func newPoll(frozen BallotFrozen, status RoundStatus) poll {
	return poll{round: frozen.Round, status: status, frozen: frozen, ballots: map[PersonID]map[string]int{}}
}

// voters is how many people's ballots count, those on paper too.
func (p *poll) voters() int { return len(p.ballots) + len(p.paper) }

// cast lists all ballots, without people.
func (p *poll) cast() []map[string]int {
	list := slices.Collect(maps.Values(p.ballots))
	for _, one := range p.paper {
		list = append(list, one.Dots)
	}
	return list
}

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
	Dots      int      `json:"dots"`              // per person
	PerOption int      `json:"perOption"`         // per person and option
	Top       int      `json:"top"`               // how many values go on
	Ballot    Method   `json:"ballot,omitempty"`  // "": dots; else Dots and PerOption are 0
	Among     Among    `json:"among,omitempty"`   // "": all values
	Of        int      `json:"of,omitempty"`      // the round whose outcome Among speaks of
	Through   []Option `json:"through,omitempty"` // a run-off: what goes on already, by that round
}

// RoundClosed ends a round; its ballots are the result.
type RoundClosed struct {
	Round int `json:"round"`
}

// RoundCancelled ends a round that does not count: its ballots stay in the record until the session is over, no more.
type RoundCancelled struct {
	Round int `json:"round"`
}

// CastBallot is a whole ballot: a number per option id. By dots that is how many, by score 1–5, by rank the place, from 1 on;
// 0 is the same as leaving an option out. The last ballot of a person counts; one without numbers takes it back.
type CastBallot struct {
	Round int            `json:"round"`
	Dots  map[string]int `json:"dots"`
	Seat  int            `json:"seat,omitempty"` // a phone that writes for several: which of its people, from 1; 0: the first
}

// BallotCast replaces the ballot of Record.By, or of one of the people whose phone that is.
type BallotCast struct {
	Round int            `json:"round"`
	Dots  map[string]int `json:"dots"`
	Seat  int            `json:"seat,omitempty"` // from 2 on; 0: the first
}

func (c CastBallot) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	voter, err := s.seatOf(by, c.Seat)
	if err != nil {
		return nil, err
	}
	dots, err := s.ballot(c.Round, c.Dots)
	if err != nil || maps.Equal(dots, s.vote.ballots[voter]) {
		return nil, err
	}
	if c.Seat == 1 {
		c.Seat = 0
	}
	return []Event{BallotCast{c.Round, dots, c.Seat}}, nil
}

// ballot checks a ballot for a round, and gives it without the options that were left out.
func (s *Session) ballot(round int, given map[string]int) (map[string]int, error) {
	if s.vote.status != RoundIsOpen {
		return nil, refuse(Closed, "", NotOpen)
	}
	if round != s.vote.round {
		return nil, refuse(Closed, "round", OldRound)
	}
	return s.vote.frozen.checked(given)
}

func (e BallotFrozen) has(id string) bool {
	return slices.ContainsFunc(e.Options, func(o Option) bool { return o.ID == id })
}

func (e BallotFrozen) apply(s *Session, _ Record) {
	v := &s.vote
	s.touchVoters()
	if v.counts() {
		v.earlier = append(slices.Clip(v.earlier), v.poll)
	}
	v.poll, v.bridge = newPoll(e, RoundIsOpen), false
	s.touchAll()
}

func (e BallotCast) apply(s *Session, r Record) {
	if len(e.Dots) == 0 {
		delete(s.vote.ballots, seat(r.By, e.Seat))
	} else {
		s.vote.ballots[seat(r.By, e.Seat)] = e.Dots
	}
	s.touch("progress")
	s.touchMe(r.By)
}

func (RoundClosed) apply(s *Session, _ Record) {
	v := &s.vote
	v.status, v.joined, v.joinedOf = RoundIsClosed, s.people.heads(), s.people.sizes()
	v.groupOf = make(map[PersonID]string, len(v.ballots))
	for id := range v.ballots {
		v.groupOf[id] = s.people.byID[phoneOf(id)].group
	}
	s.touchAll()
	s.touchVoters() // what a table sees of its ballots is another thing now
}

func (e RoundCancelled) apply(s *Session, _ Record) {
	v := &s.vote
	s.touchVoters()
	v.cancelled = append(v.cancelled, CancelledRound{e.Round, v.voters()})
	v.poll, v.bridge = newPoll(v.frozen, RoundIsCancelled), false
	s.touchAll()
}

// touchVoters touches those whose ballot is about to go.
func (s *Session) touchVoters() {
	for id := range s.vote.ballots {
		s.touchMe(phoneOf(id))
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
	Method    Method   `json:"method"`
	Options   []Option `json:"options"`
	Dots      int      `json:"dots"`              // by dots: per person
	PerOption int      `json:"perOption"`         // by dots: per person and option
	Top       int      `json:"top"`               // how many values go on
	Among     Among    `json:"among,omitempty"`   // "": all values
	Of        int      `json:"of,omitempty"`      // the round whose outcome Among speaks of
	Through   []Named  `json:"through,omitempty"` // a run-off: what goes on already
}

// Named is a value by its id and its name.
type Named struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

func (s *Session) ballotItem(Role) any {
	v := s.vote
	if v.status != RoundIsOpen && v.status != RoundIsClosed || s.sealed != nil {
		return nil
	}
	return BallotItem{
		Round: v.round, Open: v.status == RoundIsOpen, Method: v.frozen.method(), Options: s.worded(v.frozen.Options),
		Dots: v.frozen.Dots, PerOption: v.frozen.PerOption, Top: v.frozen.Top,
		Among: v.frozen.Among, Of: v.frozen.Of, Through: named(v.frozen.Through),
	}
}

// worded gives frozen options without the wordings that the facilitator has hidden since: names are what people vote on and
// stay, the words beside them explain and may be taken away.
func (s *Session) worded(options []Option) []Option {
	list := slices.Clone(options)
	for i, o := range list {
		shown := s.shapeOf(s.clusters.byID[o.ID]).norms
		list[i].Words = []string{}
		for _, word := range o.Words {
			if slices.Contains(shown, Normalise(word)) {
				list[i].Words = append(list[i].Words, word)
			}
		}
	}
	return list
}
