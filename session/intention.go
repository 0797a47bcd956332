package session

import (
	"crypto/sha256"
	"maps"
	"slices"
	"time"
)

// MaxIntention is the length of each half of an intention in characters.
const MaxIntention = 160

// Horizon is the time that somebody gives their intention.
type Horizon string

// The horizons: one week, one month, three months.
const (
	InAWeek       Horizon = "week"
	InAMonth      Horizon = "month"
	NoHorizon     Horizon = "" // it was left open
	InThreeMonths Horizon = "quarter"
)

// An Intention is somebody's personal step: "if When, then Then". It lives on their phone alone; what comes here is what they
// chose to share with the room, without group, until it is closed for ever with nobody in it.
type Intention struct {
	When    string  `json:"when,omitempty"`
	Then    string  `json:"then"`
	Horizon Horizon `json:"horizon,omitempty"`
}

// intentions is what people shared of their personal steps. Like ballots they are blind: while the activity is open nobody
// sees any, so that nobody can tell by the moment whose it is.
type intentions struct {
	by     map[PersonID]Intention
	count  map[string]int       // people per id of an intention; see Intention.id
	text   map[string]Intention // by id
	shown  bool                 // the wall shows them
	hidden map[string]struct{}  // ids that the facilitator keeps from the room
}

func newIntentions() intentions {
	return intentions{
		by: map[PersonID]Intention{}, count: map[string]int{}, text: map[string]Intention{}, hidden: map[string]struct{}{},
	}
}

// id names an intention by its words, in one session. Sorted by it they are shuffled: the place tells nothing of who shared it
// or when.
func (i Intention) id(session string) string {
	h := sha256.New()
	for _, part := range []string{session, i.When, i.Then, string(i.Horizon)} {
		h.Write([]byte(part + "\x00"))
	}
	var sum Sum
	copy(sum[:], h.Sum(nil))
	return sum.String()
}

// ShareIntention lets the room read one's personal step, whole; the last one counts.
type ShareIntention struct {
	Intention
}

// IntentionShared is the personal step that Record.By shares.
type IntentionShared struct {
	Intention
}

// WithdrawIntention takes back what one has shared.
type WithdrawIntention struct{}

// IntentionWithdrawn says that Record.By shares nothing any more.
type IntentionWithdrawn struct{}

// HideIntention keeps what was shared from everybody but the host, or gives it back.
type HideIntention struct {
	ID     string `json:"id"`
	Hidden bool   `json:"hidden"`
}

// IntentionHidden says whether the facilitator keeps a shared intention from the room.
type IntentionHidden struct {
	ID     string `json:"id"`
	Hidden bool   `json:"hidden"`
}

// ShowIntentions puts what was shared on the wall and in the report, when sharing is over, or takes it off.
type ShowIntentions struct {
	Shown bool `json:"shown"`
}

// IntentionsShown says whether the room may read what was shared.
type IntentionsShown struct {
	Shown bool `json:"shown"`
}

// sharing checks that somebody may share or take back now.
func (s *Session) sharing(by Actor) error {
	if err := only(Participant, by); err != nil {
		return err
	}
	return s.committing(by)
}

func (c ShareIntention) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	if err := s.sharing(by); err != nil {
		return nil, err
	}
	when, err := optional("when", c.When, MaxIntention)
	if err != nil {
		return nil, err
	}
	then, err := line("then", c.Then, MaxIntention)
	if err != nil {
		return nil, err
	}
	if !slices.Contains([]Horizon{NoHorizon, InAWeek, InAMonth, InThreeMonths}, c.Horizon) {
		return nil, refuse(Invalid, "horizon", Unknown)
	}
	shared := Intention{when, then, c.Horizon}
	if before, known := s.intentions.by[by.Person]; known && before == shared {
		return nil, nil
	}
	return []Event{IntentionShared{shared}}, nil
}

