package session

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"
)

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

// ShowDrafts puts the drafts of a value side by side on the screen; "" takes them away.
type ShowDrafts struct {
	Value string `json:"value"`
}

// DraftsShown says of which value the screen shows the drafts.
type DraftsShown struct {
	Value string `json:"value"`
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
