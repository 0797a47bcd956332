package simulate

import (
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"
)

func TestGauge(t *testing.T) {
	text := "# HELP process_cpu_seconds_total CPU.\nprocess_cpu_seconds_total 1.5\nprocess_resident_memory_bytes 2.5e+07\ngo_goroutines 7\n"
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/metrics" {
			_, _ = io.WriteString(w, text)
			return
		}
		_, _ = io.WriteString(w, "<html>")
	}))
	defer srv.Close()
	t.Run("two servers and their Redis are added up", func(t *testing.T) {
		redis := answering(t, "$60\r\n# CPU\r\nused_cpu_sys:0.250000\r\nused_cpu_user:0.500000\r\nused_cpu_sys_children:9\r\n\r\n+OK\r\n")
		gauge, err := MetricsGauge([]string{srv.URL + "/metrics", srv.URL + "/metrics"}, "redis://"+redis)
		if err != nil {
			t.Fatal(err)
		}
		got, err := gauge(t.Context())
		if want := (Reading{ServerCPU: 3 * time.Second, StoreCPU: 750 * time.Millisecond, RSS: 50_000_000}); err != nil || got != want {
			t.Errorf("%v, %+v, not %+v", err, got, want)
		}
	})
	t.Run("a page that tells nothing, a Redis that refuses and no address at all are errors", func(t *testing.T) {
		for _, c := range []struct{ metrics, redis string }{
			{srv.URL + "/elsewhere", ""},
			{srv.URL + "/metrics", "redis://" + answering(t, "-NOAUTH Authentication required.\r\n")},
		} {
			gauge, err := MetricsGauge([]string{c.metrics}, c.redis)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := gauge(t.Context()); err == nil {
				t.Errorf("%+v is no error", c)
			}
		}
		if _, err := MetricsGauge(nil, "localhost:6379"); err == nil {
			t.Error("an address without redis:// is no error")
		}
	})
}

// answering gives the address of somebody who hears one line and says words.
func answering(t *testing.T, words string) string {
	t.Helper()
	listener, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { listener.Close() })
	go func() {
		conn, err := listener.Accept()
		if err != nil {
			return
		}
		defer conn.Close()
		heard := make([]byte, len("INFO cpu\r\nQUIT\r\n"))
		if _, err := io.ReadFull(conn, heard); err == nil {
			_, _ = io.WriteString(conn, words)
		}
	}()
	return listener.Addr().String()
}

func TestActs(t *testing.T) {
	t.Run("an act is what lies between two moments: its commands, what phones received, what servers used", func(t *testing.T) {
		at := func(s int) time.Time { return noon.Add(time.Duration(s) * time.Second) }
		r := &run{moments: []moment{
			{act: betweenActs, at: at(0), reading: &Reading{RSS: 10_000_000}},
			{act: voteAct, at: at(10), messages: 20, bytes: 1000, reading: &Reading{ServerCPU: time.Second, RSS: 11_000_000}},
			{act: betweenActs, at: at(30), messages: 60, bytes: 5000, reading: &Reading{ServerCPU: 3 * time.Second, StoreCPU: time.Second, RSS: 30_000_000}},
			{act: revealAct, at: at(31)},
			{act: betweenActs, at: at(32)},
		}}
		acts := r.acts(2, []timed{{at(9), time.Second}, {at(10), 20 * time.Millisecond}, {at(29), 10 * time.Millisecond}, {at(30), time.Second}})
		if len(acts) != 2 || acts[0].Name != "vote" || acts[1].Use != nil {
			t.Fatalf("%+v", acts)
		}
		vote := acts[0]
		if vote.Wall != 20 || vote.Commands != 2 || vote.Ack.Max != 20 || vote.Phone != (PhoneTraffic{20, 2000}) {
			t.Errorf("%+v", vote)
		}
		if want := (Use{ServerCPU: 2, StoreCPU: 1, PerCommand: 1500, RSS: 30_000_000, PerPhone: 10_000_000}); *vote.Use != want {
			t.Errorf("%+v, not %+v", *vote.Use, want)
		}
	})
}