func (WithdrawIntention) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	if err := s.sharing(by); err != nil {
		return nil, err
	}
	if _, known := s.intentions.by[by.Person]; !known {
		return nil, nil
	}
	return []Event{IntentionWithdrawn{}}, nil
}

func (c HideIntention) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	if err := only(Host, by); err != nil {
		return nil, err
	}
	if s.intentions.count[c.ID] == 0 || !s.sharingOver() {
		return nil, refuse(NotFound, "id", Unknown)
	}
	if _, hidden := s.intentions.hidden[c.ID]; hidden == c.Hidden {
		return nil, nil
	}
	return []Event{IntentionHidden(c)}, nil
}

func (c ShowIntentions) decide(s *Session, by Actor, _ time.Time) ([]Event, error) {
	if err := only(Host, by); err != nil || s.intentions.shown == c.Shown {
		return nil, err
	}
	return []Event{IntentionsShown(c)}, nil
}

func (e IntentionShared) apply(s *Session, r Record) {
	s.forgetIntention(r.By)
	id := e.id(s.started.ID)
	s.intentions.by[r.By], s.intentions.text[id] = e.Intention, e.Intention
	s.intentions.count[id]++
	s.touch("intention/"+id, "progress")
	s.touchMe(r.By)
}

func (IntentionWithdrawn) apply(s *Session, r Record) {
	s.forgetIntention(r.By)
	s.touch("progress")
	s.touchMe(r.By)
}

func (s *Session) forgetIntention(id PersonID) {
	before, known := s.intentions.by[id]
	if !known {
		return
	}
	delete(s.intentions.by, id)
	key := before.id(s.started.ID)
	s.touch("intention/" + key)
	if s.intentions.count[key]--; s.intentions.count[key] == 0 {
		delete(s.intentions.count, key)
		delete(s.intentions.text, key)
	}
}

func (e IntentionHidden) apply(s *Session, _ Record) {
	if e.Hidden {
		s.intentions.hidden[e.ID] = struct{}{}
	} else {
		delete(s.intentions.hidden, e.ID)
	}
	s.touch("intention/" + e.ID)
}

func (e IntentionsShown) apply(s *Session, _ Record) {
	s.intentions.shown = e.Shown
	s.touchAll() // there may be many
}

// sharingOver tells whether what was shared may be seen: the activity has been closed, and is not open again.
func (s *Session) sharingOver() bool {
	if s.status == Over {
		return true
	}
	over := false
	for act := range s.agenda.held() {
		if act.Kind == Commit {
			switch s.agenda.status[act.ID] {
			case Open:
				return false
			case ClosedNow:
				over = true
			}
		}
	}
	return over
}

// IntentionItem is the view's item "intention/{id}": what somebody shared, for the host and, when it is to show it, the wall. In
// the order of their ids they are shuffled.
type IntentionItem struct {
	ID string `json:"id"`
	Intention
	Hidden bool `json:"hidden,omitempty"` // only the host sees hidden ones at all
}

func (s *Session) intentionItem(role Role, id string) any {
	if s.sealed != nil || role == Participant || !s.sharingOver() || s.intentions.count[id] == 0 {
		return nil
	}
	_, hidden := s.intentions.hidden[id]
	if (hidden || !s.intentions.shown) && (role != Host || s.status == Over) {
		return nil
	}
	return IntentionItem{ID: id, Intention: s.intentions.text[id], Hidden: hidden}
}

// ownIntention gives what somebody shares now.
func (s *Session) ownIntention(id PersonID) *Intention {
	if shared, known := s.intentions.by[id]; known {
		return &shared
	}
	return nil
}

// summariseIntentions lists what was shared and shown, shuffled; what several people wrote in the same words stands once.
func (s *Session) summariseIntentions() []Intention {
	if !s.intentions.shown || !s.sharingOver() {
		return nil
	}
	var list []Intention
	for _, id := range slices.Sorted(maps.Keys(s.intentions.text)) {
		if _, hidden := s.intentions.hidden[id]; !hidden {
			list = append(list, s.intentions.text[id])
		}
	}
	return list
}
