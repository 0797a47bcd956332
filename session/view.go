package session

import (
	"maps"
	"slices"
	"strconv"
	"strings"
)

// A Viewer is somebody who looks. Person is set for participants.
type Viewer struct {
	Role   Role
	Person PersonID
}

// A View is what a viewer may see now: items by key, one item per thing, so that a change is small on the wire. It is built
// as an allow-list: an item that no rule grants is not there.
type View struct {
	Items map[string]any
	Me    *Me // what belongs to this participant alone; nil for everybody else
}

// item builds one key for a role; nil: nothing to be seen.
type item func(s *Session, role Role) any

// single lists the keys that stand for one thing, and what builds them.
var single = map[string]item{
	"session":      (*Session).sessionItem,
	"agenda":       (*Session).agendaItem,
	"now":          (*Session).nowItem,
	"timer":        (*Session).timerItem,
	"people":       (*Session).peopleItem,
	"progress":     (*Session).progressItem,
	"deck":         (*Session).deckItem,
	"clustering":   (*Session).clusteringItem,
	"suggestions":  (*Session).suggestionsItem,
	"arrangements": (*Session).arrangementsItem,
	"vote":         (*Session).voteItem,
	"ballot":       (*Session).ballotItem,
	"result":       (*Session).resultItem,
	"comparison":   (*Session).comparisonItem,
	"earlier":      (*Session).earlierItem,
	"paper":        (*Session).paperItem,
	"notes":        (*Session).notesItem,
	"form":         (*Session).formItem,
	"rounds":       (*Session).roundsItem,
	"stories":      (*Session).storiesItem,
	"clarify":      (*Session).clarifyItem,
	"wall":         (*Session).wallItem,
	"tables":       (*Session).tablesItem,
	"seats":        (*Session).seatsItem,
	"choice":       (*Session).choiceItem,
	"choices":      (*Session).choicesItem,
}

// family lists the prefixes of keys that stand for many things of a kind ("card/a1"), and what builds one.
var family = map[string]func(s *Session, role Role, id string) any{
	"card":      (*Session).cardItem,
	"cluster":   (*Session).clusterItem,
	"outcome":   (*Session).outcomeItem,
	"step":      (*Session).stepItem,
	"intention": (*Session).intentionItem,
	"draft":     (*Session).draftItem,
	"final":     (*Session).finalItem,
	"glimpse":   (*Session).glimpseItem,
}

// Item gives what a role may see now under a key; nil: nothing.
func (s *Session) Item(role Role, key string) any {
	if s.seq == 0 {
		return nil
	}
	if build := single[key]; build != nil {
		return build(s, role)
	}
	prefix, id, _ := strings.Cut(key, "/")
	if build := family[prefix]; build != nil {
		return build(s, role, id)
	}
	return nil
}

