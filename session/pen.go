package session

import (
	"slices"
	"time"
)

// TakePen makes a participant the one who writes for their table. When somebody else has the pen, it takes being sure.
type TakePen struct {
	Sure bool `json:"sure"`
}

// PenTaken says that Record.By writes for a table.
type PenTaken struct {
	Table int `json:"table"`
}

// LayPen gives the pen back to the table.
type LayPen struct{}

// PenLaid says that nobody writes for a table.
type PenLaid struct {
	Table int `json:"table"`
}

// holding gives the table for which a participant writes.
func (s *Session) holding(by Actor) (int, error) {
	table, err := s.seated(by)
	if err == nil && s.tables.pens[table] != by.Person {
		err = refuse(Denied, "", NoPen)
	}
	return table, err
}

func (c TakePen) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	table, err := s.seated(by)
	if err != nil {
		return nil, err
	}
	switch holder := s.tables.pens[table]; {
	case holder == by.Person:
		return nil, nil
	case holder != "" && !c.Sure:
		return nil, refuse(Taken, "", PenHeld)
	}
	return []Event{PenTaken{table}}, nil
}

func (e PenTaken) apply(s *Session, r Record) {
	s.tables.pens[e.Table] = r.By
	s.touchTable(e.Table)
}

func (LayPen) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	table, err := s.seated(by)
	if err != nil || s.tables.pens[table] != by.Person {
		return nil, err
	}
	return []Event{PenLaid{table}}, nil
}

func (e PenLaid) apply(s *Session, _ Record) {
	delete(s.tables.pens, e.Table)
	s.touchTable(e.Table)
}

// Pen says who writes for a table, as somebody who sits there sees it.
type Pen string

// The pen lies on the table, or is in one's own hand, or in somebody else's.
const (
	PenFree  Pen = "free"
	PenYours Pen = "yours"
	PenTheir Pen = "theirs"
)

// OwnTable is what somebody sees of the table they sit at, while values are put into words.
type OwnTable struct {
	Table  int        `json:"table"`
	Pen    Pen        `json:"pen"`
	Drafts []OwnDraft `json:"drafts"`
	Tips   []Tip      `json:"tips"` // in the order they came
}

// OwnDraft is what one's own table has written of a value.
type OwnDraft struct {
	Value string `json:"value"`
	Phrasing
}

func (s *Session) ownTable(id PersonID) *OwnTable {
	table := s.tables.seats[id]
	if table == 0 || !s.formulating() {
		return nil
	}
	own := &OwnTable{Table: table, Pen: PenTheir, Drafts: []OwnDraft{}, Tips: orEmpty(s.tables.tips[table])}
	switch s.tables.pens[table] {
	case "":
		own.Pen = PenFree
	case id:
		own.Pen = PenYours
	}
	for _, v := range s.tables.plan.Values {
		if words, written := s.tables.drafts[desk{v.ID, table}]; written {
			own.Drafts = append(own.Drafts, OwnDraft{v.ID, words})
		}
	}
	return own
}

func (o *OwnTable) same(other *OwnTable) bool {
	if o == nil || other == nil {
		return o == other
	}
	return o.Table == other.Table && o.Pen == other.Pen && slices.Equal(o.Tips, other.Tips) &&
		slices.EqualFunc(o.Drafts, other.Drafts, func(a, b OwnDraft) bool { return a.Value == b.Value && a.same(b.Phrasing) })
}
