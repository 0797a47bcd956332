package simulate

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"verbindend/cmd/verbindend/openloop"
	"verbindend/cmd/verbindend/visitor"
	"verbindend/session"
)

func TestSight(t *testing.T) {
	t.Run("the k-th vote sent is compared with the moment k votes were seen", func(t *testing.T) {
		s := &sight{}
		see := func(after time.Duration, set map[string]any) {
			m := items(t, set)
			m.Now = noon.Add(after)
			s.watch(m)
		}
		see(0, map[string]any{"now": session.NowItem{Kind: session.Write}, "progress": session.ProgressItem{Done: 9, Of: 9}})
		see(0, map[string]any{"now": session.NowItem{Kind: session.Vote}, "progress": session.ProgressItem{Done: 0, Of: 9}})
		see(100*time.Millisecond, map[string]any{"progress": session.ProgressItem{Done: 1, Of: 9}})
		see(300*time.Millisecond, map[string]any{"progress": session.ProgressItem{Done: 3, Of: 9}})
		sent := []time.Time{noon.Add(250 * time.Millisecond), noon.Add(40 * time.Millisecond), noon.Add(150 * time.Millisecond)}
		want := []time.Duration{60 * time.Millisecond, 150 * time.Millisecond, 50 * time.Millisecond}
		if got := s.delays(sent); !slices.Equal(got, want) {
			t.Errorf("%v, not %v", got, want)
		}
	})
}

func TestOutcome(t *testing.T) {
	o := Outcome{
		Participants: 30, Sent: 200, Acked: 200, Ack: openloop.Spread{P50: 1, P95: 2, P99: 3, Max: 4}, Visible: openloop.Spread{P50: 5, P95: 6, P99: 7, Max: 8}, Wall: 12.5,
		Phone: PhoneTraffic{40, 20_000}, Sessions: []Played{{"abc", "123456", 80_000}},
	}
	t.Run("JSON has the keys that were promised, and one object", func(t *testing.T) {
		var out bytes.Buffer
		if err := o.WriteJSON(&out); err != nil {
			t.Fatal(err)
		}
		var keys map[string]json.RawMessage
		if err := json.Unmarshal(out.Bytes(), &keys); err != nil {
			t.Fatal(err)
		}
		want := []string{
			"ack_ms", "acts", "back_ms", "commands_acked", "commands_lost", "commands_sent", "disclosures", "host_visible_ms", "join_ms",
			"participants", "phone", "reveal_ms", "sessions", "visible_ms", "wall_s",
		}
		if got := slices.Sorted(maps.Keys(keys)); !slices.Equal(got, want) {
			t.Errorf("keys %v", got)
		}
		if got := string(keys["ack_ms"]); got != `{"p50":1,"p95":2,"p99":3,"max":4}` {
			t.Errorf("ack_ms %s", got)
		}
		if got := string(keys["phone"]) + string(keys["sessions"]); got != `{"messages":40,"bytes":20000}[{"id":"abc","pin":"123456","report_bytes":80000}]` {
			t.Errorf("phone and sessions %s", got)
		}
		if strings.Count(out.String(), "\n") != 1 {
			t.Errorf("%q is more than a line", out.String())
		}
	})
	t.Run("the table says the same, and that all is well", func(t *testing.T) {
		var out bytes.Buffer
		o.WriteTable(&out)
		for _, part := range []string{"30 in each", "200 sent, 200 acknowledged, 0 lost", "command → ack   1.0   2.0   3.0   4.0", "pin 123456", "Nothing lost"} {
			if !strings.Contains(out.String(), part) {
				t.Errorf("%q is not in\n%s", part, out.String())
			}
		}
	})
	t.Run("the table shows what is wrong, and not that all is well", func(t *testing.T) {
		bad := o
		bad.Lost = 20
		for range 20 {
			bad.Findings = append(bad.Findings, "a card")
		}
		var out bytes.Buffer
		bad.WriteTable(&out)
		if !strings.Contains(out.String(), "✗ a card") || !strings.Contains(out.String(), "… and 8 more") || strings.Contains(out.String(), "Nothing lost") {
			t.Error(out.String())
		}
	})
}

func TestSum(t *testing.T) {
	t.Run("a refusal, a loss and a disclosure each spoil the outcome", func(t *testing.T) {
		sent := &visitor.Sent{Command: session.CloseActivity{}, At: noon, Acked: noon.Add(time.Millisecond)}
		refused := &visitor.Sent{Command: session.CloseActivity{}, At: noon, Problem: &session.Problem{Code: session.Denied}}
		told := &play{host0: []*visitor.Sent{sent}}
		told.sentry.report(session.Screen, "something")
		for name, p := range map[string]*play{
			"refusal":    {host0: []*visitor.Sent{sent, refused}},
			"loss":       {host0: []*visitor.Sent{sent}, findings: []finding{{lost: 1, what: "a card"}}},
			"disclosure": told,
		} {
			if out := (&run{plays: []*play{p}}).sum(time.Second); out.Fine() || out.Acked != 1 {
				t.Errorf("%s: %+v", name, out)
			}
		}
		if out := (&run{plays: []*play{{host0: []*visitor.Sent{sent}}}}).sum(time.Second); !out.Fine() || out.Ack.Max != 1 {
			t.Errorf("nothing wrong: %+v", out)
		}
	})
}

func TestOptions(t *testing.T) {
	good := Options{URL: "http://127.0.0.1:8080", Key: "k", Participants: 5, Sessions: 1, Cards: 3, Votes: 2, Window: time.Second, Timeout: time.Minute}
	if err := good.Check(); err != nil {
		t.Fatal(err)
	}
	for name, spoil := range map[string]func(*Options){
		"nobody":            func(o *Options) { o.Participants = 0 },
		"no session":        func(o *Options) { o.Sessions = 0 },
		"too many cards":    func(o *Options) { o.Cards = 5 },
		"no ballot":         func(o *Options) { o.Votes = 0 },
		"no time":           func(o *Options) { o.Window = 0 },
		"no end":            func(o *Options) { o.Timeout = 0 },
		"half a line":       func(o *Options) { o.Cut = 1.5 },
		"no key":            func(o *Options) { o.Key = "" },
		"another machine":   func(o *Options) { o.URL = "https://sessie.example.org" },
		"no address at all": func(o *Options) { o.URL = "8080" },
	} {
		t.Run(name+" is refused in one line", func(t *testing.T) {
			bad := good
			spoil(&bad)
			if err := bad.Check(); err == nil || strings.Contains(err.Error(), "\n") {
				t.Errorf("%v", err)
			}
		})
	}
	for _, url := range []string{"http://localhost:1", "http://[::1]:1", "http://127.9.9.9:1"} {
		here := good
		here.URL = url
		if err := here.Check(); err != nil {
			t.Errorf("%s: %v", url, err)
		}
	}
}
