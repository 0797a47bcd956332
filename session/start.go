package session

import (
	"cmp"
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// Lang is the language of a session or report: Dutch or English.
type Lang string

// The languages.
const (
	Dutch   Lang = "nl"
	English Lang = "en"
)

// Valid tells whether Verbindend speaks the language.
func (l Lang) Valid() bool { return l == Dutch || l == English }

// Limits on what a facilitator sets up, in characters and pieces.
const (
	MaxTitle  = 120
	MaxGroups = 8
	MaxGroup  = 40
)

// How many simulated participants a rehearsal has.
const (
	LeastRehearsed = 4
	MostRehearsed  = 40
)

// A Group is where a participant looks from ("Ondernemer", "HR-specialist"); choosing one is optional.
type Group struct {
	ID      string `json:"id"`
	Name    string `json:"name"`
	Partner string `json:"partner,omitempty"` // the group it is told with when it is too small to be told alone; "": none
}

// StartSession begins a session: it is the first command of a log and comes from the server, which has picked id and pin.
type StartSession struct {
	ID        string            `json:"id"`
	Pin       string            `json:"pin"`
	Title     string            `json:"title"`
	Lang      Lang              `json:"lang"`
	Groups    []string          `json:"groups"`    // names, at most MaxGroups; may be empty
	Partners  map[string]string `json:"partners"`  // name of a group → name of the one it is told with when it is too small
	Threshold int               `json:"threshold"` // people under which a group is not told alone; 0: GroupThreshold
	Template  string            `json:"template"`  // key of a Template
	Steps     []PlannedStep     `json:"steps"`     // an agenda of one's own; with it Template says nothing
	Minutes   int               `json:"minutes"`   // with Steps: how long it may take; 0: as long as they are
	Fictional bool              `json:"fictional"`
	Rehearsal bool              `json:"rehearsal"` // with simulated participants, to be erased at its end
}

// SessionStarted is the first record of a log.
type SessionStarted struct {
	ID        string     `json:"id"`
	Pin       string     `json:"pin"`
	Title     string     `json:"title"`
	Lang      Lang       `json:"lang"`
	Groups    []Group    `json:"groups"`
	Agenda    []Activity `json:"agenda"`
	Threshold int        `json:"threshold,omitempty"` // 0: GroupThreshold
	Minutes   int        `json:"minutes,omitempty"`   // how long it may take; 0: as long as the agenda is
	Fictional bool       `json:"fictional,omitempty"`
	Pulse     *PulseOf   `json:"pulse,omitempty"` // on what it looks back; absent: it is no pulse
	Rehearsal bool       `json:"rehearsal,omitempty"`
}

func (c StartSession) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	if err := only(Host, by); err != nil {
		return nil, err
	}
	if s.seq != 0 {
		return nil, refuse(Taken, "id", "")
	}
	if !c.Lang.Valid() {
		return nil, refuse(Invalid, "lang", Unknown)
	}
	title, err := line("title", c.Title, MaxTitle)
	if err != nil {
		return nil, err
	}
	steps, err := c.steps()
	if err != nil {
		return nil, err
	}
	if len(c.Groups) > MaxGroups {
		return nil, &Problem{Code: Invalid, Field: "groups", Reason: TooMany, Limit: MaxGroups}
	}
	if c.Threshold != 0 && c.Threshold < MinGroupThreshold {
		return nil, &Problem{Code: Invalid, Field: "threshold", Reason: OutOfRange, Limit: MinGroupThreshold}
	}
	if c.Threshold > MaxGroupThreshold {
		return nil, &Problem{Code: Invalid, Field: "threshold", Reason: OutOfRange, Limit: MaxGroupThreshold}
	}
	groups, err := c.groups()
	if err != nil {
		return nil, err
	}
	started := SessionStarted{
		ID: c.ID, Pin: c.Pin, Title: title, Lang: c.Lang, Groups: groups, Threshold: c.Threshold, Minutes: c.Minutes, Fictional: c.Fictional || c.Rehearsal, Rehearsal: c.Rehearsal,
	}
	var notes []Event
	for _, step := range steps {
		started.Agenda = append(started.Agenda, step.Activity)
		if step.Note != "" {
			notes = append(notes, ActivityNoted{step.ID, step.Note})
		}
	}
	return append([]Event{started}, notes...), nil
}

