package live_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"verbindend/session"
	"verbindend/session/live"
)

// A storm is a session on several servers over one log, while that misbehaves: it fails, answers late or not, and loses the
// last that it has acknowledged. Some servers hear of each other's appends late or never.
type storm struct {
	*house
	random  *rand.Rand
	servers []*live.Rooms
	people  []*drifter
	heights []height // how long the log was, and when
	round   int
	options []string
	faults  map[string]int
}

type height struct {
	at  time.Time
	seq uint64
}

// A drifter is somebody whose phone goes from server to server. It numbers its commands, and sends again what nobody answered.
type drifter struct {
	name   string
	member *live.Member
	at     int
	seen   live.Seen
	n      uint64
	outbox []sent // in order; not answered yet
	cards  map[string]string
	order  []string
	ballot map[string]int
	acked  int
}

type sent struct {
	n       uint64
	command session.Command
}

func newStorm(h *house, seed uint64, servers int) *storm {
	s := &storm{house: h, random: rand.New(rand.NewPCG(seed, 1)), servers: []*live.Rooms{h.rooms}, faults: map[string]int{}} //nolint:gosec // a seed that can be repeated is the point
	for range servers - 1 {
		if s.random.IntN(3) == 0 {
			s.servers = append(s.servers, h.serverOver(deaf{Memory: h.log}))
		} else {
			s.servers = append(s.servers, h.server())
		}
	}
	for i := range 8 {
		s.people = append(s.people, &drifter{name: fmt.Sprintf("person%d", i), at: -1, cards: map[string]string{}, ballot: map[string]int{}})
	}
	return s
}

func (s *storm) chance(percent int) bool { return s.random.IntN(100) < percent }

// come brings somebody to a server, and has them send again what was not answered. It may fail: they come back later.
func (s *storm) come(d *drifter, at int) {
	m, err := s.servers[at].Join(s.t.Context(), s.id, session.Viewer{Role: session.Participant, Person: session.PersonID(d.name)}, "tab-of-"+d.name, d.seen)
	if err != nil {
		d.member = nil
		return
	}
	d.member, d.at = m, at
	for len(d.outbox) > 0 && d.outbox[0].n <= m.LastN {
		s.settled(d, nil) // done, and its answer was lost
	}
	for _, it := range d.outbox {
		_ = m.Submit(s.t.Context(), it.n, it.command)
	}
}

// settled takes note of the answer to the oldest command.
func (s *storm) settled(d *drifter, err error) {
	s.t.Helper()
	it := d.outbox[0]
	d.outbox = d.outbox[1:]
	if err != nil {
		if p := session.AsProblem(err); p == nil || p.Code == session.Unavailable || p.Code == session.Denied {
			s.t.Fatalf("%s: %#v was refused: %v", d.name, it.command, err)
		}
		return
	}
	d.acked++
	switch c := it.command.(type) {
	case session.AddCard:
		d.cards[c.ID] = c.Text
		d.order = append(d.order, c.ID)
	case session.EditCard:
		d.cards[c.ID] = c.Text
	case session.RemoveCard:
		delete(d.cards, c.ID)
		d.order = slices.DeleteFunc(d.order, func(id string) bool { return id == c.ID })
	case session.CastBallot:
		d.ballot = c.Dots
	}
}

// listen takes in what somebody was answered.
func (s *storm) listen(d *drifter) {
	if d.member == nil {
		return
	}
	news := d.member.Take(d.seen.Mark, d.seen.Rev)
	if f := news.Frame; f != nil {
		if f.Since != 0 && f.Since != d.seen.Rev {
			s.t.Fatalf("%s has %d and was sent what is new since %d", d.name, d.seen.Rev, f.Since)
		}
		d.seen = live.Seen{Mark: f.Mark, Rev: f.Rev}
	}
	for _, r := range news.Replies {
		if p := session.AsProblem(r.Err); p != nil && p.Code == session.Unavailable {
			continue // sent again when they come back
		}
		if len(d.outbox) == 0 || d.outbox[0].n != r.N {
			if r.N < d.n-uint64(len(d.outbox))+1 {
				continue // answered before
			}
			s.t.Fatalf("%s was answered %d out of turn", d.name, r.N)
		}
		s.settled(d, r.Err)
	}
	if news.Closing != live.StillOpen {
		d.member = nil
	}
}

