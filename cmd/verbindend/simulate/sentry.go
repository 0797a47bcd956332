package simulate

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"verbindend/cmd/verbindend/visitor"
	"verbindend/session"
	"verbindend/web/wire"
)

// A sentry reads every message of every role in one session and reports what should not have been in it. What may be known
// is told to it by the play, just before the host asks the server for it: a message that comes earlier came too early.
type sentry struct {
	cardsPublic  atomic.Bool // the writing is being closed
	talkPublic   atomic.Bool // the talks are being closed
	roomHasSaid  atomic.Bool // the room has chosen between drafts, and that is being closed
	resultToHost atomic.Bool // the vote is being closed
	resultToAll  atomic.Bool // the result is being revealed

	secretFromHost atomic.Int64 // a later round whose outcome the host may not know yet; 0: none
	secretFromAll  atomic.Int64 // a later round whose outcome the others may not know yet

	seen  glimpsed // what others may see of what is being written
	vault          // the answers to forms
	safe           // all else that people write

	mu    sync.Mutex
	count int
	notes []string // the first few, in words
}

const maxNotes = 20

func (s *sentry) report(role session.Role, what string, args ...any) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.count++
	if len(s.notes) < maxNotes {
		s.notes = append(s.notes, fmt.Sprintf("%s was sent %s", role, fmt.Sprintf(what, args...)))
	}
}

// disclosures tells how many there were, and the first few in words.
func (s *sentry) disclosures() (int, []string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.count, s.notes
}

// scores are field names that only a counted vote has.
var scores = [][]byte{
	[]byte(`"voters"`), []byte(`"dotsPlaced"`), []byte(`"topShare"`), []byte(`"ballots"`), []byte(`"inTop"`), []byte(`"rank"`),
	[]byte(`"rankLow"`), []byte(`"certainty"`), []byte(`"beats"`), []byte(`"against"`),
}

// isIn tells whether a key is in a list, in which one that ends in "/" stands for a family.
func isIn(list []string, key string) bool {
	return slices.ContainsFunc(list, func(one string) bool { return key == one || strings.HasSuffix(one, "/") && strings.HasPrefix(key, one) })
}

// scored are the items in which a round that is over may be told of while the next one is open.
var scored = []string{"result", "comparison", "earlier", "paper", "final/"}

// hostOnly are the items that nobody but the host is ever sent; a key that ends in "/" stands for a family.
var hostOnly = map[session.Role][]string{
	session.Participant: {
		"card/", "clustering", "suggestions", "arrangements", "presence", "notes", "stories", "seats", "draft/", "wall", "intention/", "earlier", "paper",
	},
	session.Screen: {"clustering", "suggestions", "arrangements", "notes", "stories", "earlier", "paper"},
}

// watchRole reads what everybody in a role is sent alike: a frame, or a welcome.
func (s *sentry) watchRole(role session.Role, m visitor.Message) {
	switch m.T {
	case wire.TWelcome:
		if role != session.Host && m.Links.Host != "" || role == session.Participant && m.Links.Screen != "" {
			s.report(role, "a link that is not for this role")
		}
	case wire.TPresence:
		if role == session.Participant {
			s.report(role, "who is connected")
		}
	case wire.TFrame:
		s.frame(role, m)
	}
}

// told is what a frame holds that not everybody may know, whoever gets it. It is looked for once, however many get it.
type told struct {
	cards  []int                     // marks of cards
	talked bool                      // of marked cards that came from a talk
	doubts bool                      // what people have against options of the ballot
	papers *papers                   // all else that people write
	groups bool                      // who is in which group
	shares bool                      // how each group voted
	apart  bool                      // how each group rated values
	room   bool                      // what the room chose between drafts
	result bool                      // the counted vote, or the groups beside each other
	round  int                       // of the counted vote
	score  []byte                    // a field that only a counted vote has
	astray string                    // another item than those of the votes that has such a field
	hidden map[session.Role][]string // keys that a role is never sent
	answers
}

func tells(f *visitor.Frame) any {
	t := &told{
		cards: marksIn(f.Raw, markSign), doubts: objectsTo(f.Set["clarify"]), papers: papersOf(f),
		apart: bytes.Contains(f.Raw, []byte(`"apart":`)), room: bytes.Contains(f.Raw, []byte(`"best":`)),
		groups: bytes.Contains(f.Set["people"], []byte(`"groups"`)), hidden: map[session.Role][]string{}, answers: answersIn(f),
	}
	t.talked = slices.ContainsFunc(t.cards, fromTalk)
	var counted session.Result
	if raw, there := f.Set["result"]; there {
		t.result = true
		if json.Unmarshal(raw, &counted) == nil {
			t.round = counted.Round
		}
	}
	if comparison, ok := f.Set["comparison"]; ok {
		t.result, t.shares = true, bytes.Contains(comparison, []byte(`"weight"`))
	}
	counts := f.Raw
	if typed := f.Set["paper"]; len(typed) > 0 { // what the host typed in itself is told to nobody else, and no secret from it
		counts = bytes.ReplaceAll(counts, typed, nil)
	}
	for _, field := range scores {
		if bytes.Contains(counts, field) {
			t.score = field
			t.astray = astray(f)
			break
		}
	}
	for role, never := range hostOnly {
		for key := range f.Set {
			if isIn(never, key) {
				t.hidden[role] = append(t.hidden[role], key)
			}
		}
	}
	return t
}

