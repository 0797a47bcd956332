package visitor

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/fasthttp/websocket"

	"verbindend/web/wire"
)

func TestFrames(t *testing.T) {
	raw := func(rev, since int, set string) []byte {
		return fmt.Appendf(nil, `{"t":"frame","mark":"m","rev":%d,"since":%d,"set":%s}`, rev, since, set)
	}
	t.Run("thousands who are sent the same share one frame and one view", func(t *testing.T) {
		var fs frames
		var views [3]View
		for _, message := range [][]byte{raw(1, 0, `{"a":1,"b":2}`), raw(2, 1, `{"b":3}`)} {
			for i := range views {
				f, err := fs.read(message)
				if err != nil || !views[i].take(f) {
					t.Fatal(err)
				}
			}
		}
		if views[0].shelf != views[1].shelf || string(views[2].Items["b"]) != "3" || string(views[2].Items["a"]) != "1" {
			t.Errorf("%+v", views)
		}
	})
	t.Run("who skipped a frame has a view of its own, and the others' is not touched", func(t *testing.T) {
		var fs frames
		var a, b View
		take := func(v *View, message []byte) {
			f, err := fs.read(message)
			if err != nil || !v.take(f) {
				t.Fatal(err)
			}
		}
		take(&a, raw(1, 0, `{"a":1}`))
		take(&b, raw(1, 0, `{"a":1}`))
		take(&a, raw(2, 1, `{"b":2}`))
		take(&a, raw(3, 2, `{"c":3}`))
		take(&b, raw(3, 1, `{"b":2,"c":3}`))
		if len(a.Items) != 3 || len(b.Items) != 3 || string(b.Items["b"]) != "2" {
			t.Errorf("%v and %v", a.Items, b.Items)
		}
	})
	t.Run("frames that are long gone are forgotten", func(t *testing.T) {
		var fs frames
		for i := range 5 * manyFrames {
			if _, err := fs.read(raw(i+1, i, `{}`)); err != nil {
				t.Fatal(err)
			}
		}
		if n := len(fs.young) + len(fs.old); n > 2*manyFrames {
			t.Errorf("%d are remembered", n)
		}
	})
}

func TestRead(t *testing.T) {
	t.Run("an acknowledgement is read with and without an own part", func(t *testing.T) {
		plain, err := Read([]byte(`{"t":"ack","n":17}`), ReadFrame)
		if err != nil || plain.T != wire.TAck || plain.N != 17 || plain.Me != nil {
			t.Errorf("%v %+v", err, plain)
		}
		full, err := Read([]byte(`{"t":"ack","n":18,"me":{"cards":[{"id":"k1","text":"Moed"}]}}`), ReadFrame)
		if err != nil || full.N != 18 || full.Own == nil || full.Own.Cards[0].Text != "Moed" {
			t.Errorf("%v %+v", err, full)
		}
	})
	t.Run("fields in another order are read all the same", func(t *testing.T) {
		m, err := Read([]byte(`{"n":3,"t":"ack"}`), ReadFrame)
		if err != nil || m.T != wire.TAck || m.N != 3 {
			t.Errorf("%v %+v", err, m)
		}
	})
	t.Run("what is not the protocol is an error", func(t *testing.T) {
		for _, raw := range []string{`{"t":"frame","rev":"x"}`, `{"t":"ack","n":}`, `hello`, `{"t":"me","me":7}`} {
			if m, err := Read([]byte(raw), ReadFrame); err == nil {
				t.Errorf("%s was read as %+v", raw, m)
			}
		}
	})
}

func TestComingBack(t *testing.T) {
	t.Run("the time away is measured until welcome, own part and view are there", func(t *testing.T) {
		v, next, _ := stage(t)
		p := next()
		p.welcome(0)
		p.say(wire.MeMessage{T: wire.TMe, Me: []byte(`{"cards":[]}`)})
		p.say(frame("r1", 0, 5, nil))
		if err := v.Welcomed(within(t)); err != nil {
			t.Fatal(err)
		}
		v.Cut()
		p = next()
		p.welcome(0)
		if away := v.Absences(); len(away) != 0 {
			t.Fatalf("back without its own part: %v", away)
		}
		p.say(wire.MeMessage{T: wire.TMe, Me: []byte(`{"cards":[]}`)})
		deadline := time.Now().Add(patience)
		for len(v.Absences()) == 0 && time.Now().Before(deadline) {
			time.Sleep(time.Millisecond)
		}
		if away := v.Absences(); len(away) != 1 || away[0] < firstWait/2 {
			t.Errorf("%v", away)
		}
	})
	t.Run("a server that goes says when to come back", func(t *testing.T) {
		closed := &websocket.CloseError{Code: websocket.CloseServiceRestart, Text: "retry=1234"}
		if wait := waitAfter(parting(closed), 5); wait != 1234*time.Millisecond {
			t.Errorf("%v", wait)
		}
		if wait := waitAfter(parting(&websocket.CloseError{Code: 4000, Text: "retry=99999999"}), 0); wait != longWait {
			t.Errorf("%v", wait)
		}
		if wait := waitAfter(parting(errors.New("cut")), 0); wait > firstWait || wait < firstWait/2 {
			t.Errorf("%v", wait)
		}
	})
}
