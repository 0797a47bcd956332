package redistest_test

import (
	"fmt"
	"net"
	"runtime"
	"strings"
	"testing"
	"time"

	"verbindend/session/redislog/redistest"
)

func TestServer(t *testing.T) {
	t.Run("it answers, dies when it is killed, and comes back at the same address with what it kept", func(t *testing.T) {
		addr, srv := redistest.Start(t, "--appendonly", "yes", "--appendfsync", "always")
		if got := say(t, addr, "SET k v"); got != "+OK" {
			t.Fatal(got)
		}
		srv.Kill()
		if _, err := net.DialTimeout("tcp", addr, time.Second); err == nil {
			t.Fatal("somebody is still there")
		}
		srv.Restart()
		if got := say(t, addr, "GET k"); got != "$1" {
			t.Fatal(got)
		}
	})
	t.Run("it is gone when the test is over", func(t *testing.T) {
		var addr string
		t.Run("the test", func(t *testing.T) { addr, _ = redistest.Start(t) })
		if _, err := net.DialTimeout("tcp", addr, time.Second); err == nil {
			t.Fatal("it is still there")
		}
	})
}

func TestWithoutRedis(t *testing.T) {
	for ci, want := range map[string]string{"": "skipped", "true": "failed"} {
		t.Run("where redis-server is not installed and CI is \""+ci+"\" the test is "+want, func(t *testing.T) {
			redistest.Start(t) // this test itself needs one, to know that its absence is what makes the difference
			t.Setenv("PATH", t.TempDir())
			t.Setenv("CI", ci)
			fake := &recorder{TB: t}
			done := make(chan struct{})
			go func() {
				defer close(done)
				redistest.Start(fake)
			}()
			<-done
			if fake.end != want {
				t.Fatalf("it was %q", fake.end)
			}
		})
	}
}

// A recorder is a test that writes down how it ended.
type recorder struct {
	testing.TB
	end string
}

func (r *recorder) Skipf(string, ...any)  { r.end = "skipped"; runtime.Goexit() }
func (r *recorder) Fatalf(string, ...any) { r.end = "failed"; runtime.Goexit() }

func say(t *testing.T, addr, command string) string {
	t.Helper()
	conn, err := net.DialTimeout("tcp", addr, time.Second)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	fmt.Fprint(conn, command+"\r\n")
	answer := make([]byte, 100)
	n, err := conn.Read(answer)
	if err != nil {
		t.Fatal(err)
	}
	line, _, _ := strings.Cut(string(answer[:n]), "\r\n")
	return line
}
