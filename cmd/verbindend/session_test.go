package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"verbindend/cmd/verbindend/simulate"
	"verbindend/cmd/verbindend/visitor"
	"verbindend/session"
	"verbindend/web/wire"
)

// A tunnel is a TCP proxy that can lose everybody who is in it.
type tunnel struct {
	to string
	ln net.Listener

	mu    sync.Mutex
	inner map[net.Conn]struct{}
	lost  int
}

func dig(t *testing.T, to string) *tunnel {
	t.Helper()
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	u := &tunnel{to: strings.TrimPrefix(to, "http://"), ln: ln, inner: map[net.Conn]struct{}{}}
	var carrying sync.WaitGroup
	carrying.Go(func() {
		for {
			in, err := ln.Accept()
			if err != nil {
				return
			}
			carrying.Go(func() { u.carry(in) })
		}
	})
	t.Cleanup(func() { ln.Close(); u.collapse(); carrying.Wait() })
	return u
}

func (u *tunnel) carry(in net.Conn) {
	defer in.Close()
	out, err := net.Dial("tcp", u.to)
	if err != nil {
		return
	}
	defer out.Close()
	u.mu.Lock()
	u.inner[in] = struct{}{}
	u.mu.Unlock()
	go func() { _, _ = io.Copy(out, in); out.Close() }()
	_, _ = io.Copy(in, out)
	u.mu.Lock()
	delete(u.inner, in)
	u.mu.Unlock()
}

// collapse breaks every connection that is open.
func (u *tunnel) collapse() {
	u.mu.Lock()
	defer u.mu.Unlock()
	for conn := range u.inner {
		conn.Close()
		u.lost++
	}
}

func (u *tunnel) address() string { return "http://" + u.ln.Addr().String() }

// chatter collapses a tunnel whenever the simulation tells of something new.
type chatter struct {
	at  []string // the words that collapse it
	u   *tunnel
	out *speech
}

func (c *chatter) Write(p []byte) (int, error) {
	for _, word := range c.at {
		if strings.Contains(string(p), word) {
			c.u.collapse()
		}
	}
	return c.out.Write(p)
}

// TestWholeSessions runs the real program against itself: serve on a free port, phones through a tunnel.
func TestWholeSessions(t *testing.T) {
	dir := t.TempDir()
	server, address, key := serving(t, dir)
	var played simulate.Outcome

	t.Run("five phones lose their lines again and again, and nothing else", func(t *testing.T) {
		u := dig(t, address)
		var err error
		played, err = simulate.Run(t.Context(), simulate.Options{
			URL: u.address(), Key: key, Participants: 5, Sessions: 1, Cards: 4, Votes: 3, Seed: 3, Window: 700_000_000, Cut: 1,
			Activities: true, Timeout: 3 * patience, Progress: &chatter{[]string{"checkin", "writing", "clustering", "voting", "formulating", "committing"}, u, newSpeech()},
		})
		if err != nil || !played.Fine() {
			t.Fatalf("%v\n%+v\n%s", err, played, server.err)
		}
		if u.lost < 6 || played.Reconnects < 10 {
			t.Errorf("the tunnel lost %d connections and phones came back %d times", u.lost, played.Reconnects)
		}
		if played.Acked < 5*(4+3+4) || played.Acked != played.Sent || played.Ack.Max <= 0 || played.Visible.Max <= 0 {
			t.Errorf("%+v", played)
		}
	})
	t.Run("the command prints one JSON object and tells its progress on stderr", func(t *testing.T) {
		code, out, err := invoke(t, "simulate", "--url", address, "--key", key, "--participants", "3", "--sessions", "2", "--window", "0.3", "--json")
		if code != 0 {
			t.Fatalf("exit code %d, %s%s", code, out, err)
		}
		var object simulate.Outcome
		if json.Unmarshal([]byte(out), &object) != nil || len(object.Sessions) != 2 || object.Sessions[1].ReportBytes == 0 {
			t.Errorf("%s", out)
		}
		if !strings.Contains(err, "3 phones have joined") {
			t.Errorf("stderr %q", err)
		}
	})
	t.Run("a key that the server does not know is one line", func(t *testing.T) {
		code, _, err := invoke(t, "simulate", "--url", address, "--key", "wrong-key", "--participants", "1")
		if code != 1 {
			t.Errorf("exit code %d", code)
		}
		oneLineOn(t, err, "--key")
	})

	site, err := visitor.NewSite(address, key)
	if err != nil {
		t.Fatal(err)
	}
	lobby, err := site.Create(t.Context(), wire.NewSession{Title: "Nog in de hal"})
	site.Close()
	if err != nil {
		t.Fatal(err)
	}
	if code := server.ends(t); code != 0 {
		t.Fatalf("exit code %d\n%s", code, server.err)
	}

	t.Run("afterwards the report is made from the store, in both languages", func(t *testing.T) {
		for _, lang := range []string{"nl", "en"} {
			file := filepath.Join(t.TempDir(), "report.pdf")
			code, out, err := invoke(t, "report", "--data", dir, "--session", played.Sessions[0].ID, "--lang", lang, "-o", file)
			if code != 0 {
				t.Fatalf("exit code %d, %s", code, err)
			}
			oneLineOn(t, out, file)
			if pdf, err := os.ReadFile(file); err != nil || !bytes.HasPrefix(pdf, []byte("%PDF-")) {
				t.Errorf("%v, %d bytes", err, len(pdf))
			}
		}
	})
	t.Run("a session that has not ended is found by its pin", func(t *testing.T) {
		code, out, err := invoke(t, "report", "--data", dir, "--session", lobby.Pin, "-o", "-")
		if code != 0 || !strings.HasPrefix(out, "%PDF-") {
			t.Errorf("exit code %d, %q", code, err)
		}
	})
	t.Run("a session that does not exist, and a pin of one that has ended, are one line", func(t *testing.T) {
		for _, id := range []string{"nosuchsession", played.Sessions[0].Pin} {
			code, _, err := invoke(t, "report", "--data", dir, "--session", id)
			if code != 1 {
				t.Errorf("%s: exit code %d", id, code)
			}
			oneLineOn(t, err, id, "bestaat niet")
		}
	})
}

