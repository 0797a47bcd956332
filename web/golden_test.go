package web

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
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

// golden is one file of testdata/frames: the frames that one visitor was sent, and what they then have. The browser's test
// (web/app/src/wire/golden.test.ts) reads the same files.
type golden struct {
	Frames  []wire.Frame `json:"frames"`
	Replica struct {
		Run   string                     `json:"run"`
		Rev   uint64                     `json:"rev"`
		Items map[string]json.RawMessage `json:"items"`
	} `json:"replica"`
}

// watcher is a visitor who writes down every frame.
type watcher struct {
	golden
	member *live.Member
}

func (w *watcher) look() {
	f := w.member.Take(w.Replica.Run, w.Replica.Rev).Frame
	if f == nil {
		return
	}
	w.Frames = append(w.Frames, wire.Frame{T: wire.TFrame, Run: f.Run, Rev: f.Rev, Since: f.Since, Set: f.Set, Drop: f.Drop})
	w.Replica.Run, w.Replica.Rev = f.Run, f.Rev
}

// TestGoldenFrames plays a small session on a clock that always tells the same, and compares the frames with those that
// browsers of earlier versions were tested with. A visitor who has followed every frame has what a newcomer is sent.
func TestGoldenFrames(t *testing.T) {
	for name, files := range goldenFrames(t) {
		t.Run("what the "+name+" is sent is as it was", func(t *testing.T) {
			path := filepath.Join("testdata", "frames", name+".json")
			if *update {
				if err := os.MkdirAll(filepath.Dir(path), 0o750); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(path, files, 0o600); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path) //nolint:gosec // a file of ours
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(files, want) {
				t.Errorf("the frames have changed; run `go test ./web -run GoldenFrames -update` when that is meant, and say so in docs/protocol.md\n%s", files)
			}
		})
	}
}

func goldenFrames(t *testing.T) map[string][]byte {
	t.Helper()
	written := map[string][]byte{}
	synctest.Test(t, func(t *testing.T) {
		log := logtest.NewMemory()
		start := func() *live.Rooms {
			rooms, err := live.Open(t.Context(), log, live.Options{Logger: slog.New(slog.DiscardHandler)})
			if err != nil {
				t.Fatal(err)
			}
			return rooms
		}
		rooms := start()
		e, err := rooms.Start(t.Context(), session.StartSession{
			Title: "Proefsessie", Lang: session.Dutch, Groups: []string{"Ondernemer", "HR-specialist"}, Fictional: true,
		})
		if err != nil {
			t.Fatal(err)
		}
		// What chance named gets names of ours, so that the files stay the same.
		names := []string{e.ID, "golden-session", e.Pin, "482913"}

		watchers := map[string]*watcher{"host": {}, "screen": {}, "participant": {}}
		enter := func() {
			for name, w := range watchers {
				person := session.PersonID("anna")
				if name == "host" {
					person = session.HostID
				}
				w.member, err = rooms.Join(t.Context(), e.ID, session.Viewer{Role: session.Role(name), Person: person}, "tab-of-"+name)
				if err != nil {
					t.Fatal(err)
				}
			}
		}
		settle := func() {
			time.Sleep(1500 * time.Millisecond) // of the bubble's clock: every publication that is due has been made
			synctest.Wait()
			for _, w := range watchers {
				w.look()
			}
		}
		enter()
		settle()
		names = append(names, watchers["host"].Replica.Run, "run-1")
		n := map[string]uint64{}
		do := func(name string, c session.Command) {
			n[name]++
			if err := watchers[name].member.Submit(t.Context(), n[name], c); err != nil {
				t.Fatal(err)
			}
			settle()
		}
		do("participant", session.ChooseGroup{Group: "g2"})
		do("host", session.OpenActivity{Activity: "a2"})
		do("participant", session.AddCard{ID: "k1", Text: "Vertrouwen"})
		do("participant", session.AddCard{ID: "k2", Text: "Lef ✓ 💡"})
		do("participant", session.AddCard{ID: "k3", Text: "vertrouwen"})
		do("participant", session.RemoveCard{ID: "k2"})
		do("host", session.ShowDeck{Shown: true})
		do("host", session.OpenActivity{Activity: "a3"})
		do("host", session.RenameCluster{Cluster: "c-k1", Name: "Vertrouwen geven"})
		do("host", session.OpenActivity{Activity: "a4"})
		do("participant", session.CastBallot{Round: 1, Dots: map[string]int{"c-k1": 1}})

		// Another life of the room: everybody gets everything, and goes on from there.
		if err := rooms.Close(context.WithoutCancel(t.Context())); err != nil {
			t.Fatal(err)
		}
		rooms = start()
		enter()
		settle()
		names = append(names, watchers["host"].Replica.Run, "run-2")
		do("host", session.OpenActivity{Activity: "a5"})

		for name, w := range watchers {
			w.Replica.Items = maps.Clone(w.member.Take("", 0).Frame.Set)
			text, err := json.MarshalIndent(w.golden, "", " ")
			if err != nil {
				t.Fatal(err)
			}
			for i := 0; i < len(names); i += 2 {
				text = bytes.ReplaceAll(text, []byte(names[i]), []byte(names[i+1]))
			}
			written[name] = append(text, '\n')
		}
		if err := rooms.Close(context.WithoutCancel(t.Context())); err != nil {
			t.Fatal(err)
		}
	})
	return written
}
