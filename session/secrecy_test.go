package session

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// What may be seen, and when, said once more and in another way than the views say it: by following what is acknowledged.
// Cards carry marks; whoever finds a mark must be allowed to by one of these rules.
//
//   - A writer sees the words of their own cards, hidden or not.
//   - The host sees the words of every card that has not been removed, and of every proposal that waits or was declined; the
//     writer of a proposal sees it, and the room only when it has become a card.
//   - The room (screens, other phones, reports) sees words that some card says which is neither removed nor hidden, when
//     writing has been closed and is not open. Of what came from paper it sees on a ballot also what nobody wrote beside it.
//   - A phone sees words of others only on a board that is being clustered, on a ballot and in a result; and, with the screen, while
//     people write in the open: those of which the writer knew it, and the facilitator has let them through where that is asked.
//   - The name of an option stays on its ballot and in its result, whatever becomes of the cards, until the round is cancelled. When the
//     room has seen the result and goes on to another round, it stays for ever: for the host, in reports, and on a ballot that follows.
//   - The name of a value that is put into words is shown while the room is at it; the room could see it when it was chosen.
//   - What a table writes is for its own phones and the host; the screen shows what the host lets it, when the writing is closed.
//   - The drafts between which the room is asked to choose are for everybody, from then on.
//   - What the host settled on is for everybody. What people have against it is their own, and the host's when the check is closed.
//
// A person's id, a tab's name, the number of a command and the id of somebody else's card are for nobody.
type witness struct {
	*world
	cards    map[string]*witnessed
	names    map[string]bool // marks in the names of the ballot that is frozen
	kept     map[string]bool // those of rounds that counted then
	proposed map[string]*witnessed
	writing  bool
	closed   bool // writing has been closed at least once
	voted    bool // a ballot has been frozen at least once
	kind     Kind
	mode     Mode // of the writing
	hold     bool

	values  map[string]bool              // marks in the names of what is put into words
	drafts  map[desk]map[string]bool     // as they are
	said    map[int]map[string]bool      // suggestions, by table
	settled map[string]bool              // all that was ever settled on
	shown   string                       // whose drafts the screen shows
	asked   map[string]bool              // the texts between which the room is asked to choose
	whys    map[PersonID]map[string]bool // what was ever written at the check, by person
}

type witnessed struct {
	by              PersonID
	mark, text      string
	hidden, removed bool
	paper           bool
	open, held      bool // its writer knew that others see it; the facilitator has to let it through
}

var markPattern = regexp.MustCompile(`w\d{3}x`)

func newWitness(w *world) *witness {
	return &witness{
		proposed: map[string]*witnessed{},
		world:    w, cards: map[string]*witnessed{}, names: map[string]bool{}, kept: map[string]bool{}, values: map[string]bool{}, drafts: map[desk]map[string]bool{},
		said: map[int]map[string]bool{}, settled: map[string]bool{}, whys: map[PersonID]map[string]bool{},
	}
}