// astray finds an item with a field of a counted vote that is none of those that tell of votes; "" when there is none.
func astray(f *visitor.Frame) string {
	for _, key := range slices.Sorted(maps.Keys(f.Set)) {
		if !isIn(scored, key) && slices.ContainsFunc(scores, func(field []byte) bool { return bytes.Contains(f.Set[key], field) }) {
			return key
		}
	}
	return ""
}

func (s *sentry) frame(role session.Role, m visitor.Message) {
	t := m.Frame.Facts(tells).(*told)
	if role != session.Host && !s.cardsPublic.Load() && !s.seen.all(t.cards) {
		s.report(role, "words of cards while people write")
	}
	if role != session.Host && !s.talkPublic.Load() && t.talked {
		s.report(role, "words of cards while people talk")
	}
	if role != session.Host && t.doubts {
		s.report(role, "what people have against an option, or propose")
	}
	for _, fault := range s.early(role, t.papers) {
		s.report(role, "%s that it may not read", fault)
	}
	for _, key := range t.hidden[role] {
		s.report(role, "%q", key)
	}
	if t.groups && role != session.Host {
		s.report(role, "who is in which group")
	}
	if t.shares && role == session.Participant {
		s.report(role, "how a group voted")
	}
	if t.apart && role == session.Participant {
		s.report(role, "how a group rated values")
	}
	if t.room && !s.roomHasSaid.Load() {
		s.report(role, "what the room chooses between drafts")
	}
	for _, fault := range s.faults(role, t.answers) {
		s.report(role, "%s", fault)
	}
	secret := s.secretFromAll.Load()
	if role == session.Host {
		secret = s.secretFromHost.Load()
	}
	if t.round != 0 && int64(t.round) == secret {
		s.report(role, "the result of round %d before its time", t.round)
	}
	if secret != 0 && t.astray != "" {
		s.report(role, "%s of a vote in %q, while a round is open", t.score, t.astray)
	}
	switch allowed := s.resultToAll.Load() || role == session.Host && s.resultToHost.Load(); {
	case allowed:
	case t.result:
		s.report(role, "the result before its time")
	case t.score != nil:
		s.report(role, "%s before its time", t.score)
	}
}

// read reads results as anybody may ask for them, before the end.
func (s *sentry) read(sum session.Summary) {
	for _, fault := range append(s.reads(sum), s.readsPapers(sum)...) {
		s.report(reader, "%s", fault)
	}
}

// watchPhone reads what one phone is sent: what all phones get, and its own part.
func (s *sentry) watchPhone(p *phone, m visitor.Message) {
	s.watchRole(session.Participant, m)
	if m.T == wire.TFrame && p.revealed.IsZero() && m.Frame.Facts(tells).(*told).result {
		p.revealed = m.Now
	}
	if m.Me == nil {
		return
	}
	for _, by := range markedBy(m.Me) {
		if by != p.number {
			s.report(session.Participant, "a card of somebody else as its own")
		}
	}
	for _, mark := range marksIn(m.Me, sheetSign) {
		if phoneOf(mark) != p.number {
			s.report(session.Participant, "words of somebody else's sheet as its own")
		}
	}
	for _, fault := range p.strangers(m.Me) {
		s.report(session.Participant, "%s", fault)
	}
	if m.Own != nil {
		for activity, sheet := range m.Own.Sheets {
			if !p.filled(activity, sheet) {
				s.report(session.Participant, "a sheet that it never sent")
			}
		}
	}
	if m.Own != nil {
		s.ownVotes(p, *m.Own)
	}
}

// ownVotes reads what a phone is sent of its own ballots, and of what it chose.
func (s *sentry) ownVotes(p *phone, own session.Me) {
	ballots := own.Ballots
	if own.Ballot != nil {
		ballots = append([]session.OwnBallot{*own.Ballot}, ballots...)
	}
	for _, ballot := range ballots {
		switch {
		case ballot.People == 0 && !p.cast(ballot):
			s.report(session.Participant, "a ballot that it never cast")
		case ballot.People > 0 && !p.sums(ballot):
			s.report(session.Participant, "other ballots of its table than were cast there")
		}
	}
	if own.Choice != nil && !slices.Contains(made[session.ChooseDraft](p), session.ChooseDraft(*own.Choice)) {
		s.report(session.Participant, "a choice between drafts that it never made")
	}
}

// cast tells whether a ballot is one that this phone has sent for one of its people.
func (p *phone) cast(own session.OwnBallot) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return slices.ContainsFunc(p.ballots, func(b *visitor.Sent) bool {
		c := b.Command.(session.CastBallot)
		return c.Round == own.Round && max(c.Seat, 1) == max(own.Seat, 1) && maps.Equal(c.Dots, own.Dots)
	})
}
