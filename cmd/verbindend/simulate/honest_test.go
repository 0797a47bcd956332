package simulate

import (
	"encoding/json"
	"fmt"
	"testing"
	"time"

	"verbindend/cmd/verbindend/crowd"
	"verbindend/session"
)

// A rehearsal plays a session on the state machine itself, without a server, and keeps what was promised.
type rehearsal struct {
	t    *testing.T
	s    *session.Session
	n    uint64
	want promise
}

var noon = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

func (r *rehearsal) do(role session.Role, person session.PersonID, c session.Command) {
	r.t.Helper()
	r.n++
	records, err := r.s.Decide(c, session.Actor{Role: role, Person: person, Client: "rehearsal", N: r.n}, noon)
	if err != nil {
		r.t.Fatalf("%T: %v", c, err)
	}
	for _, record := range records {
		r.s.Apply(record)
	}
}

func (r *rehearsal) host(c session.Command) { r.t.Helper(); r.do(session.Host, session.HostID, c) }

// rehearse plays six people with two cards each, who all vote, and gives the promise and the results.
func rehearse(t *testing.T) (promise, session.Summary) {
	t.Helper()
	r := &rehearsal{t: t, s: session.New(), want: promise{cards: map[string][]string{}, groups: map[string]int{}}}
	r.host(session.StartSession{ID: "s1", Pin: "123456", Title: "Proef", Lang: session.Dutch})
	r.host(session.OpenActivity{Activity: "a2"})
	room, meant := crowd.New(session.Dutch, 1, 1), map[string]session.DeckValue{}
	person := func(i int) session.PersonID { return session.PersonID(fmt.Sprintf("person-%d", i)) }
	for i := range 6 {
		r.do(session.Participant, person(i), session.Join{})
		for j, thought := range room.Think(crowd.Person(1, i+1), 2) {
			text := thought.Text + " " + mark(i, j)
			r.do(session.Participant, person(i), session.AddCard{ID: fmt.Sprintf("p%d-%d", i, j), Text: text})
			norm := session.Normalise(text)
			meant[norm] = thought.Value
			r.want.cards[norm] = append(r.want.cards[norm], session.Clean(text))
		}
	}
	r.want.joined, r.want.writers = 6, 6
	r.talks()
	r.host(session.OpenActivity{Activity: "a3"})
	var cards []session.CardItem
	for i := range 6 {
		for j := range 2 {
			cards = append(cards, r.s.Item(session.Host, fmt.Sprintf("card/p%d-%d", i, j)).(session.CardItem))
		}
	}
	r.want.Arrangement = crowd.Arrange(cards, meant, session.Dutch, 4)
	r.want.Doubt()
	for _, c := range r.want.Commands {
		r.host(c)
	}
	r.clarifies()
	r.host(session.OpenActivity{Activity: "a4"})
	ballot := r.s.Item(session.Participant, "ballot").(session.BallotItem)
	for i := range 6 {
		chance := crowd.Person(2, i+1)
		r.do(session.Participant, person(i), session.CastBallot{Round: 1, Dots: room.Dots(chance, ballot)})
		last := room.Dots(chance, ballot)
		r.do(session.Participant, person(i), session.CastBallot{Round: 1, Dots: last})
		r.want.before = append(r.want.before, last)
	}
	r.host(session.OpenActivity{Activity: "a5"})
	r.host(session.PlanActivity{Activity: session.Activity{ID: revoteID, Kind: session.Vote, Ballot: session.ByRank, Among: session.AmongTop}, At: session.MaxActivities})
	r.host(session.OpenActivity{Activity: revoteID})
	ballot = r.s.Item(session.Participant, "ballot").(session.BallotItem)
	for i := range 6 {
		ranked := room.Ballot(crowd.Person(3, i+1), ballot)
		r.do(session.Participant, person(i), session.CastBallot{Round: 2, Dots: ranked})
		r.want.ballots = append(r.want.ballots, ranked)
	}
	r.host(session.OpenActivity{Activity: "a5"})
	r.formulates()
	r.asks()
	r.commits()
	r.host(session.EndSession{})
	return r.want, r.s.Summary()
}

// doctored gives the results with something changed, as a server with a mistake might give them.
func doctored(t *testing.T, honest session.Summary, change func(*session.Summary)) session.Summary {
	t.Helper()
	encoded, err := json.Marshal(honest)
	if err != nil {
		t.Fatal(err)
	}
	var sum session.Summary
	if err := json.Unmarshal(encoded, &sum); err != nil {
		t.Fatal(err)
	}
	change(&sum)
	return sum
}