// follow takes in what was acknowledged, by what was asked and not by what the session made of it; the ballot's names are
// checked when it is frozen.
func (w *witness) follow(who PersonID, a *answer) {
	if a.err != nil || len(a.records) == 0 {
		return
	}
	w.followTables(who, a)
	switch c := a.command.(type) {
	case AddCard:
		w.cards[c.ID] = &witnessed{by: who, mark: markPattern.FindString(c.Text), text: c.Text, open: w.opens(c.Sight != Unseen), held: w.hold || c.Sight == Held}
	case AddPaperCard:
		w.cards[c.ID] = &witnessed{by: who, mark: markPattern.FindString(c.Text), text: c.Text, paper: true}
	case EditCard:
		card := w.cards[c.ID]
		read := card.open && !card.held && Clean(card.text) == Clean(c.Text)
		card.mark, card.text = markPattern.FindString(c.Text), c.Text
		card.open, card.held = w.opens(c.Sight != Unseen), !read && (w.hold || c.Sight == Held)
	case LetThrough:
		for id := range c.Cards {
			w.cards[id].held = false
		}
	case ShowDeck:
		w.mode, w.hold = c.mode(), false
	case EditActivity:
		if c.Kind == Write {
			w.mode, w.hold = c.Mode, c.Hold
		}
	case RemoveCard:
		w.cards[c.ID].removed = true
	case HideCard:
		w.cards[c.ID].hidden = true
	case RestoreCard:
		w.cards[c.ID].hidden = false
	case ProposeValue:
		w.proposed[c.ID] = &witnessed{by: who, mark: markPattern.FindString(c.Text)}
	case WithdrawProposal:
		w.proposed[c.ID].removed = true
	case SettleProposal:
		if c.Accepted {
			copied := *w.proposed[c.ID]
			w.cards[c.ID] = &copied
		}
	case OpenActivity:
		act, _ := w.s.agenda.find(c.Activity)
		w.closed, w.voted = w.closed || w.writing, w.voted || act.Kind == Vote
		w.kind, w.writing = act.Kind, act.Kind == Write || act.Kind == Rounds
		could := w.public()
		if act.Kind == Vote && !slices.Contains(a.kinds(), "RoundCancelled") {
			maps.Copy(w.kept, w.names)
		}
		if act.Kind == Vote && act.Among != AmongAll {
			maps.Copy(could, w.kept)
		}
		if act.Kind.shapesBallot() || act.Kind == Vote {
			w.names = map[string]bool{}
		}
		if act.Kind == Vote {
			ballot := must[BallotItem](w.room, Screen, "ballot")
			for _, o := range append(named(ballot.Options), ballot.Through...) {
				maps.Copy(w.names, marksIn(o.Name))
			}
			w.within("the names of a ballot", w.names, could)
		}
	case CloseActivity, EndSession:
		w.closed = w.closed || w.writing
		w.writing = false
	}
}

// opens tells whether words that are laid down now are seen by others, when their writer knows it.
func (w *witness) opens(knows bool) bool {
	return knows && w.writing && w.kind == Write && w.mode == InOpen
}

// followTables does so for what is put into words.
func (w *witness) followTables(who PersonID, a *answer) {
	for _, r := range a.records {
		if e, ok := r.Event.(TablesArranged); ok {
			could := w.public()
			maps.Copy(could, w.names)
			maps.Copy(could, w.values)
			w.values = map[string]bool{}
			for _, v := range e.Values {
				maps.Copy(w.values, marksIn(v.Name))
			}
			w.within("the names of what is put into words", w.values, could)
		}
	}
	table := w.s.tables.seats[who]
	switch c := a.command.(type) {
	case WriteDraft:
		w.drafts[desk{c.Value, table}] = marksIn(encoded(w.t, c))
	case GiveTip:
		w.said[table] = orMarks(w.said[table], c.Text)
	case ShowDrafts:
		w.shown = c.Value
	case OpenChoice:
		w.shown, w.asked = c.Value, map[string]bool{}
		for at, marks := range w.drafts {
			if at.value == c.Value {
				maps.Copy(w.asked, marks)
			}
		}
	case OpenActivity:
		if c.Activity == "words" {
			w.shown = ""
		}
	case SettleText:
		maps.Copy(w.settled, marksIn(encoded(w.t, w.s.tables.finals[c.Value])))
	case FillSheet:
		w.whys[who] = orMarks(w.whys[who], encoded(w.t, c))
	}
}

func orMarks(marks map[string]bool, text string) map[string]bool {
	found := marksIn(text)
	maps.Copy(found, marks)
	return found
}

