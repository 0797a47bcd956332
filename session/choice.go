package session

import (
	"maps"
	"slices"
	"time"
)

// choices are the rounds in which the room chooses between the drafts of a value, in the order they were opened: round n is at n−1.
// One is open at most. Like ballots they are blind: while a round is open nothing but how many have chosen leaves this package,
// and never with a person attached.
type choices []choice

// A choice is one round. Its texts are frozen, so that nobody chooses between other words than their neighbour.
type choice struct {
	ChoiceOpened
	open   bool
	by     map[PersonID]int // the table whose draft somebody chose last; 0: no preference
	joined int              // people who had joined when it was closed
}

func (all choices) clone() choices {
	c := slices.Clone(all)
	for i := range c {
		c[i].by = maps.Clone(c[i].by)
	}
	return c
}

// latest gives the last round there was; nil before the first.
func (all choices) latest() *choice {
	if len(all) == 0 {
		return nil
	}
	return &all[len(all)-1]
}

// of gives the last round about a value; nil when there was none.
func (all choices) of(value string) *choice {
	for i := range slices.Backward(all) {
		if all[i].Value == value {
			return &all[i]
		}
	}
	return nil
}

// OpenChoice lets the room choose between the drafts of a value; the screen shows them side by side. It takes two drafts.
type OpenChoice struct {
	Value string `json:"value"`
}

// ChoiceOpened begins a round, with the texts as they are.
type ChoiceOpened struct {
	Value  string       `json:"value"`
	Name   string       `json:"name"`
	Drafts []TableDraft `json:"drafts"` // by table
}

// TableDraft is what a table wrote of a value.
type TableDraft struct {
	Table int `json:"table"`
	Phrasing
}

// ChooseDraft is which draft somebody prefers, of which round (1, 2, 3 …). The last choice counts.
type ChooseDraft struct {
	Round int `json:"round"`
	Table int `json:"table"` // 0: no preference
}

// DraftChosen is what Record.By prefers in the round that is open.
type DraftChosen struct {
	Round int `json:"round"`
	Table int `json:"table"`
}

// CloseChoice ends the round; now it is told what the room chose.
type CloseChoice struct{}

// ChoiceClosed says that the round takes no choices any more.
type ChoiceClosed struct {
	Value string `json:"value"`
}

func (c OpenChoice) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	if err := only(Host, by); err != nil {
		return nil, err
	}
	switch {
	case !s.formulating():
		return nil, refuse(Closed, "", NotOpen)
	case s.isOpen(Formulate):
		return nil, refuse(Closed, "", StillWriting)
	}
	at := slices.IndexFunc(s.tables.plan.Values, func(v TableValue) bool { return v.ID == c.Value })
	if at < 0 {
		return nil, refuse(NotFound, "value", Unknown)
	}
	if last := s.choices.latest(); last != nil && last.open && last.Value == c.Value {
		return nil, nil
	}
	e := ChoiceOpened{Value: c.Value, Name: s.tables.plan.Values[at].Name}
	for _, d := range s.tables.draftsOf(c.Value) {
		e.Drafts = append(e.Drafts, TableDraft{d.table, s.tables.drafts[d]})
	}
	if len(e.Drafts) < 2 {
		return nil, refuse(Closed, "value", OneDraft)
	}
	return append(s.closingChoice(), e), nil
}

func (e ChoiceOpened) apply(s *Session, r Record) {
	if last := s.choices.latest(); last != nil {
		for id := range last.by { // one's own choice is that of the round at hand
			s.touchMe(id)
		}
	}
	s.choices = append(slices.Clip(s.choices), choice{ChoiceOpened: e, open: true, by: map[PersonID]int{}})
	s.touch("choice", "choices", "progress", "final/"+e.Value)
	DraftsShown{e.Value}.apply(s, r)
}

func (c ChooseDraft) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	if _, err := s.member(by); err != nil {
		return nil, err
	}
	last := s.choices.latest()
	switch {
	case last == nil || !last.open:
		return nil, refuse(Closed, "", NotOpen)
	case c.Round != len(s.choices):
		return nil, refuse(Closed, "round", OldRound)
	case c.Table != 0 && !last.has(c.Table):
		return nil, refuse(NotFound, "table", Unknown)
	}
	if before, chosen := last.by[by.Person]; chosen && before == c.Table {
		return nil, nil
	}
	return []Event{DraftChosen(c)}, nil
}

