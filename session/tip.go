package session

import (
	"slices"
	"time"
)

// MaxTips is how many tips may wait for the scribe of one table.
const MaxTips = 20

// Tip is a short text for whoever has the pen.
type Tip struct {
	ID    string `json:"id"`
	Value string `json:"value"`
	Part  Lack   `json:"part"` // "sentence", "when" or "unless": where it belongs
	Text  string `json:"text"`
}

// GiveTip sends a tip to the sender's own table. Its id is the client's.
type GiveTip struct {
	Tip
}

// TipGiven adds one to a table's list.
type TipGiven struct {
	Table int `json:"table"`
	Tip
}

// SettleTip takes a tip off the list. When it is taken over, the draft says so by itself.
type SettleTip struct {
	ID string `json:"id"`
}

// TipSettled says that a tip waits no more.
type TipSettled struct {
	Table int    `json:"table"`
	ID    string `json:"id"`
}

func (c GiveTip) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	table, err := s.seated(by)
	if err != nil {
		return nil, err
	}
	if err := checkID("id", c.ID); err != nil {
		return nil, err
	}
	if !s.tables.plan.takes(c.Value, table) {
		return nil, refuse(NotFound, "value", Unknown)
	}
	if c.Part != LacksSentence && c.Part != LacksBehaviours && c.Part != LacksCounter {
		return nil, refuse(Invalid, "part", Unknown)
	}
	list := s.tables.tips[table]
	if slices.ContainsFunc(list, func(other Tip) bool { return other.ID == c.ID }) {
		return nil, refuse(Taken, "id", "")
	}
	if len(list) >= MaxTips {
		return nil, &Problem{Code: Busy, Reason: TooMany, Limit: MaxTips}
	}
	limit := MaxBehaviour
	if c.Part == LacksSentence {
		limit = MaxSentence
	}
	if c.Text, err = line("text", c.Text, limit); err != nil {
		return nil, err
	}
	return []Event{TipGiven{table, c.Tip}}, nil
}

func (e TipGiven) apply(s *Session, _ Record) {
	list := s.tables.tips[e.Table]
	s.tables.tips[e.Table] = append(slices.Clip(list), e.Tip)
	s.touchTable(e.Table)
}

func (c SettleTip) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	table, err := s.holding(by)
	if err != nil {
		return nil, err
	}
	if !slices.ContainsFunc(s.tables.tips[table], func(one Tip) bool { return one.ID == c.ID }) {
		return nil, nil // whoever had the pen before has settled it
	}
	return []Event{TipSettled{table, c.ID}}, nil
}

func (e TipSettled) apply(s *Session, _ Record) {
	list := slices.Clone(s.tables.tips[e.Table])
	s.tables.tips[e.Table] = slices.DeleteFunc(list, func(one Tip) bool { return one.ID == e.ID })
	s.touchTable(e.Table)
}