// mayRead lists what a role may read of what is put into words, under a key.
func (w *witness) mayRead(role Role, key string) map[string]bool {
	may := maps.Clone(w.settled)
	prefix, id, _ := strings.Cut(key, "/")
	if key == "tables" && w.kind == Formulate || role == Host {
		maps.Copy(may, w.values)
	}
	for at, marks := range w.drafts {
		if prefix == "draft" && (role == Host || role == Screen && at.value == w.shown && at.key() == key && !w.s.isOpen(Formulate)) {
			maps.Copy(may, marks)
		}
	}
	if prefix == "outcome" && role == Host && w.s.agenda.status[id] == ClosedNow {
		for _, marks := range w.whys {
			maps.Copy(may, marks)
		}
	}
	if key == "choice" && w.kind == Formulate {
		maps.Copy(may, w.asked)
		maps.Copy(may, w.values)
	}
	if key == "choice" || prefix == "draft" || prefix == "final" || prefix == "outcome" || key == "form" || key == "tables" {
		return may
	}
	return nil
}

// says lists the marks of the cards that a rule allows.
func (w *witness) says(rule func(c *witnessed) bool) map[string]bool {
	marks := map[string]bool{}
	for _, c := range w.cards {
		if rule(c) {
			marks[c.mark] = true
		}
	}
	return marks
}

// public lists what the room may read.
func (w *witness) public() map[string]bool {
	return w.says(func(c *witnessed) bool {
		return !c.removed && !c.hidden && (w.closed || w.voted && c.paper) && !w.writing
	})
}

func (w *witness) within(where string, found, allowed map[string]bool) {
	w.t.Helper()
	for mark := range found {
		if !allowed[mark] {
			w.t.Fatalf("%s shows %s, which it may not (writing %v, current %s)", where, mark, w.writing, w.kind)
		}
	}
}

func marksIn(text string) map[string]bool {
	found := map[string]bool{}
	for _, mark := range markPattern.FindAllString(strings.ToLower(text), -1) {
		found[mark] = true
	}
	return found
}

// look goes through everything that anybody sees now.
func (w *witness) look() {
	w.t.Helper()
	room, public := w.public(), w.public()
	maps.Copy(public, w.names)
	hosts := w.says(func(c *witnessed) bool { return !c.removed })
	maps.Copy(hosts, w.names)
	for _, p := range w.proposed {
		hosts[p.mark] = hosts[p.mark] || !p.removed
	}
	afterwards := maps.Clone(w.settled)
	maps.Copy(afterwards, public)
	maps.Copy(afterwards, w.kept)

	check := func(where, text string, allowed map[string]bool) {
		w.t.Helper()
		w.within(where, marksIn(text), allowed)
		for _, secret := range []string{"person-", "tab-of-", "the-screen"} {
			if strings.Contains(text, secret) {
				w.t.Fatalf("%s names a person or a tab: %s", where, text)
			}
		}
	}
	for _, role := range roles {
		for key, it := range w.s.View(Viewer{Role: role}).Items {
			allowed := public
			tables := w.mayRead(role, key)
			switch prefix, _, _ := strings.Cut(key, "/"); {
			case tables != nil:
				allowed = tables
			case prefix == "glimpse":
				allowed = w.says(func(c *witnessed) bool {
					return !c.removed && !c.hidden && c.open && !c.held && w.opens(true) && role != Host
				})
			case key == "earlier" && role == Host:
				allowed = w.kept
			case role == Host:
				allowed = hosts
			case prefix == "card" && role == Participant:
				w.t.Fatalf("phones see %s", key)
			case prefix == "card":
				allowed = room
			case prefix == "cluster" && (role == Screen || w.kind == Cluster):
				allowed = room
			case prefix == "cluster":
				w.t.Fatalf("phones see %s while nobody is clustering", key)
			case key == "ballot", key == "result", key == "clarify":
			default:
				allowed = nil
			}
			check(fmt.Sprintf("%s of the %s", key, role), encoded(w.t, it), allowed)
		}
	}
	for _, id := range w.s.people.order {
		own := w.says(func(c *witnessed) bool { return c.by == id && !c.removed })
		for _, p := range w.proposed {
			own[p.mark] = own[p.mark] || p.by == id && !p.removed
		}
		maps.Copy(own, w.whys[id])
		if table := w.s.tables.seats[id]; table > 0 && w.kind == Formulate {
			maps.Copy(own, w.said[table])
			for at, marks := range w.drafts {
				if at.table == table {
					maps.Copy(own, marks)
				}
			}
		}
		check("Me of "+string(id), encoded(w.t, w.s.Me(id)), own)
	}
	check("the summary", encoded(w.t, w.s.Summary()), afterwards)
}

