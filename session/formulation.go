package session

import (
	"maps"
	"slices"
	"strings"
	"time"
)

// SettleText makes a text the final one of a value: a table's draft, as it is or edited. One without words takes it back.
type SettleText struct {
	Value string `json:"value"`
	Name  string `json:"name"` // "": as the value is called
	Phrasing
	Table int `json:"table"` // whose draft it began as; 0: nobody's
}

// TextSettled is the final text of a value.
type TextSettled struct {
	Value string `json:"value"`
	Name  string `json:"name"`
	Phrasing
	Table int `json:"table,omitempty"`
}

// A Formulation is a value in its final words. It counts as formulated when it lacks nothing: with a name, a sentence, two or three
// behaviours, a counter-behaviour and its support.
type Formulation struct {
	Value string `json:"value"` // the cluster's id: its words are the cards it came from
	Name  string `json:"name"`
	Phrasing
	Table   int      `json:"table,omitempty"`   // whose draft it began as; 0: nobody's
	Support *Backing `json:"support,omitempty"` // once the result may be known
	Lacks   []Lack   `json:"lacks"`

	Room *RoomChoice `json:"room,omitempty"` // what the room chose between the drafts, when it was asked
}

// Backing is how many of those who voted gave a value at least one dot.
type Backing struct {
	Voters  int `json:"voters"`
	Ballots int `json:"ballots"`
}

func (c SettleText) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	if err := only(Host, by); err != nil {
		return nil, err
	}
	if s.isOpen(Consent) { // people say what they think of these very words
		return nil, refuse(Closed, "", ConsentOpen)
	}
	e := TextSettled{Value: c.Value, Table: c.Table}
	before, settled := s.tables.finals[c.Value]
	if i := slices.IndexFunc(s.tables.plan.Values, func(v TableValue) bool { return v.ID == c.Value }); i >= 0 {
		e.Name = s.tables.plan.Values[i].Name
	} else if settled {
		e.Name = before.Name
	} else {
		return nil, refuse(NotFound, "value", Unknown)
	}
	if c.Table < 0 || c.Table > MaxTables {
		return nil, &Problem{Code: Invalid, Field: "table", Reason: OutOfRange, Limit: MaxTables}
	}
	name, err := optional("name", c.Name, MaxName)
	if err != nil {
		return nil, err
	}
	if name != "" {
		e.Name = name
	}
	if e.Phrasing, err = c.checked(); err != nil {
		return nil, err
	}
	if e.empty() && !settled || e.same(before) {
		return nil, nil
	}
	return []Event{e}, nil
}

func (e TextSettled) same(other TextSettled) bool {
	return e.Name == other.Name && e.Table == other.Table && e.Phrasing.same(other.Phrasing)
}

func (e TextSettled) apply(s *Session, _ Record) {
	if e.empty() {
		delete(s.tables.finals, e.Value)
	} else {
		e.When = orEmpty(e.When)
		s.tables.finals[e.Value] = e
	}
	s.touch("final/" + e.Value)
}

// formulations lists the final texts, in the order in which the tables have the values.
func (s *Session) formulations() []Formulation {
	if len(s.tables.finals) == 0 {
		return nil
	}
	var ids []string
	for _, v := range s.tables.plan.Values {
		ids = append(ids, v.ID)
	}
	for _, id := range slices.Sorted(maps.Keys(s.tables.finals)) {
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	support := s.support()
	var list []Formulation
	for _, id := range ids {
		if e, settled := s.tables.finals[id]; settled {
			list = append(list, e.with(support[id], s.choices.of(id).told()))
		}
	}
	return list
}

func (e TextSettled) with(support *Backing, room *RoomChoice) Formulation {
	f := Formulation{Value: e.Value, Name: e.Name, Phrasing: e.Phrasing, Table: e.Table, Support: support, Lacks: e.lacks(), Room: room}
	if support == nil {
		f.Lacks = append(f.Lacks, LacksSupport)
	}
	return f
}

// support gives the backing of each option, once the room may know the result: by the round that it knows and those that one followed on.
// To put a value in some place says nothing of supporting it.
func (s *Session) support() map[string]*Backing {
	from := s.basis()
	if s.status == Over {
		from = &s.vote.poll
	}
	all := map[string]*Backing{}
	for _, p := range s.vote.chain(from) {
		r := p.result()
		if r == nil || r.Method == ByRank {
			continue
		}
		for _, o := range r.Options {
			if all[o.ID] == nil {
				all[o.ID] = &Backing{o.supporters(r.Method), r.Ballots}
			}
		}
	}
	return all
}

// finalItem is the view's item "final/{value}": a Formulation, for everybody.
func (s *Session) finalItem(_ Role, id string) any {
	if s.sealed != nil {
		for _, f := range s.sealed.Formulations {
			if f.Value == id {
				return f
			}
		}
		return nil
	}
	if e, settled := s.tables.finals[id]; settled {
		return e.with(s.support()[id], s.choices.of(id).told())
	}
	return nil
}

// tableKeys lists the keys of drafts and final texts.
func (s *Session) tableKeys() []string {
	var keys []string
	for _, d := range s.tables.desks() {
		keys = append(keys, d.key())
	}
	for id := range s.tables.finals {
		keys = append(keys, "final/"+id)
	}
	if s.sealed != nil {
		for _, f := range s.sealed.Formulations {
			keys = append(keys, "final/"+f.Value)
		}
	}
	return keys
}

// The answers to a consent check. The latter two may come with a text.
const (
	Agrees      = 1
	AgreesIf    = 2 // with a change
	HasConcerns = 3
)

// MaxComment is the length of a change or a concern, in characters.
const MaxComment = 240

// consentForm asks of each final text whether one agrees. What the text was is part of the question, so that an answer to
// other words does not count.
func (s *Session) consentForm() (Form, error) {
	var f Form
	for _, one := range s.formulations() {
		if one.Sentence == "" {
			continue
		}
		f.Questions = append(f.Questions,
			Question{Key: one.Value + "/consent", Label: one.Name, Text: one.Whole(), Min: Agrees, Max: HasConcerns},
			Question{Key: one.Value + "/why", Label: one.Name, Length: MaxComment})
	}
	if len(f.Questions) == 0 {
		return Form{}, refuse(Closed, "activity", NothingToConsent)
	}
	return f, nil
}

// consented leaves out the texts of those who simply agree: nothing was asked of them.
func (a Sheet) consented() Sheet {
	texts := maps.Clone(a.Texts)
	maps.DeleteFunc(texts, func(key, _ string) bool {
		value, _, _ := strings.Cut(key, "/")
		return a.Numbers[value+"/consent"] < AgreesIf
	})
	if len(texts) == 0 {
		texts = nil
	}
	return Sheet{a.Numbers, texts}
}