func TestDemo(t *testing.T) {
	t.Run("a fictional group plays to the end, and stopping leaves nothing behind", func(t *testing.T) {
		temporary := t.TempDir()
		t.Setenv("TMPDIR", temporary)
		p := start(t, "demo", "--addr", "127.0.0.1:0", "--minutes", "120", "--participants", "20", "--speed", "300", "--lang", "nl")
		screen := p.says(t, `Groot scherm\s+(\S+/screen/\S+#key=\S+)`)
		p.says(t, "afgelopen")
		address, rest, _ := strings.Cut(screen, "/screen/")
		id, _, _ := strings.Cut(rest, "#")
		site, err := visitor.NewSite(address, "")
		if err != nil {
			t.Fatal(err)
		}
		defer site.Close()
		sum, err := site.Results(context.Background(), id)
		if err != nil || !sum.Final || !sum.Fictional || !strings.Contains(sum.Title, "fictieve gegevens") || sum.Counts.Joined != 22 || sum.Counts.Phones != 20 || sum.Counts.Voted != 22 {
			t.Errorf("%v, %+v", err, sum)
		}
		answered := map[session.Kind]int{}
		for _, o := range sum.Outcomes {
			answered[o.Kind] = o.Sheets
		}
		for _, kind := range []session.Kind{session.CheckIn, session.Tensions, session.Consent, session.Rate, session.CheckOut} {
			if answered[kind] < 10 {
				t.Errorf("%d of 20 people answered in %s", answered[kind], kind)
			}
		}
		for _, act := range sum.Activities {
			if act.Status != session.ClosedNow {
				t.Errorf("%s is %s", act.Kind, act.Status)
			}
		}
		if len(sum.Rounds) != 1 || sum.Vote == nil || sum.Vote.Of != 1 || sum.Counts.Seen == 0 {
			t.Fatalf("no second round, or nothing written in the open: %+v, %+v", sum.Vote, sum.Counts)
		}
		if sum.Counts.Talked == 0 || sum.Counts.Stronger == 0 || sum.Counts.Proposed != 1 {
			t.Errorf("the talks brought nothing: %+v", sum.Counts)
		}
		if len(sum.Formulations) < 3 || slices.ContainsFunc(sum.Formulations, func(f session.Formulation) bool { return len(f.Lacks) > 0 }) {
			t.Errorf("the values are not in words: %+v", sum.Formulations)
		}
		agreed := 0
		for _, step := range sum.Steps {
			if step.Agreed {
				agreed++
			}
		}
		if len(sum.Steps) != 8 || agreed != 3 || len(sum.Shared) != 6 {
			t.Errorf("%d steps, %d agreed on, and %d shared", len(sum.Steps), agreed, len(sum.Shared))
		}
		if first := sum.Rounds[0].Comparison; first == nil || len(first.Groups) < 3 {
			t.Errorf("the groups are not beside each other: %+v", first)
		}
		if code := p.ends(t); code != 0 {
			t.Errorf("exit code %d\n%s", code, p.err)
		}
		if left, _ := os.ReadDir(temporary); len(left) > 0 {
			t.Errorf("left behind: %v", left)
		}
	})
}