func TestSecrecy(t *testing.T) {
	t.Run("whatever happens, nobody finds a mark they may not see yet", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) {
			w := newWitness(newWorld(t))
			w.lawless = true
			for range rapid.IntRange(1, 90).Draw(t, "steps") {
				who, c := w.move(t)
				w.follow(who, w.do(who, c))
				w.look()
			}
		})
	})
	t.Run("in a session that goes as it should, the same, step by step", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) {
			w := newWitness(newWorld(t))
			w.lawless = true
			w.crowd = append(w.crowd, anna)
			act := func(who PersonID, c Command) {
				t.Helper()
				w.follow(who, w.do(who, c))
				w.look()
			}
			act(anna, Join{})
			for i, kind := range []Kind{Welcome, Write, Rounds, Cluster, Clarify, Vote, Cluster, Write, Cluster, Vote, Reveal} {
				of := slices.IndexFunc(w.s.agenda.list, func(a Activity) bool { return a.Kind == kind })
				act(host, OpenActivity{w.s.agenda.list[of].ID})
				for range 4 {
					switch kind {
					case Clarify:
						act(w.clarifying(t))
					case Write, Rounds:
						act(w.somebody(t), AddCard{ID: w.newCard(), Text: w.words(t)})
					case Cluster:
						act(host, w.arrangement(t))
						act(host, HideCard{w.card(t)})
					case Vote:
						act(w.somebody(t), CastBallot{Round: w.s.vote.round, Dots: w.dots(t)})
						act(host, w.onPaper(t))
						act(host, HideCard{w.card(t)})
					}
				}
				if i%2 == 0 {
					act(host, CloseActivity{})
				}
			}
			act(host, EndSession{})
		})
	})
	t.Run("two rooms that differ in nothing but who gave which dots look the same until that may be known", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) {
			w := newWorld(t)
			twin := emptyWorld(t)
			w.lawless, twin.lawless = true, true
			twin.with(w.crowd...)
			for _, act := range w.s.agenda.list[len(twin.s.agenda.list):] {
				twin.do(host, PlanActivity{act, MaxActivities}).done()
			}
			for range rapid.IntRange(1, 90).Draw(t, "steps") {
				who, c := w.move(t)
				if open, ok := c.(OpenActivity); ok && w.s.basis() != nil && slices.Contains([]string{"words", "second", "runoff"}, open.Activity) {
					c = CloseActivity{} // what is put into words or on a ballot follows from a result that is known by right
				}
				other := c
				if ballot, ok := c.(CastBallot); ok {
					other = mirrored(w.s.vote.frozen, ballot)
				}
				if o, ok := c.(ObjectToOption); ok {
					swap := map[Objection]Objection{Unclear: Misplaced, Misplaced: Unclear}
					if to, ok := swap[o.Objection]; ok {
						other = ObjectToOption{o.Option, to}
					}
				}
				if sheet, ok := c.(FillSheet); ok {
					other = turned(sheet)
				}
				if draft, ok := c.(ChooseDraft); ok {
					other = ChooseDraft{draft.Round, w.otherDraft(draft.Table)}
				}
				if group, ok := c.(ChooseGroup); ok {
					swap := map[string]string{"g1": "g2", "g2": "g1"}
					if to, ok := swap[group.Group]; ok {
						other = ChooseGroup{to}
					}
				}
				if record, ok := c.(RecordFindings); ok && twin.s.Calculation() != nil && twin.s.calculationDue().round == record.Round {
					other = twin.s.Calculation()()
				}
				w.do(who, c)
				twin.do(who, other)
				w.looksLike(twin)
			}
		})
	})
}

