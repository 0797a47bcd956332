package session

import (
	"maps"
	"slices"
	"time"
)

// sheets are the answers to one activity's form. Like ballots they are blind: while the activity is open nothing but how
// many have answered leaves this package, and never with a person attached.
type sheets struct {
	form   Form
	by     map[PersonID]Sheet  // the last valid one of each person; none is empty
	joined int                 // people who had joined when the activity was closed last
	shown  bool                // the facilitator lets the room read the texts
	hidden map[string]struct{} // texts, normalised, that the facilitator keeps from the room

	groupOf map[PersonID]string // of who had answered when it was first closed; "" for who skipped; nil before
	again   bool                // answered once more since then
}

// A Sheet is one person's answers, always sent whole: the last one counts, and one without answers takes it back. A question
// may be left open. A sheet is never changed in place.
type Sheet struct {
	Numbers map[string]int    `json:"numbers,omitempty"` // question key → a number of its scale; 0: "I do not know"
	Texts   map[string]string `json:"texts,omitempty"`   // question key → one line
}

func (a Sheet) same(b Sheet) bool {
	return maps.Equal(a.Numbers, b.Numbers) && maps.Equal(a.Texts, b.Texts)
}

func (a Sheet) empty() bool { return len(a.Numbers) == 0 && len(a.Texts) == 0 }

// FillSheet gives all answers of a person to the form of the activity that is open.
type FillSheet struct {
	Activity string `json:"activity"`
	Sheet
}

// SheetFilled replaces the sheet of Record.By.
type SheetFilled struct {
	Activity string `json:"activity"`
	Sheet
}

// ShowTexts lets the room read what people wrote on their sheets, when the activity is closed, or takes it away again.
type ShowTexts struct {
	Activity string `json:"activity"`
	Shown    bool   `json:"shown"`
}

// TextsShown says whether the room may read the texts of an activity's sheets.
type TextsShown struct {
	Activity string `json:"activity"`
	Shown    bool   `json:"shown"`
}

// HideText keeps a text, in all its spellings, from everybody but the host, or gives it back.
type HideText struct {
	Activity string `json:"activity"`
	Text     string `json:"text"`
	Hidden   bool   `json:"hidden"`
}

// TextHidden says whether a text of an activity's sheets is kept from the room.
type TextHidden struct {
	Activity string `json:"activity"`
	Norm     string `json:"norm"` // see Normalise
	Hidden   bool   `json:"hidden"`
}

func (c FillSheet) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	if _, err := s.member(by); err != nil {
		return nil, err
	}
	act, ok := s.agenda.current()
	if !ok || s.status != Running || s.agenda.status[act.ID] != Open || s.sheets[act.ID] == nil {
		return nil, refuse(Closed, "", NotOpen)
	}
	if act.ID != c.Activity {
		return nil, refuse(Closed, "activity", WrongActivity)
	}
	form := s.sheets[act.ID].form
	if len(c.Numbers)+len(c.Texts) > len(form.Questions) { // before they are sorted: a message has room for many thousands
		return nil, refuse(NotFound, "numbers", Unknown)
	}
	var sheet Sheet
	for _, key := range slices.Sorted(maps.Keys(c.Numbers)) {
		q, asked := form.find(key)
		if !asked {
			return nil, refuse(NotFound, "numbers", Unknown)
		}
		if !q.takes(c.Numbers[key]) {
			return nil, &Problem{Code: Invalid, Field: "numbers", Reason: OutOfRange, Limit: q.Max}
		}
		if sheet.Numbers == nil {
			sheet.Numbers = map[string]int{}
		}
		sheet.Numbers[key] = c.Numbers[key]
	}
	for _, key := range slices.Sorted(maps.Keys(c.Texts)) {
		q, asked := form.find(key)
		if !asked || q.Length == 0 {
			return nil, refuse(NotFound, "texts", Unknown)
		}
		text, err := line("texts", c.Texts[key], q.Length)
		if p := AsProblem(err); p != nil && p.Reason == Empty {
			continue // an open question
		}
		if err != nil {
			return nil, err
		}
		if sheet.Texts == nil {
			sheet.Texts = map[string]string{}
		}
		sheet.Texts[key] = text
	}
	if act.Kind == Consent {
		sheet = sheet.consented()
	}
	if sheet.same(s.sheets[act.ID].by[by.Person]) {
		return nil, nil
	}
	return []Event{SheetFilled{act.ID, sheet}}, nil
}

func (e SheetFilled) apply(s *Session, r Record) {
	sh := s.sheets[e.Activity]
	sh.again = sh.again || sh.groupOf != nil
	if e.empty() {
		delete(sh.by, r.By)
	} else {
		sh.by[r.By] = e.Sheet
	}
	s.touch("progress")
	s.touchMe(r.By)
}

// sheetsOf gives the sheets that a host's command names.
func (s *Session) sheetsOf(by Actor, activity string) (*sheets, error) {
	if err := only(Host, by); err != nil {
		return nil, err
	}
	if sh := s.sheets[activity]; sh != nil {
		return sh, nil
	}
	return nil, refuse(NotFound, "activity", Unknown)
}

func (c ShowTexts) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	sh, err := s.sheetsOf(by, c.Activity)
	if err != nil || sh.shown == c.Shown {
		return nil, err
	}
	return []Event{TextsShown(c)}, nil
}

func (e TextsShown) apply(s *Session, _ Record) {
	s.sheets[e.Activity].shown = e.Shown
	s.touch("outcome/" + e.Activity)
}

func (c HideText) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	sh, err := s.sheetsOf(by, c.Activity)
	if err != nil {
		return nil, err
	}
	norm, known := Normalise(c.Text), false
	for _, sheet := range sh.by {
		for _, text := range sheet.Texts {
			known = known || Normalise(text) == norm
		}
	}
	if !known {
		return nil, refuse(NotFound, "text", Unknown)
	}
	if _, hidden := sh.hidden[norm]; hidden == c.Hidden {
		return nil, nil
	}
	return []Event{TextHidden{c.Activity, norm, c.Hidden}}, nil
}

func (e TextHidden) apply(s *Session, _ Record) {
	sh := s.sheets[e.Activity]
	if e.Hidden {
		if sh.hidden == nil {
			sh.hidden = map[string]struct{}{}
		}
		sh.hidden[e.Norm] = struct{}{}
	} else {
		delete(sh.hidden, e.Norm)
	}
	s.touch("outcome/" + e.Activity)
}

// freezeForm gives what has to happen before an activity takes answers: its form, unless it asks the same as before.
func (s *Session) freezeForm(act Activity) ([]Event, error) {
	form, err := s.formOf(act)
	if err != nil || len(form.Questions) == 0 {
		return nil, err
	}
	if before := s.sheets[act.ID]; before != nil && before.form.same(form) {
		return nil, nil
	}
	return []Event{FormFrozen{act.ID, form}}, nil
}

// ownSheets gives a person's answers, by activity.
func (s *Session) ownSheets(id PersonID) map[string]Sheet {
	var own map[string]Sheet
	for activity, sh := range s.sheets {
		if sheet, answered := sh.by[id]; answered {
			if own == nil {
				own = map[string]Sheet{}
			}
			own[activity] = sheet
		}
	}
	return own
}

func cloneSheets(all map[string]*sheets) map[string]*sheets {
	c := make(map[string]*sheets, len(all))
	for id, sh := range all {
		copied := *sh
		copied.by, copied.hidden, copied.groupOf = maps.Clone(sh.by), maps.Clone(sh.hidden), maps.Clone(sh.groupOf)
		c[id] = &copied
	}
	return c
}
