package session

import "time"

// Company is with whom a card came about. "" is silent writing, by oneself.
type Company string

// The companies of 1-2-4-All, and what comes after them.
const (
	Alone  Company = "alone" // a moment for oneself
	InPair Company = "pair"  // with two
	InFour Company = "four"  // with four, or a table
	InAll  Company = "all"   // the whole room
	Late   Company = "late"  // proposed when the ballot was made clear, and taken up
)

// A Turn is one round of talking.
type Turn struct {
	With    Company `json:"with"`    // alone, pair, four or all
	Minutes int     `json:"minutes"` // its own time; it informs, and ends nothing
}

// Limits on turns: how many there are in an activity, and how long one is, in minutes.
const (
	MaxTurns       = 8
	MaxTurnMinutes = 60
)

// StandardTurns gives the rounds for so many minutes: 1-2-4-All from eight minutes on, in which the room gets what the first
// three leave, and a talk in pairs when there is less.
func StandardTurns(minutes int) []Turn {
	if minutes < 8 {
		return []Turn{{InPair, max(1, minutes)}}
	}
	return []Turn{{Alone, 1}, {InPair, 2}, {InFour, 4}, {InAll, min(minutes-7, MaxTurnMinutes)}}
}

// turnsOf gives the rounds of an activity as they are planned.
func (a Activity) turnsOf() []Turn {
	if len(a.Turns) > 0 {
		return a.Turns
	}
	return StandardTurns(a.Minutes)
}

func (a Activity) turnsChecked() error {
	if len(a.Turns) > MaxTurns {
		return &Problem{Code: Invalid, Field: "turns", Reason: TooMany, Limit: MaxTurns}
	}
	for _, turn := range a.Turns {
		switch turn.With {
		case Alone, InPair, InFour, InAll:
		default:
			return refuse(Invalid, "turns", Unknown)
		}
		if turn.Minutes < 1 || turn.Minutes > MaxTurnMinutes {
			return &Problem{Code: Invalid, Field: "turns", Reason: OutOfRange, Limit: MaxTurnMinutes}
		}
	}
	return nil
}

// turn gives the round that an activity is in, and which one of them it is; the last one when the plan has become shorter.
func (s *Session) turn(act Activity) (Turn, int) {
	turns := act.turnsOf()
	at := min(s.turns[act.ID], len(turns)-1)
	return turns[at], at
}

// OpenTurn begins a round of the rounds that are open: the next one, or any other.
type OpenTurn struct {
	Activity string `json:"activity"`
	Turn     int    `json:"turn"` // from 0
}

// TurnOpened says which round an activity is in.
type TurnOpened struct {
	Activity string `json:"activity"`
	Turn     int    `json:"turn"`
}

func (c OpenTurn) decide(s *Session, by Actor, at time.Time) ([]Event, error) {
	if err := only(Host, by); err != nil {
		return nil, err
	}
	if !s.isOpen(Rounds) {
		return nil, refuse(Closed, "", NotOpen)
	}
	act, _ := s.agenda.current()
	if act.ID != c.Activity {
		return nil, refuse(Closed, "activity", WrongActivity)
	}
	turns := act.turnsOf()
	if c.Turn < 0 || c.Turn >= len(turns) {
		return nil, &Problem{Code: Invalid, Field: "turn", Reason: OutOfRange, Limit: len(turns) - 1}
	}
	if _, now := s.turn(act); now == c.Turn {
		return nil, nil
	}
	long := minutes(turns[c.Turn].Minutes)
	return []Event{TurnOpened(c), TimerSet{Activity: act.ID, Running: true, Total: long, Deadline: at.Add(long)}}, nil
}

func (e TurnOpened) apply(s *Session, _ Record) {
	s.turns[e.Activity] = e.Turn
	s.touch("rounds")
}

// RoundsItem is the view's item "rounds": the rounds of the current activity, and which one it is. Closed, it stays in view.
type RoundsItem struct {
	Activity string `json:"activity"`
	Open     bool   `json:"open"` // takes cards
	Turns    []Turn `json:"turns"`
	Turn     int    `json:"turn"`     // the one that goes on, from 0
	Cards    int    `json:"cards"`    // laid down in talks so far, hidden ones too
	Stronger int    `json:"stronger"` // made stronger so far
}

func (s *Session) roundsItem(Role) any {
	act, ok := s.agenda.current()
	if !ok || act.Kind != Rounds || s.status == Over {
		return nil
	}
	_, at := s.turn(act)
	item := RoundsItem{Activity: act.ID, Open: s.isOpen(Rounds), Turns: act.turnsOf(), Turn: at}
	item.Cards, item.Stronger = s.talked()
	return item
}

// talked counts what the talks have brought: cards laid down in them, and cards they made stronger.
func (s *Session) talked() (laid, stronger int) {
	for _, c := range s.cards.order {
		if c.removed {
			continue
		}
		if c.inTalk() {
			laid++
		}
		if c.stronger != "" {
			stronger++
		}
	}
	return laid, stronger
}

// inTalk tells whether a card was laid down in a round of talking.
func (c *card) inTalk() bool { return c.company != "" && c.company != Late }

// StrengthenCard says that those one talks with stand behind a card of one's own, or takes that back.
type StrengthenCard struct {
	ID       string `json:"id"`
	Stronger bool   `json:"stronger"`
}

// CardStrengthened says in which company a card was made stronger; "" takes it back.
type CardStrengthened struct {
	ID   string  `json:"id"`
	With Company `json:"with"`
}

func (c StrengthenCard) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	if err := only(Participant, by); err != nil {
		return nil, err
	}
	card, err := s.own(c.ID, by)
	if err != nil {
		return nil, err
	}
	if card.removed {
		return nil, refuse(NotFound, "id", Unknown)
	}
	if !s.isOpen(Rounds) {
		return nil, refuse(Closed, "", NotOpen)
	}
	if c.Stronger == (card.stronger != "") {
		return nil, nil
	}
	e := CardStrengthened{ID: c.ID}
	if c.Stronger {
		act, _ := s.agenda.current()
		turn, _ := s.turn(act)
		e.With = turn.With
	}
	return []Event{e}, nil
}

func (e CardStrengthened) apply(s *Session, _ Record) {
	c := s.cards.byID[e.ID]
	c.stronger = e.With
	s.touchCard(c)
	s.touch("rounds")
}
