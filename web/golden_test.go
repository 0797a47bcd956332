package web

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"log/slog"
	"maps"
	"os"
	"path/filepath"
	"testing"
	"testing/synctest"
	"time"

	"verbindend/session"
	"verbindend/session/live"
	"verbindend/session/logtest"
	"verbindend/web/wire"
)

var update = flag.Bool("update", false, "write the golden frames anew")

// A golden is one file of testdata/frames: the frames that one connection was sent, and what somebody is sent who comes in
// after the last of them. The front end's test (web/app/src/wire/golden.test.ts) reads the same files and applies the frames
// with the code that phones run.
type golden struct {
	Frames  []wire.Frame `json:"frames"`
	Replica replica      `json:"replica"`
}

type replica struct {
	Mark  string                     `json:"mark"`
	Rev   uint64                     `json:"rev"`
	Items map[string]json.RawMessage `json:"items"`
}

// A theatre plays a session in a bubble of its own time, so that the same frames come out at every performance.
type theatre struct {
	t     *testing.T
	log   *logtest.Memory
	rooms *live.Rooms
	runs  map[string]string // the marks of batches → mark-1, mark-2 …
	last  map[session.PersonID]uint64
	crowd map[session.PersonID]*live.Member
}

// A seat is a connection that takes frames when it is told to.
type seat struct {
	*theatre
	member *live.Member
	viewer session.Viewer
	run    string // as the room calls it
	rev    uint64
	frames []wire.Frame
}

const theatreSession = "golden"

func inTheatre(t *testing.T, play func(th *theatre)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		th := &theatre{
			t: t, log: logtest.NewMemory(), runs: map[string]string{}, last: map[session.PersonID]uint64{},
			crowd: map[session.PersonID]*live.Member{},
		}
		th.store()
		th.open()
		defer th.close()
		play(th)
	})
}

// store begins a session under a pin and an id that no chance has drawn.
func (th *theatre) store() {
	th.t.Helper()
	now := time.Now()
	records, err := session.New().Decide(session.StartSession{
		ID: theatreSession, Pin: "482913", Title: "Inspiratiesessie", Lang: session.Dutch, Groups: []string{"Ondernemer", "HR-specialist"}, Fictional: true,
	}, session.Actor{Role: session.Host, Person: session.HostID}, now)
	if err != nil {
		th.t.Fatal(err)
	}
	batch, err := session.EncodeBatch(records)
	if err != nil {
		th.t.Fatal(err)
	}
	entry, err := json.Marshal(map[string]any{"v": session.FormatVersion, "entry": live.Entry{
		ID: theatreSession, Pin: "482913", Title: "Inspiratiesessie", Lang: session.Dutch, Fictional: true, StartedAt: now,
	}})
	if err != nil {
		th.t.Fatal(err)
	}
	if err := th.log.Append(th.t.Context(), "directory", session.Mark{}, 1, entry); err != nil {
		th.t.Fatal(err)
	}
	if err := th.log.Append(th.t.Context(), theatreSession, session.Mark{}, uint64(len(records)), batch); err != nil {
		th.t.Fatal(err)
	}
}

func (th *theatre) open() {
	th.t.Helper()
	var err error
	if th.rooms, err = live.Open(th.t.Context(), th.log, live.Options{Logger: slog.New(slog.DiscardHandler)}); err != nil {
		th.t.Fatal(err)
	}
}

func (th *theatre) close() {
	th.t.Helper()
	if err := th.rooms.Close(th.t.Context()); err != nil {
		th.t.Error(err)
	}
	clear(th.crowd)
}

func (th *theatre) seat(role session.Role, person session.PersonID) *seat {
	th.t.Helper()
	s := &seat{theatre: th, viewer: session.Viewer{Role: role, Person: person}}
	s.sit()
	return s
}

