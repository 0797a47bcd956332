package visitor

import (
	"encoding/json"
	"errors"
	"testing"
	"time"

	"github.com/fasthttp/websocket"

	"verbindend/session"
	"verbindend/web/wire"
)

func card(id string) session.AddCard { return session.AddCard{ID: id, Text: "Vertrouwen"} }

func TestOutbox(t *testing.T) {
	t.Run("commands go one at a time, numbered 1, 2, 3", func(t *testing.T) {
		v, next, _ := stage(t)
		sent := []*Sent{v.Send(card("a")), v.Send(card("b")), v.Send(card("c"))}
		p := next()
		p.welcome(0)
		for i, s := range sent {
			if d := p.do(); d.N != uint64(i+1) || d.Type != "add_card" {
				t.Fatalf("command %d came as %+v", i+1, d)
			}
			if s.Answered() {
				t.Fatalf("command %d is answered before the answer", i+1)
			}
			p.ack(uint64(i + 1))
			if err := s.Wait(within(t)); err != nil || s.Acked.Before(s.At) {
				t.Fatalf("command %d: %v, acknowledged %v", i+1, err, s.Acked)
			}
		}
	})
	t.Run("what was not acknowledged when the line broke is sent again with the same number", func(t *testing.T) {
		v, next, _ := stage(t)
		s := v.Send(card("a"))
		p := next()
		p.welcome(0)
		first := p.do()
		v.Cut()
		p = next()
		p.welcome(0)
		if second := p.do(); second.N != first.N || string(second.Data) != string(first.Data) {
			t.Fatalf("%+v was repeated as %+v", first, second)
		}
		p.ack(first.N)
		if err := s.Wait(within(t)); err != nil {
			t.Fatal(err)
		}
		if lines := v.Traffic().Lines; lines != 2 {
			t.Errorf("%d lines, not 2", lines)
		}
	})
	t.Run("what the server says it has done is not sent again", func(t *testing.T) {
		v, next, _ := stage(t)
		a, b := v.Send(card("a")), v.Send(card("b"))
		p := next()
		p.welcome(0)
		p.do()
		v.Cut()
		p = next()
		p.welcome(1)
		if d := p.do(); d.N != 2 {
			t.Fatalf("number %d came, not 2", d.N)
		}
		if err := a.Wait(within(t)); err != nil {
			t.Error(err)
		}
		p.ack(2)
		if err := b.Wait(within(t)); err != nil {
			t.Error(err)
		}
	})
	t.Run("a refusal ends a command and lets the next one go", func(t *testing.T) {
		v, next, _ := stage(t)
		a, b := v.Send(card("a")), v.Send(card("b"))
		p := next()
		p.welcome(0)
		p.do()
		p.say(wire.Refused{T: wire.TProblem, N: 1, Problem: session.Problem{Code: session.Closed, Reason: session.NotOpen}})
		if d := p.do(); d.N != 2 {
			t.Fatalf("number %d came, not 2", d.N)
		}
		p.ack(2)
		if problem := session.AsProblem(a.Wait(within(t))); problem == nil || problem.Code != session.Closed || !a.Acked.IsZero() {
			t.Errorf("the refused command: %v, acknowledged %v", problem, a.Acked)
		}
		if err := b.Wait(within(t)); err != nil {
			t.Error(err)
		}
	})
	t.Run("what may succeed later is tried again", func(t *testing.T) {
		v, next, _ := stage(t)
		s := v.Send(card("a"))
		p := next()
		p.welcome(0)
		p.do()
		p.say(wire.Refused{T: wire.TProblem, N: 1, Problem: session.Problem{Code: session.Unavailable, Retry: true}})
		if d := p.do(); d.N != 1 {
			t.Fatalf("number %d came, not 1", d.N)
		}
		p.ack(1)
		if err := s.Wait(within(t)); err != nil {
			t.Fatal(err)
		}
	})
}

func frame(run string, since, rev uint64, set map[string]string, drop ...string) wire.Frame {
	f := wire.Frame{T: wire.TFrame, Mark: run, Since: since, Rev: rev, Set: map[string]json.RawMessage{}, Drop: drop}
	for key, item := range set {
		f.Set[key] = json.RawMessage(item)
	}
	return f
}

func TestView(t *testing.T) {
	done := func(n int) func(*View) bool {
		return func(v *View) bool {
			progress, _ := Item[session.ProgressItem](v, "progress")
			return progress.Done == n
		}
	}
	t.Run("frames bring the view up to date, and the next hello says where it is", func(t *testing.T) {
		v, next, _ := stage(t)
		p := next()
		p.welcome(0)
		p.say(frame("r1", 0, 5, map[string]string{"progress": `{"done":1,"of":9}`, "deck": `{}`}))
		p.say(frame("r1", 5, 8, map[string]string{"progress": `{"done":2,"of":9}`}, "deck"))
		if err := v.Await(within(t), "2 done", done(2)); err != nil {
			t.Fatal(err)
		}
		v.Look(func(view *View) {
			if _, there := view.Items["deck"]; there {
				t.Error("the deck was dropped and is still there")
			}
		})
		v.Cut()
		if p = next(); p.hello.Mark != "r1" || p.hello.Rev != 8 || p.hello.Client != "test-phone" {
			t.Errorf("the visitor came back with %+v", p.hello)
		}
	})
	t.Run("a visitor who missed a frame comes back and asks for everything", func(t *testing.T) {
		v, next, _ := stage(t)
		p := next()
		p.welcome(0)
		p.say(frame("r1", 0, 5, nil))
		p.say(frame("r1", 7, 8, map[string]string{"progress": `{"done":2,"of":9}`}))
		if p = next(); p.hello.Mark != "" || p.hello.Rev != 0 {
			t.Fatalf("the visitor came back with %+v", p.hello)
		}
		p.welcome(0)
		p.say(frame("r1", 0, 8, map[string]string{"progress": `{"done":3,"of":9}`}))
		if err := v.Await(within(t), "3 done", done(3)); err != nil {
			t.Fatal(err)
		}
	})
	t.Run("a visitor who is denied does not come back", func(t *testing.T) {
		_, next, ended := stage(t)
		p := next()
		bye := websocket.FormatCloseMessage(wire.CloseDenied, "")
		if err := p.conn.WriteControl(websocket.CloseMessage, bye, time.Now().Add(patience)); err != nil {
			t.Fatal(err)
		}
		select {
		case err := <-ended:
			if !errors.Is(err, ErrSentAway) {
				t.Errorf("the visit ended with %v", err)
			}
		case <-time.After(patience):
			t.Error("the visitor is still there")
		}
	})
}

func TestKeyOf(t *testing.T) {
	for link, key := range map[string]string{
		"http://x/host/s1#key=abc": "abc",
		"http://x/host/s1#abc":     "abc",
		"http://x/host/s1":         "",
	} {
		if got := KeyOf(link); got != key {
			t.Errorf("KeyOf(%q) = %q, not %q", link, got, key)
		}
	}
}
