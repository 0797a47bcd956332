package session

import (
	"maps"
	"slices"
	"time"
)

// Limits on tables: how many there may be, how many values are put into words, and how many people a table is meant for.
const (
	MaxTables     = 200
	MaxFormulated = 8
	TableOf       = 5
)

// tableState is where people sit while values are put into words, and what they have written there. Nothing of it remains when the
// session is sealed, but for the texts that the facilitator settled on (see formulation.go).
//
// What a table writes is seen by its own phones, by the host and, when the writing is closed, by the screen. There is one view
// for all phones, so a table's words cannot be an item: they are in the own part of the people who sit there. One who writes
// therefore costs as many own parts as the table has chairs, at any number of tables, and no other phone hears of it.
type tableState struct {
	plan   TablesArranged
	seats  map[PersonID]int       // from 1; who sits nowhere is not in it
	pens   map[int]PersonID       // table → who writes
	drafts map[desk]Phrasing      // never changed in place
	tips   map[int][]Tip          // by table; a list is never changed in place
	shown  string                 // the value whose drafts are on the screen
	finals map[string]TextSettled // by value
}

// A desk is one value at one table.
type desk struct {
	value string
	table int
}

func newTables() tableState {
	return tableState{
		seats: map[PersonID]int{}, pens: map[int]PersonID{}, drafts: map[desk]Phrasing{},
		tips: map[int][]Tip{}, finals: map[string]TextSettled{},
	}
}

func (t tableState) clone() tableState {
	t.seats, t.pens, t.drafts = maps.Clone(t.seats), maps.Clone(t.pens), maps.Clone(t.drafts)
	t.tips, t.finals = maps.Clone(t.tips), maps.Clone(t.finals)
	return t
}

// TableValue is a value that is put into words, and the tables that do it.
type TableValue struct {
	ID     string `json:"id"`   // the cluster's
	Name   string `json:"name"` // as it was on the ballot, or on the board
	Tables []int  `json:"tables"`
}

// TablesArranged says which values are put into words, and where.
type TablesArranged struct {
	Tables   int          `json:"tables"`
	Values   []TableValue `json:"values"`
	ByItself bool         `json:"byItself,omitempty"` // nobody chose: it follows the result while nothing is written
}

// ArrangeTables sets the number of tables and what each writes about. Without values those that go on are taken; when no value
// has a table, they are spread.
type ArrangeTables struct {
	Tables int           `json:"tables"`
	Values []ValueTables `json:"values"`
}

// ValueTables gives the tables that put a value into words.
type ValueTables struct {
	ID     string `json:"id"` // the cluster's
	Tables []int  `json:"tables"`
}

// chosen lists the values that go on: those in the top of a result that may be known, or else the largest clusters of a board
// that may be seen.
func (s *Session) chosen() []ValueTables {
	var list []ValueTables
	if p := s.basis(); p != nil {
		for _, o := range p.result().Chosen() {
			if len(list) < MaxFormulated {
				list = append(list, ValueTables{ID: o.ID})
			}
		}
	}
	if len(list) > 0 || !s.cardsPublic() {
		return list
	}
	var sum Summary
	s.summariseClusters(&sum)
	for _, c := range sum.Clusters {
		if !c.Parked {
			list = append(list, ValueTables{ID: c.ID})
		}
	}
	return list[:min(len(list), TopFor(len(list)))]
}

// nameOf gives the name of a value that may be put into words: an option of a round whose outcome the room knows, or a cluster in sight.
func (s *Session) nameOf(id string) (string, bool) {
	for _, p := range s.vote.chain(s.basis()) {
		for _, o := range p.frozen.Options {
			if o.ID == id {
				return o.Name, true
			}
		}
	}
	if k := s.clusters.byID[id]; k != nil && s.cardsPublic() {
		if looks := s.shapeOf(k); looks.size > 0 {
			return looks.name, true
		}
	}
	return "", false
}