// sit takes a place in the room, or in its next life.
func (s *seat) sit() {
	s.t.Helper()
	var err error
	if s.member, err = s.rooms.Join(s.t.Context(), theatreSession, s.viewer, "tab-of-seat", live.Seen{Mark: s.run, Rev: s.rev}); err != nil {
		s.t.Fatal(err)
	}
	s.take()
}

// take gets the next frame, if there is one.
func (s *seat) take() {
	f := s.member.Take(s.run, s.rev).Frame
	if f == nil {
		return
	}
	s.run, s.rev = f.Mark, f.Rev
	if s.runs[f.Mark] == "" {
		s.runs[f.Mark] = fmt.Sprintf("mark-%d", len(s.runs)+1)
	}
	s.frames = append(s.frames, wire.Frame{T: wire.TFrame, Mark: s.runs[f.Mark], Rev: f.Rev, Since: f.Since, Set: f.Set, Drop: f.Drop})
}

// does has somebody do something, and lets everything that follows from it be published.
func (th *theatre) does(person session.PersonID, commands ...session.Command) {
	th.t.Helper()
	role := session.Participant
	if person == session.HostID {
		role = session.Host
	} else if th.crowd[person] == nil {
		m, err := th.rooms.Join(th.t.Context(), theatreSession, session.Viewer{Role: role, Person: person}, "tab-of-"+string(person), live.Seen{})
		if err != nil {
			th.t.Fatal(err)
		}
		th.crowd[person] = m
	}
	for _, c := range commands {
		th.last[person]++
		by := session.Actor{Role: role, Person: person, Client: "tab-of-" + string(person), N: th.last[person]}
		if err := th.rooms.Do(th.t.Context(), theatreSession, by, c); err != nil {
			th.t.Fatalf("%T by %s: %v", c, person, err)
		}
	}
	time.Sleep(1500 * time.Millisecond)
	synctest.Wait()
}

// golden is what a seat has heard, and what somebody sees who comes in just now and is told everything at once.
func (s *seat) golden() golden {
	s.t.Helper()
	whole := &seat{theatre: s.theatre, viewer: s.viewer}
	whole.sit()
	if s.rev != whole.rev || s.run != whole.run || len(whole.frames) != 1 {
		s.t.Fatalf("the %s has %d of %s, and a newcomer %d of %s", s.viewer.Role, s.rev, s.run, whole.rev, whole.run)
	}
	return golden{s.frames, replica{s.runs[s.run], s.rev, whole.frames[0].Set}}
}

// holds compares a golden with its file, after checking that its frames really lead to what it expects.
func (g golden) holds(t *testing.T, name string) {
	t.Helper()
	g.adds(t)
	text, err := json.MarshalIndent(g, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	text = append(text, '\n')
	path := filepath.Join("testdata", "frames", name+".json")
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o750); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, text, 0o644); err != nil { //nolint:gosec // for everybody to read
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path) //nolint:gosec // a file of ours
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(text, want) {
		at := 0
		for at < min(len(text), len(want)) && text[at] == want[at] {
			at++
		}
		t.Errorf("%s has changed, where it says\n%s\nand now is\n%s\nWhen that is meant, run `go test ./web -run GoldenFrames -update`, "+
			"and say so in docs/protocol.md", path, around(want, at), around(text, at))
	}
}

// adds applies the frames one by one.
func (g golden) adds(t *testing.T) {
	t.Helper()
	follower := &guest{t: t, items: map[string]json.RawMessage{}}
	for _, f := range g.Frames {
		follower.apply(f)
	}
	if follower.mark != g.Replica.Mark || follower.rev != g.Replica.Rev || !maps.EqualFunc(follower.items, g.Replica.Items, same) {
		t.Fatalf("the frames add up to %s\nat %d of %s, want %s\nat %d of %s",
			follower.items, follower.rev, follower.mark, g.Replica.Items, g.Replica.Rev, g.Replica.Mark)
	}
}

func around(text []byte, at int) []byte { return text[max(0, at-120):min(len(text), at+200)] }

func same(a, b json.RawMessage) bool { return bytes.Equal(a, b) }
