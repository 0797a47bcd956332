package metrics

import (
	"fmt"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/prometheus/client_golang/prometheus/testutil"

	"verbindend/session"
	"verbindend/web"
	"verbindend/web/wire"
)

// page is what Prometheus would read now.
func page(t *testing.T, m *Meter) string {
	t.Helper()
	answer := httptest.NewRecorder()
	m.Handler().ServeHTTP(answer, httptest.NewRequest("GET", "/metrics", nil))
	if answer.Code != 200 {
		t.Fatalf("answered %d: %s", answer.Code, answer.Body)
	}
	return answer.Body.String()
}

// shows expects each line on the page.
func shows(t *testing.T, m *Meter, lines ...string) {
	t.Helper()
	text := "\n" + page(t, m)
	for _, line := range lines {
		if !strings.Contains(text, "\n"+line+"\n") {
			name, _, _ := strings.Cut(line, "{")
			name, _, _ = strings.Cut(name, " ")
			t.Errorf("missing %s; there is\n%s", line, grep(text, name))
		}
	}
}

func grep(text, part string) string {
	var found strings.Builder
	for line := range strings.Lines(text) {
		if strings.Contains(line, part) {
			found.WriteString(line)
		}
	}
	return found.String()
}

func TestFigures(t *testing.T) {
	m := New(About{Version: "1.2.3", Store: "redis", Capacity: 4000})

	t.Run("what may come is there from the beginning, at zero", func(t *testing.T) {
		shows(t, m,
			`verbindend_capacity_connections 4000`,
			`verbindend_commands_total{command="cast_ballot",outcome="done"} 0`,
			`verbindend_connections{role="participant",transport="socket"} 0`,
			`verbindend_append_seconds_count{outcome="conflict"} 0`,
			`verbindend_limits_total{limit="slow_reader"} 0`,
			`verbindend_sent_bytes_total{kind="frame"} 0`,
			`verbindend_recovered_commands_total 0`,
		)
		if text := page(t, m); !strings.Contains(text, `verbindend_build_info{go="go1.`) || !strings.Contains(text, `store="redis",version="1.2.3"} 1`) {
			t.Error(grep(text, "build_info"))
		}
	})
	t.Run("the process and the runtime are there too", func(t *testing.T) {
		for _, name := range []string{"process_cpu_seconds_total", "process_resident_memory_bytes", "process_open_fds", "process_max_fds", "go_goroutines"} {
			if !strings.Contains(page(t, m), "\n"+name+" ") {
				t.Errorf("%s is missing", name)
			}
		}
	})
	t.Run("what the rooms tell is counted", func(t *testing.T) {
		m.RoomOpened(2*time.Millisecond, 300)
		m.RoomOpened(time.Millisecond, 20)
		m.RoomClosed()
		m.Commanded("cast_ballot", "done", 3*time.Millisecond)
		m.Commanded("cast_ballot", "closed", time.Millisecond)
		m.Appended(12, 3456, 400*time.Microsecond, "done")
		m.Appended(12, 3456, 400*time.Microsecond, "conflict")
		m.Published(session.Screen, time.Millisecond, 789)
		m.Behind(7)
		m.Recovered(2)
		shows(t, m,
			`verbindend_rooms_open 1`, `verbindend_room_loaded_records_total 320`, `verbindend_room_load_seconds_count 2`,
			`verbindend_commands_total{command="cast_ballot",outcome="done"} 1`,
			`verbindend_commands_total{command="cast_ballot",outcome="closed"} 1`,
			`verbindend_command_seconds_bucket{le="0.0025"} 1`, `verbindend_command_seconds_count 2`,
			`verbindend_append_seconds_count{outcome="done"} 1`, `verbindend_append_seconds_bucket{outcome="done",le="0.0005"} 1`,
			`verbindend_append_seconds_count{outcome="conflict"} 1`,
			`verbindend_appended_records_total 12`, `verbindend_appended_bytes_total 3456`,
			`verbindend_publish_seconds_count{role="screen"} 1`, `verbindend_published_bytes_total{role="screen"} 789`,
			`verbindend_log_behind_records_sum 7`, `verbindend_recovered_commands_total 2`,
		)
	})
	t.Run("what the web tells is counted", func(t *testing.T) {
		m.Entered(session.Participant, web.BySocket)
		m.Entered(session.Participant, web.BySocket)
		m.Departed(session.Participant, web.BySocket)
		m.Sent(wire.TFrame, 100)
		m.Sent(wire.TFrame, 50)
		m.Limited(web.Paced)
		m.Reported(20*time.Millisecond, web.ReportDone)
		m.Drained(12, time.Second)
		shows(t, m,
			`verbindend_connections{role="participant",transport="socket"} 1`, `verbindend_joins_total{role="participant",transport="socket"} 2`,
			`verbindend_sent_messages_total{kind="frame"} 2`, `verbindend_sent_bytes_total{kind="frame"} 150`,
			`verbindend_limits_total{limit="pace"} 1`, `verbindend_report_seconds_count{outcome="done"} 1`,
			`verbindend_drain_seconds_count 1`, `verbindend_drained_connections_total 12`,
		)
	})
	t.Run("whether the server is ready is asked when somebody looks", func(t *testing.T) {
		ready := true
		m.Ask(func() bool { return ready }, func() int { return 31 })
		shows(t, m, "verbindend_ready 1", "verbindend_members 31")
		ready = false
		shows(t, m, "verbindend_ready 0")
	})
}

func TestNamesFollowTheConventions(t *testing.T) {
	problems, err := testutil.GatherAndLint(New(About{}).registry)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range problems {
		if strings.HasPrefix(p.Metric, namespace) {
			t.Errorf("%s: %s", p.Metric, p.Text)
		}
	}
}

func TestNobodyMakesNewSeries(t *testing.T) {
	m := New(About{})
	use := func(value string) {
		m.Commanded(value, value, time.Second)
		m.Commanded("cast_ballot", value, time.Second)
		m.Commanded(value, "denied", time.Second)
		m.Appended(1, 1, time.Second, value)
		m.Published(session.Role(value), time.Second, 1)
		m.Entered(session.Role(value), web.Transport(value))
		m.Departed(session.Role(value), web.Transport(value))
		m.Sent(value, 1)
		m.Limited(web.Limit(value))
		m.Reported(time.Second, value)
	}
	series := func() int {
		n := 0
		for line := range strings.Lines(page(t, m)) {
			if strings.HasPrefix(line, namespace) {
				n++
			}
		}
		return n
	}
	use("something that nobody expected")
	before := series()
	for i := range 200 {
		use(fmt.Sprintf(`made up "%d"`, i))
	}
	if after := series(); after != before {
		t.Errorf("%d series became %d", before, after)
	}
	if strings.Contains(page(t, m), "made up") {
		t.Error("what somebody made up is on the page")
	}
	shows(t, m, `verbindend_commands_total{command="other",outcome="other"} 201`, `verbindend_sent_messages_total{kind="other"} 201`)
}

func BenchmarkMeter(b *testing.B) {
	m := New(About{})
	b.Run("a message sent", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			m.Sent(wire.TFrame, 1000)
		}
	})
	b.Run("a command answered", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			m.Commanded("cast_ballot", "done", time.Millisecond)
		}
	})
}