func (c *choice) has(table int) bool {
	return slices.ContainsFunc(c.Drafts, func(d TableDraft) bool { return d.Table == table })
}

func (e DraftChosen) apply(s *Session, r Record) {
	s.choices.latest().by[r.By] = e.Table
	s.touch("progress")
	s.touchMe(r.By)
}

func (CloseChoice) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	if err := only(Host, by); err != nil {
		return nil, err
	}
	return s.closingChoice(), nil
}

// closingChoice is what has to happen before the room goes on to anything else: a round that is open is closed, and counts.
func (s *Session) closingChoice() []Event {
	if last := s.choices.latest(); last != nil && last.open {
		return []Event{ChoiceClosed{last.Value}}
	}
	return nil
}

func (e ChoiceClosed) apply(s *Session, _ Record) {
	last := s.choices.latest()
	last.open, last.joined = false, len(s.people.order)
	s.touch("choice", "choices", "progress", "final/"+e.Value)
}

// RoomChoice is what the room chose between the drafts of a value, with nobody in it.
type RoomChoice struct {
	Chosen int          `json:"chosen"` // people who answered, those without a preference among them
	Joined int          `json:"joined"` // people who could have
	None   int          `json:"none"`   // people without a preference
	Drafts []DraftCount `json:"drafts"` // by table
	Best   []int        `json:"best"`   // the tables whose drafts were chosen most; several: a tie; none: nobody preferred any
}

// DraftCount is how many people prefer the draft of a table.
type DraftCount struct {
	Table int `json:"table"`
	N     int `json:"n"`
}

// told counts a round; nil while it is open.
func (c *choice) told() *RoomChoice {
	if c == nil || c.open {
		return nil
	}
	room, n, most := &RoomChoice{Chosen: len(c.by), Joined: c.joined, Best: []int{}}, map[int]int{}, 0
	for _, table := range c.by {
		if n[table]++; table > 0 {
			most = max(most, n[table])
		}
	}
	room.None = n[0]
	for _, d := range c.Drafts {
		room.Drafts = append(room.Drafts, DraftCount{d.Table, n[d.Table]})
		if most > 0 && n[d.Table] == most {
			room.Best = append(room.Best, d.Table)
		}
	}
	return room
}

// ChoiceItem is the view's item "choice": the round at hand, for everybody, while the room is at putting values into words.
type ChoiceItem struct {
	Value  string       `json:"value"`
	Name   string       `json:"name"`
	Round  int          `json:"round"`
	Open   bool         `json:"open"`
	Drafts []TableDraft `json:"drafts"`
	Room   *RoomChoice  `json:"room"` // null while it is open
}

func (s *Session) choiceItem(Role) any {
	c := s.choices.latest()
	if c == nil || !s.formulating() {
		return nil
	}
	return ChoiceItem{Value: c.Value, Name: c.Name, Round: len(s.choices), Open: c.open, Drafts: c.Drafts, Room: c.told()}
}

// ChoicesItem is the view's item "choices", for the host: what the room chose last, by value; null for the one that is open.
type ChoicesItem struct {
	Rooms map[string]*RoomChoice `json:"rooms"`
}

func (s *Session) choicesItem(role Role) any {
	if role != Host || !s.formulating() || len(s.choices) == 0 {
		return nil
	}
	item := ChoicesItem{Rooms: map[string]*RoomChoice{}}
	for i := range s.choices {
		item.Rooms[s.choices[i].Value] = s.choices[i].told()
	}
	return item
}

// OwnChoice is which draft one prefers, in the round at hand.
type OwnChoice struct {
	Round int `json:"round"`
	Table int `json:"table"` // 0: no preference
}

func (s *Session) ownChoice(id PersonID) *OwnChoice {
	if last := s.choices.latest(); last != nil {
		if table, chosen := last.by[id]; chosen {
			return &OwnChoice{len(s.choices), table}
		}
	}
	return nil
}

func (o *OwnChoice) same(other *OwnChoice) bool {
	return o == other || o != nil && other != nil && *o == *other
}