// arrange checks an arrangement and makes it whole.
func (s *Session) arrange(c ArrangeTables) (TablesArranged, error) {
	e := TablesArranged{Tables: c.Tables, Values: []TableValue{}}
	if c.Tables < 1 || c.Tables > MaxTables {
		return e, &Problem{Code: Invalid, Field: "tables", Reason: OutOfRange, Limit: MaxTables}
	}
	if len(c.Values) > MaxFormulated {
		return e, &Problem{Code: Invalid, Field: "values", Reason: TooMany, Limit: MaxFormulated}
	}
	if len(c.Values) == 0 {
		c.Values = s.chosen()
	}
	spread := true
	for _, v := range c.Values {
		name, known := s.nameOf(v.ID)
		if i := slices.IndexFunc(s.tables.plan.Values, func(p TableValue) bool { return p.ID == v.ID }); i >= 0 {
			name, known = s.tables.plan.Values[i].Name, true
		}
		if !known || slices.ContainsFunc(e.Values, func(p TableValue) bool { return p.ID == v.ID }) {
			return e, refuse(NotFound, "values", Unknown)
		}
		if len(v.Tables) > c.Tables {
			return e, &Problem{Code: Invalid, Field: "values", Reason: OutOfRange, Limit: c.Tables}
		}
		at := slices.Compact(slices.Sorted(slices.Values(v.Tables)))
		if len(at) > 0 && (at[0] < 1 || at[len(at)-1] > c.Tables) {
			return e, &Problem{Code: Invalid, Field: "values", Reason: OutOfRange, Limit: c.Tables}
		}
		spread = spread && len(at) == 0
		e.Values = append(e.Values, TableValue{v.ID, name, orEmpty(at)})
	}
	if len(e.Values) == 0 {
		return e, refuse(Closed, "activity", NothingToFormulate)
	}
	if spread {
		for i := range max(len(e.Values), e.Tables) {
			v := &e.Values[i%len(e.Values)]
			v.Tables = append(v.Tables, i%e.Tables+1)
		}
	}
	return e, nil
}

// openTables gives what has to happen before values can be put into words: an arrangement, when nobody made one.
func (s *Session) openTables() ([]Event, error) {
	if t := s.tables; len(t.plan.Values) > 0 && (!t.plan.ByItself || len(t.drafts) > 0) {
		return nil, nil
	}
	e, err := s.arrange(ArrangeTables{Tables: min(max(1, (s.people.heads()+TableOf/2)/TableOf), MaxTables)})
	if err != nil {
		return nil, err
	}
	e.ByItself = true
	return []Event{e}, nil
}

func (c ArrangeTables) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	if err := only(Host, by); err != nil {
		return nil, err
	}
	e, err := s.arrange(c)
	if err != nil || e.same(s.tables.plan) {
		return nil, err
	}
	return []Event{e}, nil
}

func (e TablesArranged) same(other TablesArranged) bool {
	return e.Tables == other.Tables && e.ByItself == other.ByItself &&
		slices.EqualFunc(e.Values, other.Values, func(a, b TableValue) bool {
			return a.ID == b.ID && a.Name == b.Name && slices.Equal(a.Tables, b.Tables)
		})
}

func (e TablesArranged) apply(s *Session, _ Record) {
	s.tables.plan = e
	for id, table := range s.tables.seats {
		if table > e.Tables {
			s.sit(id, 0)
		}
	}
	s.touch("tables", "seats")
}

// takes tells whether a table puts a value into words.
func (e TablesArranged) takes(value string, table int) bool {
	return slices.ContainsFunc(e.Values, func(v TableValue) bool { return v.ID == value && slices.Contains(v.Tables, table) })
}

// touchTable touches the own parts of those who sit at a table.
func (s *Session) touchTable(table int) {
	for id, at := range s.tables.seats {
		if at == table {
			s.touchMe(id)
		}
	}
}

// formulating tells whether the room is at putting values into words, open or closed.
func (s *Session) formulating() bool {
	act, ok := s.agenda.current()
	return ok && act.Kind == Formulate && s.status == Running
}

// TablesItem is the view's item "tables": what is put into words where, while the room is at it.
type TablesItem struct {
	Tables int          `json:"tables"`
	Values []TableValue `json:"values"`
	Shown  string       `json:"shown"` // the value whose drafts are on the screen; "": none
}

func (s *Session) tablesItem(Role) any {
	if !s.formulating() {
		return nil
	}
	return TablesItem{Tables: s.tables.plan.Tables, Values: s.tables.plan.Values, Shown: s.tables.shown}
}