// steps gives the agenda: the facilitator's own, or that of a template.
func (c StartSession) steps() ([]PlannedStep, error) {
	if len(c.Steps) > 0 {
		return checkedSteps(c.Minutes, c.Steps)
	}
	t, ok := FindTemplate(c.Template)
	if !ok {
		return nil, refuse(Invalid, "template", Unknown)
	}
	if c.Minutes != 0 {
		return nil, refuse(Invalid, "minutes", OutOfRange)
	}
	return t.steps(), nil
}

// groups checks the names, and who is told with whom.
func (c StartSession) groups() ([]Group, error) {
	groups := make([]Group, 0, len(c.Groups))
	named := func(name string) int {
		return slices.IndexFunc(groups, func(g Group) bool { return Normalise(g.Name) == Normalise(name) })
	}
	for i, g := range c.Groups {
		name, err := line("groups", g, MaxGroup)
		if err != nil {
			return nil, err
		}
		if named(name) >= 0 {
			return nil, refuse(Taken, "groups", "")
		}
		groups = append(groups, Group{ID: "g" + string(rune('1'+i)), Name: name})
	}
	for name, with := range c.Partners {
		of, partner := named(name), named(with)
		if of < 0 || partner < 0 || of == partner {
			return nil, refuse(Invalid, "partners", Unknown)
		}
		groups[of].Partner = groups[partner].ID
	}
	return groups, nil
}

func (e SessionStarted) apply(s *Session, r Record) {
	s.started = e
	s.startedAt = r.At
	s.agenda.set(e.Agenda)
	s.agenda.length = cmp.Or(e.Minutes, total(e.Agenda))
	s.touchAll()
}

// bytesPerChar bounds what a text may cost before it is looked at: with all that cleaning takes away, no character that
// people type has so many bytes.
const bytesPerChar = 100

// line cleans a text of one line and checks its length in characters.
func line(field, text string, limit int) (string, error) {
	tooLong := &Problem{Code: Invalid, Field: field, Reason: TooLong, Limit: limit}
	if len(text) > limit*bytesPerChar {
		return "", tooLong
	}
	clean := Clean(text)
	if clean == "" {
		return "", refuse(Invalid, field, Empty)
	}
	if utf8.RuneCountInString(clean) > limit {
		return "", tooLong
	}
	return strings.Join(strings.Fields(clean), " "), nil
}

// SessionItem is the view's item "session": what everybody may know.
type SessionItem struct {
	ID        string  `json:"id"`
	Pin       string  `json:"pin"` // "" once the session has ended
	Title     string  `json:"title"`
	Lang      Lang    `json:"lang"`
	Status    Status  `json:"status"`
	Fictional bool    `json:"fictional"`           // demo data; every screen says so
	Rehearsal bool    `json:"rehearsal,omitempty"` // simulated participants: every page says so
	Groups    []Group `json:"groups"`
	StartedAt int64   `json:"startedAt"`          // Unix milliseconds
	Imported  int64   `json:"imported,omitempty"` // Unix milliseconds: when the results came from a file
}

func (s *Session) sessionItem(Role) any {
	pin := s.started.Pin
	if s.status == Over {
		pin = ""
	}
	item := SessionItem{
		ID: s.started.ID, Pin: pin, Title: s.started.Title, Lang: s.started.Lang, Status: s.status,
		Fictional: s.started.Fictional, Rehearsal: s.started.Rehearsal, Groups: orEmpty(s.started.Groups), StartedAt: s.startedAt.UnixMilli(),
	}
	if !s.imported.IsZero() {
		item.Imported = s.imported.UnixMilli()
	}
	return item
}

// orEmpty keeps a list a list on the wire: a nil slice would be null in JSON.
func orEmpty[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