// act lets somebody say something, or go to another server.
func (s *storm) act(d *drifter) {
	if d.member == nil || s.chance(10) {
		if d.member != nil {
			d.member.Leave()
			s.listen(d)
		}
		s.come(d, s.random.IntN(len(s.servers)))
		return
	}
	if len(d.outbox) >= 3 {
		return
	}
	d.n++
	it := sent{d.n, s.command(d)}
	d.outbox = append(d.outbox, it)
	if d.member.Submit(s.t.Context(), it.n, it.command) != nil {
		d.member = nil
	}
}

func (s *storm) command(d *drifter) session.Command {
	if s.round > 0 {
		dots := map[string]int{}
		for _, option := range s.options {
			if len(dots) < 2 && s.chance(40) {
				dots[option] = 1
			}
		}
		return session.CastBallot{Round: s.round, Dots: dots}
	}
	if len(d.outbox) == 0 && len(d.order) > 0 {
		id := d.order[s.random.IntN(len(d.order))]
		if len(d.order) == session.DefaultCardLimit || s.chance(10) {
			return session.RemoveCard{ID: id}
		}
		if s.chance(50) {
			return session.EditCard{ID: id, Text: fmt.Sprintf("waarde %d van %s", d.n, d.name)}
		}
	}
	return session.AddCard{ID: fmt.Sprintf("%s-%d", d.name, d.n), Text: fmt.Sprintf("waarde %d van %s", d.n, d.name)}
}

// misfortune happens to the log.
func (s *storm) misfortune() {
	switch s.random.IntN(5) {
	case 0, 1: // only what was acknowledged of late: what is older, nobody promises to hold while others go on
		for _, h := range s.heights {
			if time.Since(h.at) < 10*time.Second {
				s.faults["loss"]++
				s.log.Lose(s.id, h.seq+s.random.Uint64N(s.seq()-h.seq+1))
				break
			}
		}
	case 2:
		s.faults["stall"]++
		time.AfterFunc(time.Duration(s.random.IntN(8000))*time.Millisecond, s.log.Stall())
	case 3:
		s.faults["failure"]++
		s.log.Fail(fmt.Errorf("the store is gone"))
		time.AfterFunc(time.Duration(s.random.IntN(8000))*time.Millisecond, func() { s.log.Fail(nil) })
	case 4:
		s.faults["unheard"]++
		s.log.FailAfterAppend(fmt.Errorf("the connection was lost before the answer"))
	}
}

func (s *storm) seq() uint64 {
	held := s.log.Batches(s.id)
	return held[len(held)-1].Last
}

// blow lets people act for a while, with and without misfortune.
func (s *storm) blow(steps, misfortunes int) {
	for i := range steps {
		s.heights = append(s.heights, height{time.Now(), s.seq()})
		s.act(s.people[s.random.IntN(len(s.people))])
		if s.chance(60) {
			time.Sleep(time.Duration(s.random.IntN(40)) * time.Millisecond)
		}
		synctest.Wait()
		for _, d := range s.people {
			s.listen(d)
		}
		if misfortunes > 0 && i%(steps/misfortunes) == steps/misfortunes-1 {
			s.misfortune()
		}
	}
}

// calm waits until everybody has been answered.
func (s *storm) calm() {
	s.t.Helper()
	for range 200 {
		waiting := false
		for _, d := range s.people {
			if d.member == nil {
				s.come(d, s.random.IntN(len(s.servers)))
			}
			waiting = waiting || d.member == nil || len(d.outbox) > 0
		}
		time.Sleep(500 * time.Millisecond)
		synctest.Wait()
		for _, d := range s.people {
			s.listen(d)
		}
		if !waiting {
			s.log.FailAfterAppend(nil)
			time.Sleep(10 * time.Second) // for those who look again by and by
			synctest.Wait()
			return
		}
	}
	s.t.Fatal("somebody is never answered")
}

