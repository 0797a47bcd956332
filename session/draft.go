package session

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Limits on what a table writes, in characters and pieces.
const (
	MaxSentence   = 240
	MaxBehaviour  = 140
	MaxBehaviours = 3
	MinBehaviours = 2  // under which a value does not count as formulated
	MaxTips       = 20 // at one table, waiting for the scribe
)

// A Phrasing is a value in words.
type Phrasing struct {
	Sentence string   `json:"sentence"`
	When     []string `json:"when"`   // "we see this when": visible behaviour
	Unless   string   `json:"unless"` // "we do not see this when"
}

// Lack is what a value still needs to count as formulated.
type Lack string

// What may be missing, in the order of the form. A support that is not known is missing too.
const (
	LacksSentence   Lack = "sentence"
	LacksBehaviours Lack = "when"
	LacksCounter    Lack = "unless"
	LacksSupport    Lack = "support"
)

func (p Phrasing) lacks() []Lack {
	list := []Lack{}
	if p.Sentence == "" {
		list = append(list, LacksSentence)
	}
	if len(p.When) < MinBehaviours {
		list = append(list, LacksBehaviours)
	}
	if p.Unless == "" {
		list = append(list, LacksCounter)
	}
	return list
}

func (p Phrasing) same(other Phrasing) bool {
	return p.Sentence == other.Sentence && p.Unless == other.Unless && slices.Equal(p.When, other.When)
}

func (p Phrasing) empty() bool { return p.Sentence == "" && p.Unless == "" && len(p.When) == 0 }

// checked cleans a phrasing; behaviours that are left empty are left out.
func (p Phrasing) checked() (Phrasing, error) {
	clean := Phrasing{When: []string{}}
	if len(p.When) > MaxBehaviours {
		return clean, &Problem{Code: Invalid, Field: "when", Reason: TooMany, Limit: MaxBehaviours}
	}
	var err error
	if clean.Sentence, err = optional("sentence", p.Sentence, MaxSentence); err != nil {
		return clean, err
	}
	for _, text := range p.When {
		if text, err = optional("when", text, MaxBehaviour); err != nil {
			return clean, err
		}
		if text != "" {
			clean.When = append(clean.When, text)
		}
	}
	clean.Unless, err = optional("unless", p.Unless, MaxBehaviour)
	return clean, err
}

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

// WriteDraft is all that the table of the sender has to say of a value. It is for whoever has the pen.
type WriteDraft struct {
	Value string `json:"value"`
	Phrasing
}

// DraftWritten replaces what a table has written of a value.
type DraftWritten struct {
	Table int    `json:"table"`
	Value string `json:"value"`
	Phrasing
}

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

// ShowDrafts puts the drafts of a value side by side on the screen; "" takes them away.
type ShowDrafts struct {
	Value string `json:"value"`
}

// DraftsShown says of which value the screen shows the drafts.
type DraftsShown struct {
	Value string `json:"value"`
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

func (c WriteDraft) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	table, err := s.holding(by)
	if err != nil {
		return nil, err
	}
	if !s.tables.plan.takes(c.Value, table) {
		return nil, refuse(NotFound, "value", Unknown)
	}
	words, err := c.checked()
	if err != nil || words.same(s.tables.drafts[desk{c.Value, table}]) {
		return nil, err
	}
	return []Event{DraftWritten{table, c.Value, words}}, nil
}

func (e DraftWritten) apply(s *Session, _ Record) {
	if at := (desk{e.Value, e.Table}); e.empty() {
		delete(s.tables.drafts, at)
	} else {
		e.When = orEmpty(e.When)
		s.tables.drafts[at] = e.Phrasing
	}
	s.touch(desk{e.Value, e.Table}.key(), "seats")
	s.touchTable(e.Table)
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

func (c ShowDrafts) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	if err := only(Host, by); err != nil {
		return nil, err
	}
	switch {
	case c.Value == s.tables.shown:
		return nil, nil
	case s.isOpen(Formulate): // what is on the screen has been read by the host, and stays as it was read
		return nil, refuse(Closed, "", StillWriting)
	case c.Value != "" && len(s.tables.draftsOf(c.Value)) == 0:
		return nil, refuse(NotFound, "value", Unknown)
	}
	return []Event{DraftsShown(c)}, nil
}

func (e DraftsShown) apply(s *Session, _ Record) {
	for _, value := range []string{s.tables.shown, e.Value} {
		for _, d := range s.tables.draftsOf(value) {
			s.touch(d.key())
		}
	}
	s.tables.shown = e.Value
	s.touch("tables")
}

func (d desk) key() string { return "draft/" + d.value + "/" + strconv.Itoa(d.table) }

// desks lists where something has been written, by table.
func (t tableState) desks() []desk {
	list := make([]desk, 0, len(t.drafts))
	for d := range t.drafts {
		list = append(list, d)
	}
	slices.SortFunc(list, func(a, b desk) int { return cmp.Or(cmp.Compare(a.table, b.table), cmp.Compare(a.value, b.value)) })
	return list
}

func (t tableState) draftsOf(value string) []desk {
	return slices.DeleteFunc(t.desks(), func(d desk) bool { return d.value != value })
}

// DraftItem is the view's item "draft/{value}/{table}": what a table has written of a value. For the host, and for the screen when
// it is shown.
type DraftItem struct {
	Value string `json:"value"`
	Table int    `json:"table"`
	Phrasing
	Lacks []Lack `json:"lacks"`
}

func (s *Session) draftItem(role Role, id string) any {
	cut := strings.LastIndexByte(id, '/')
	if cut < 0 || s.status == Over {
		return nil
	}
	table, _ := strconv.Atoi(id[cut+1:])
	at := desk{id[:cut], table}
	words, written := s.tables.drafts[at]
	if !written || role == Participant || role == Screen && (!s.formulating() || s.tables.shown != at.value) {
		return nil
	}
	return DraftItem{at.value, at.table, words, words.lacks()}
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
