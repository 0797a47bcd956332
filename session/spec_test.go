package session

import (
	"fmt"
	"strings"
	"time"

	"pgregory.net/rapid"
)

// Who takes part in the specifications. Anybody who is not the host or the screen is a participant.
const (
	host              = HostID
	screen   PersonID = "the-screen"
	anna     PersonID = "person-anna"
	bert     PersonID = "person-bert"
	carla    PersonID = "person-carla"
	stranger PersonID = "person-nobody-let-in"
)

var noon = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

// A room is a session under specification: given what happened, when somebody does something, then it is done or refused.
// Its clock stands still until a specification moves it. Each step is held against the laws in laws_test.go.
type room struct {
	t       rapid.TB
	s       *Session
	now     time.Time
	log     []Record
	numbers map[PersonID]uint64
	cards   int
	lawless bool // too large to look at everything after every step
	last    picture
}

// unstarted gives a session before its first record.
func unstarted(t rapid.TB) *room {
	return &room{t: t, s: New(), now: noon, numbers: map[PersonID]uint64{}}
}

// lobby gives a session that has been started with two groups, and nobody in it.
func lobby(t rapid.TB) *room {
	t.Helper()
	r := unstarted(t)
	r.do(host, StartSession{
		ID: "s1", Pin: "482913", Title: "Inspiratiesessie", Lang: Dutch, Groups: []string{"Ondernemer", "HR-specialist"},
	}).done()
	return r
}

// with lets people join.
func (r *room) with(people ...PersonID) *room {
	r.t.Helper()
	for _, p := range people {
		r.do(p, Join{}).done()
	}
	return r
}

// crowd lets n people join and names them.
func (r *room) crowd(n int) []PersonID {
	r.t.Helper()
	list := make([]PersonID, n)
	for i := range list {
		list[i] = PersonID(fmt.Sprintf("person-%04d", i+1))
	}
	r.with(list...)
	return list
}

// opened opens the activity of a kind.
func (r *room) opened(kinds ...Kind) *room {
	r.t.Helper()
	for _, kind := range kinds {
		r.open(kind).done()
	}
	return r
}

func (r *room) open(kind Kind) *answer {
	r.t.Helper()
	for _, a := range r.s.agenda.list {
		if a.Kind == kind {
			return r.do(host, OpenActivity{a.ID})
		}
	}
	r.t.Fatalf("the agenda has no %s", kind)
	return nil
}

// wrote lets somebody lay down cards.
func (r *room) wrote(who PersonID, texts ...string) *room {
	r.t.Helper()
	for _, text := range texts {
		r.write(who, text)
	}
	return r
}

// write lets somebody lay down a card and gives its id.
func (r *room) write(who PersonID, text string) string {
	r.t.Helper()
	r.cards++
	id := fmt.Sprintf("k%d", r.cards)
	r.do(who, AddCard{ID: id, Text: text}).done()
	return id
}

// ballotOf gives a room of people in which a vote is open on values of these names, and the people.
func ballotOf(t rapid.TB, people int, names ...string) (*room, []PersonID) {
	t.Helper()
	r := lobby(t)
	crowd := r.crowd(people)
	writers := (len(names) + DefaultCardLimit - 1) / DefaultCardLimit
	for i := range writers {
		r.with(PersonID(fmt.Sprintf("writer-%d", i)))
	}
	r.opened(Write)
	for i, name := range names {
		r.write(PersonID(fmt.Sprintf("writer-%d", i/DefaultCardLimit)), name)
	}
	return r.opened(Vote), crowd
}

// cast sends a ballot with dots per name of an option, for the round that is held.
func (r *room) cast(who PersonID, dots map[string]int) *answer {
	r.t.Helper()
	byID := map[string]int{}
	for name, n := range dots {
		byID[r.option(name)] = n
	}
	return r.do(who, CastBallot{Round: r.s.vote.round, Dots: byID})
}

// option gives the id of an option of the ballot, or the name itself when there is none of that name.
func (r *room) option(name string) string {
	for _, o := range r.s.vote.frozen.Options {
		if o.Name == name {
			return o.ID
		}
	}
	return name
}

// cluster gives the id of the cluster that the host sees under a name.
func (r *room) cluster(name string) string {
	r.t.Helper()
	for _, k := range r.s.clusters.order {
		if it, ok := r.s.Item(Host, "cluster/"+k.id).(ClusterItem); ok && it.Name == name {
			return it.ID
		}
	}
	r.t.Fatalf("no cluster %q among %v", name, r.board())
	return ""
}

// board tells how the cards lie as the host sees it: "Name: words", in order of making.
func (r *room) board() []string {
	board := []string{}
	for _, k := range r.s.clusters.order {
		if it, ok := r.s.Item(Host, "cluster/"+k.id).(ClusterItem); ok {
			var words []string
			for _, w := range r.s.shapeOf(k).words {
				words = append(words, fmt.Sprintf("%s×%d", w.Text, w.Count))
			}
			line := it.Name + ": " + strings.Join(words, " ")
			if it.Parked {
				line += " (parked)"
			}
			board = append(board, line)
		}
	}
	return board
}

// after moves the clock.
func (r *room) after(d time.Duration) *room {
	r.now = r.now.Add(d)
	return r
}

// actor numbers the next command of somebody's only tab.
func (r *room) actor(who PersonID) Actor {
	r.numbers[who]++
	return Actor{Role: roleOf(who), Person: who, Client: "tab-of-" + string(who), N: r.numbers[who]}
}

func roleOf(who PersonID) Role {
	switch who {
	case host:
		return Host
	case screen:
		return Screen
	}
	return Participant
}

// do lets somebody send their next command.
func (r *room) do(who PersonID, c Command) *answer {
	r.t.Helper()
	return r.send(r.actor(who), c)
}

// send decides a command and applies what it brought about.
func (r *room) send(by Actor, c Command) *answer {
	r.t.Helper()
	if r.lawless {
		records, err := r.s.Decide(c, by, r.now)
		for _, record := range records {
			r.s.Apply(record)
		}
		r.log = append(r.log, records...)
		return &answer{r, c, records, err}
	}
	if r.last == nil {
		r.last = take(r.t, r.s)
	}
	records, err := r.s.Decide(c, by, r.now)
	r.decidingChangesNothing(c)
	for _, record := range records {
		r.s.Apply(record)
	}
	r.log = append(r.log, records...)
	r.changesAreAnnounced(c)
	return &answer{r, c, records, err}
}