// judge compares what everybody was told with what is in the log, and what the servers show with each other.
func (s *storm) judge() {
	s.t.Helper()
	for _, rooms := range slices.Concat(s.servers, s.servers) { // a server that is never told looks when somebody does something
		v := s.enter(rooms, session.Participant, "visitor")
		v.send(session.ChooseGroup{Group: "g1"})
		time.Sleep(50 * time.Millisecond)
		synctest.Wait()
		v.member.Leave()
	}
	time.Sleep(2 * time.Second)
	state, err := live.Load(s.t.Context(), s.log, s.id)
	if err != nil {
		s.t.Fatal(err)
	}
	for _, d := range s.people {
		me := state.Me(session.PersonID(d.name))
		if me == nil {
			if d.acked > 0 {
				s.t.Fatalf("nobody knows %s", d.name)
			}
			continue
		}
		var order []string
		cards := map[string]string{}
		for _, c := range me.Cards {
			order = append(order, c.ID)
			cards[c.ID] = c.Text
		}
		if !maps.Equal(cards, d.cards) || len(order) != len(d.order) {
			s.t.Errorf("%s was told that these cards are kept: %v; the log has %v", d.name, d.cards, cards)
		}
		ballot := map[string]int{}
		if me.Ballot != nil {
			ballot = me.Ballot.Dots
		}
		if !maps.Equal(ballot, d.ballot) {
			s.t.Errorf("%s was told that %v counts; the log has %v", d.name, d.ballot, ballot)
		}
	}
	var first *visitor
	for i, rooms := range s.servers {
		host := s.enter(rooms, session.Host, string(session.HostID))
		host.settle()
		if first == nil {
			first = host
			continue
		}
		for _, key := range slices.Sorted(maps.Keys(first.items)) {
			if string(host.items[key]) != string(first.items[key]) {
				s.t.Errorf("server %d shows %s as %s, server 0 as %s", i, key, host.items[key], first.items[key])
			}
		}
		if f := host.member.Take(first.mark, first.rev).Frame; f != nil && f.Since == 0 && f.Rev != 0 && first.rev >= host.rev {
			s.t.Errorf("server %d does not take revision %d of server 0", i, first.rev)
		}
	}
}

// TestStorm: whatever happens to the log, everything that was acknowledged is in it in the end, once, and per person in order.
func TestStorm(t *testing.T) {
	seeds := uint64(40)
	if testing.Short() {
		seeds = 8
	}
	met := map[string]int{}
	for seed := range seeds {
		t.Run(fmt.Sprintf("seed %d", seed), func(t *testing.T) {
			inHouse(t, func(h *house) {
				s := newStorm(h, seed, 2+int(seed%2))
				host := h.host()
				host.done(session.OpenActivity{Activity: "a2"})
				for _, d := range s.people {
					s.come(d, s.random.IntN(len(s.servers)))
				}
				s.blow(150, int(seed%7))
				s.calm()
				if seed%3 == 0 {
					host = h.host()
					host.done(session.OpenActivity{Activity: "a4"})
					for _, cluster := range h.sum(host).Clusters {
						s.options = append(s.options, cluster.ID)
					}
					s.round = 1
					s.blow(100, int(seed%5))
					s.calm()
				}
				s.judge()
				for kind, n := range s.faults {
					met[kind] += n
				}
				for _, what := range []string{"recovered", "append conflict", "append lost", "behind"} {
					met[what] += h.book.read()[what]
				}
			})
		})
	}
	t.Logf("met with %v", met)
}

func (h *house) sum(*visitor) session.Summary {
	h.t.Helper()
	sum, err := h.rooms.Summary(h.t.Context(), h.id)
	if err != nil {
		h.t.Fatal(err)
	}
	return sum
}