// mirrored is the ballot of a twin: the dots of the first option on the last one, and so on.
func mirrored(frozen BallotFrozen, c CastBallot) CastBallot {
	n := len(frozen.Options)
	dots := map[string]int{}
	for id, d := range c.Dots {
		if i := slices.IndexFunc(frozen.Options, func(o Option) bool { return o.ID == id }); i >= 0 {
			id = frozen.Options[n-1-i].ID
		}
		dots[id] = d
	}
	return CastBallot{Round: c.Round, Dots: dots, Seat: c.Seat}
}

// turned is the answer of a twin to the check: who agrees has concerns, and the other way round.
func turned(c FillSheet) FillSheet {
	other := FillSheet{c.Activity, Sheet{Numbers: map[string]int{}, Texts: c.Texts}}
	for key, n := range c.Numbers {
		other.Numbers[key] = HasConcerns + Agrees - n
	}
	return other
}

// otherDraft is the choice of a twin: the first draft for no preference, none for the first.
func (w *world) otherDraft(table int) int {
	last := w.s.choices.latest()
	switch {
	case last == nil || table != 0 && !last.has(table):
		return table
	case table == 0:
		return last.Drafts[0].Table
	case table == last.Drafts[0].Table:
		return 0
	}
	return table
}

// looksLike compares what everybody sees in two rooms, but for what they may know: their own part, the groups' sizes for the
// host, and the result when it is there for that role by right.
func (w *world) looksLike(twin *world) {
	w.t.Helper()
	revealed := w.s.vote.revealed && w.s.vote.status == RoundIsClosed || w.s.status == Over
	known := revealed || w.s.basis() != nil // also the round before one that is not revealed
	for _, role := range roles {
		ours, theirs := w.s.View(Viewer{Role: role}).Items, twin.s.View(Viewer{Role: role}).Items
		for _, key := range w.s.Keys() {
			last := w.s.choices.latest()
			switch {
			case (key == "choice" || key == "choices") && last != nil && (!last.open || len(w.s.choices) > 1), strings.HasPrefix(key, "final/") && last != nil:
				continue
			case role == Host && (key == "people" || key == "clarify"), key == "outcome/agree" && !w.s.isOpen(Consent), strings.HasPrefix(key, "final/") && known:
				continue
			case key == "earlier":
				continue
			case (key == "result" || key == "comparison") && (revealed || role == Host && w.s.vote.status == RoundIsClosed):
				continue
			}
			if a, b := encoded(w.t, ours[key]), encoded(w.t, theirs[key]); a != b {
				w.t.Fatalf("%s tells the %s what somebody chose:\n%s\n%s", key, role, a, b)
			}
		}
	}
	a, b := w.s.Summary(), twin.s.Summary()
	if revealed {
		a.Vote, b.Vote, a.Ballots, b.Ballots, a.Comparison, b.Comparison = nil, nil, nil, nil, nil, nil
	}
	if known {
		a.Formulations, b.Formulations = nil, nil // their support
	}
	a.Groups, b.Groups = nil, nil
	a.Rounds, b.Rounds = nil, nil // known by right
	for _, sum := range []*Summary{&a, &b} {
		for i, f := range sum.Formulations {
			if last := w.s.choices.latest(); last != nil && last.open && last.Value == f.Value && f.Room != nil {
				w.t.Fatalf("the summary tells of a choice that is open: %+v", f.Room)
			}
			sum.Formulations[i].Room = nil
		}
	}
	if !w.s.isOpen(Consent) {
		a.Outcomes, b.Outcomes = nil, nil
	}
	equal(w.t, a, b)
}