// Keys lists every key that any role might see something under.
func (s *Session) Keys() []string {
	keys := make([]string, 0, len(single)+len(s.cards.order)+len(s.clusters.order))
	for key := range single {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	for _, c := range s.cards.order {
		keys = append(keys, "card/"+c.id)
	}
	for _, k := range s.clusters.order {
		keys = append(keys, "cluster/"+k.id)
	}
	for act := range s.agenda.held() {
		keys = append(keys, "outcome/"+act.ID)
	}
	for _, t := range s.steps.order {
		keys = append(keys, "step/"+t.id)
	}
	for _, id := range slices.Sorted(maps.Keys(s.intentions.text)) {
		keys = append(keys, "intention/"+id)
	}
	if s.sealed != nil {
		for i := range s.sealed.Steps {
			keys = append(keys, "step/"+strconv.Itoa(i+1))
		}
	}
	return slices.Concat(keys, s.tableKeys(), s.glimpseKeys())
}

// View builds all that a viewer may see now.
func (s *Session) View(v Viewer) View {
	view := View{Items: map[string]any{}}
	for _, key := range s.Keys() {
		if it := s.Item(v.Role.Sees(), key); it != nil {
			view.Items[key] = it
		}
	}
	if v.Role == Participant {
		view.Me = s.Me(v.Person)
	}
	return view
}

// Me is what belongs to one participant alone.
type Me struct {
	Group  string           `json:"group"`            // "" when skipped
	Chosen bool             `json:"chosen"`           // the group question has been answered
	Cards  []OwnCard        `json:"cards"`            // in the order they were laid down
	Ballot *OwnBallot       `json:"ballot"`           // as it counts; null without one. Of a phone that writes for several: the first one's
	Sheets map[string]Sheet `json:"sheets,omitempty"` // answers to forms, by activity

	People  int         `json:"people,omitempty"`  // for how many this phone writes; absent: for one
	Ballots []OwnBallot `json:"ballots,omitempty"` // of the others it writes for, while the round is open

	Objections map[string]Objection `json:"objections,omitempty"` // to options of the ballot to be
	Proposals  []ProposedCard       `json:"proposals,omitempty"`  // values one has proposed
	Steps      []OwnStep            `json:"steps,omitempty"`      // for the organisation, in the order they were written
	Shared     *Intention           `json:"shared,omitempty"`     // the personal step that is shared; absent: none is
	Story      string               `json:"story,omitempty"`      // the one that is shared with the facilitator
	Table      *OwnTable            `json:"table,omitempty"`      // where one sits, and what is written there
	Choice     *OwnChoice           `json:"choice,omitempty"`     // which draft one prefers, in the last round in which the room chose
}

// OwnCard is a card of one's own.
type OwnCard struct {
	ID      string `json:"id"`
	Text    string `json:"text"`
	Cluster string `json:"cluster"`           // where it lies; "" while cards are hidden from the room
	Doubted bool   `json:"doubted,omitempty"` // its writer says that it does not belong there

	Why      string  `json:"why,omitempty"`      // why it matters to its writer
	With     Company `json:"with,omitempty"`     // in which company it was laid down
	Stronger Company `json:"stronger,omitempty"` // in which company it was made stronger
	Sight    Sight   `json:"sight,omitempty"`    // who sees it while people write; "" is its writer and the facilitator
}

// OwnBallot is the ballot that counts.
type OwnBallot struct {
	Round int            `json:"round"`
	Dots  map[string]int `json:"dots"`
	Seat  int            `json:"seat,omitempty"` // of several people at one phone: whose it is, from 2 on
	// Of a table whose round is closed: how many of its ballots count. Their dots are added up.
	People int `json:"people,omitempty"`
}

func (b OwnBallot) same(other OwnBallot) bool {
	return b.Round == other.Round && b.Seat == other.Seat && b.People == other.People && maps.Equal(b.Dots, other.Dots)
}

// Me builds a participant's own part; nil when the session does not know them (any more).
func (s *Session) Me(id PersonID) *Me {
	p := s.people.byID[id]
	if p == nil {
		return nil
	}
	me := Me{Group: p.group, Chosen: p.chosen, Cards: []OwnCard{}}
	public := s.cardsPublic()
	for _, cardID := range p.cards {
		c := s.cards.byID[cardID]
		own := OwnCard{ID: c.id, Text: c.text, Why: c.why, With: c.company, Stronger: c.stronger, Sight: c.sight}
		if public {
			own.Cluster, own.Doubted = c.cluster, s.clusters.doubts[c.cluster][id]
		}
		me.Cards = append(me.Cards, own)
	}
	me.Ballot, me.Ballots = s.ownBallots(id, p)
	if p.heads() > 1 {
		me.People = p.heads()
	}
	me.Sheets = s.ownSheets(id)
	me.Story = s.ownStory(id)
	me.Objections, me.Proposals = s.clarifying.objections[id], s.ownProposals(id)
	me.Steps, me.Shared = s.ownSteps(id), s.ownIntention(id)
	me.Table, me.Choice = s.ownTable(id), s.ownChoice(id)
	return &me
}

// Same tells whether two own parts say the same.
func (m *Me) Same(other *Me) bool {
	if m == nil || other == nil {
		return m == other
	}
	sameBallot := m.Ballot == other.Ballot || m.Ballot != nil && other.Ballot != nil && m.Ballot.same(*other.Ballot)
	sameShared := m.Shared == other.Shared || m.Shared != nil && other.Shared != nil && *m.Shared == *other.Shared
	return m.Group == other.Group && m.Chosen == other.Chosen && sameBallot && m.People == other.People && slices.EqualFunc(m.Ballots, other.Ballots, OwnBallot.same) && slices.Equal(m.Cards, other.Cards) &&
		maps.EqualFunc(m.Sheets, other.Sheets, Sheet.same) &&
		maps.Equal(m.Objections, other.Objections) && slices.Equal(m.Proposals, other.Proposals) &&
		slices.Equal(m.Steps, other.Steps) && sameShared && m.Story == other.Story &&
		m.Table.same(other.Table) && m.Choice.same(other.Choice)
}

// Touched says what may have changed since it was last asked for: it may name too much, never too little.
type Touched struct {
	Keys      []string   // keys to build anew, for every role
	All       bool       // all keys
	Me        []PersonID // own parts to build anew
	Everybody bool       // all own parts
}

type touched struct {
	keys      map[string]struct{}
	all       bool
	me        map[PersonID]struct{}
	everybody bool
}

func (s *Session) touch(keys ...string) {
	if s.touched.keys == nil {
		s.touched.keys = map[string]struct{}{}
	}
	for _, key := range keys {
		s.touched.keys[key] = struct{}{}
	}
}

func (s *Session) touchMe(id PersonID) {
	if id == HostID {
		return // whoever typed in what is on paper has no own part
	}
	if s.touched.me == nil {
		s.touched.me = map[PersonID]struct{}{}
	}
	s.touched.me[id] = struct{}{}
}

// touchAll says that the view may be another in every place; own parts are touched by what changes them, because there may be
// thousands.
func (s *Session) touchAll() { s.touched.all = true }

func (s *Session) touchEverybody() { s.touched.everybody = true }

// Touched answers what may have changed and begins anew.
func (s *Session) Touched() Touched {
	t := Touched{All: s.touched.all, Everybody: s.touched.everybody}
	for key := range s.touched.keys {
		t.Keys = append(t.Keys, key)
	}
	for id := range s.touched.me {
		t.Me = append(t.Me, id)
	}
	s.touched = touched{}
	return t
}

// ItemTypes gives the type behind each key of a view, for generators and documentation; a key that ends in "/" stands for
// the family of keys that begin with it.
func ItemTypes() map[string]any {
	return map[string]any{
		"session": SessionItem{}, "agenda": AgendaItem{}, "now": NowItem{}, "timer": TimerItem{}, "people": PeopleItem{},
		"progress": ProgressItem{}, "deck": DeckItem{}, "clustering": ClusteringItem{}, "suggestions": SuggestionsItem{}, "arrangements": ArrangementsItem{},
		"vote":   VoteItem{},
		"ballot": BallotItem{}, "result": Result{}, "comparison": Comparison{}, "earlier": EarlierItem{}, "paper": PaperItem{}, "card/": CardItem{}, "cluster/": ClusterItem{},
		"form": FormItem{}, "rounds": RoundsItem{}, "clarify": ClarifyItem{}, "stories": StoriesItem{}, "notes": NotesItem{}, "outcome/": Outcome{},
		"wall": WallItem{}, "step/": StepItem{}, "intention/": IntentionItem{},
		"tables": TablesItem{}, "seats": SeatsItem{}, "draft/": DraftItem{}, "final/": Formulation{}, "choice": ChoiceItem{}, "choices": ChoicesItem{},
		"glimpse/": GlimpseItem{},
	}
}
