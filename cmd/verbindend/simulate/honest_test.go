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

// votes lets everybody vote in the round that is open, and reveals it. The last phone is two people's; the first of the others votes twice.
func (r *rehearsal) votes(room *crowd.Crowd, round int) {
	r.t.Helper()
	ballot := r.s.Item(session.Participant, "ballot").(session.BallotItem)
	held := poll{method: ballot.Method}
	for _, o := range ballot.Options {
		held.options = append(held.options, o.ID)
	}
	cast := func(i, seat, taste int) map[string]int {
		dots := fill(room, crowd.Person(uint64(round), taste), ballot)
		r.phone(i, session.CastBallot{Round: round, Dots: dots, Seat: seat})
		return dots
	}
	cast(0, 1, 8)
	for i := range 6 {
		held.ballots = append(held.ballots, cast(i, 1, i+1))
	}
	held.ballots = append(held.ballots, cast(5, 2, 7))
	r.want.votes = append(r.want.votes, held)
	r.host(session.OpenActivity{Activity: "a5"})
}

// rehearse plays six phones with two cards each, the last of which is two people's, who all vote, and gives the promise and the results.
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
	r.do(session.Participant, person(5), session.SharePhone{People: 2})
	r.want.joined, r.want.phones, r.want.writers = 7, 6, 6
	r.opens()
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
	r.votes(room, 1)
	for round, more := range []session.Activity{
		{ID: scoreID, Kind: session.Vote, Ballot: session.ByScore, Among: session.AmongTop},
		{ID: runoffID, Kind: session.Vote, Ballot: session.ByRank, Among: session.AmongTied},
	} {
		r.host(session.PlanActivity{Activity: more, At: session.MaxActivities})
		r.host(session.OpenActivity{Activity: more.ID})
		r.votes(room, round+2)
	}
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
