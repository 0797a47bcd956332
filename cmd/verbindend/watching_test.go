package main

import (
	"io"
	"net/http"
	"regexp"
	"runtime"
	"strings"
	"testing"
)

// fetch gives what is at an address.
func fetch(t *testing.T, address string) (status int, text string) {
	t.Helper()
	res, err := http.Get(address) //nolint:gosec // an address of this test
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	return res.StatusCode, string(body)
}

func TestWatching(t *testing.T) {
	t.Run("a server shows its figures beside everything else", func(t *testing.T) {
		p := start(t, "serve", "--addr", "127.0.0.1:0", "--data", t.TempDir(), "--capacity", "123")
		status, text := fetch(t, p.says(t, `(http://127\.0\.0\.1:\d+)/host#key=`)+"/metrics")
		for _, line := range []string{"verbindend_capacity_connections 123", `store="file"`, "process_cpu_seconds_total "} {
			if status != 200 || !strings.Contains(text, line) {
				t.Errorf("status %d, no %s in\n%s", status, line, text)
			}
		}
	})
	t.Run("with an address of their own they are there and nowhere else", func(t *testing.T) {
		p := start(t, "serve", "--addr", "127.0.0.1:0", "--data", t.TempDir(), "--metrics-addr", "127.0.0.1:0")
		server := p.says(t, `(http://127\.0\.0\.1:\d+)/host#key=`)
		if status, _ := fetch(t, server+"/metrics"); status != 404 {
			t.Errorf("the server itself answers %d", status)
		}
		at := regexp.MustCompile(`msg=figures addr=(\S+)`).FindStringSubmatch(p.err.String())
		if at == nil {
			t.Fatalf("it does not say where: %s", p.err)
		}
		if status, text := fetch(t, "http://"+at[1]+"/metrics"); status != 200 || !strings.Contains(text, "verbindend_rooms_open 0") {
			t.Errorf("status %d: %s", status, text)
		}
		if status, _ := fetch(t, "http://"+at[1]+"/debug/pprof/"); status != 404 {
			t.Errorf("profiles that nobody asked for: %d", status)
		}
		p.ends(t)
		if _, err := http.Get("http://" + at[1] + "/metrics"); err == nil { //nolint:gosec // an address of this test
			t.Error("the figures outlive the server")
		}
	})
	t.Run("profiles are there when asked for", func(t *testing.T) {
		p := start(t, "serve", "--addr", "127.0.0.1:0", "--data", t.TempDir(), "--metrics-addr", "127.0.0.1:0", "--pprof")
		p.says(t, "/host#key=")
		at := regexp.MustCompile(`msg=figures addr=(\S+) profiles=true`).FindStringSubmatch(p.err.String())
		if at == nil {
			t.Fatalf("it does not say where: %s", p.err)
		}
		for _, path := range []string{"/debug/pprof/", "/debug/pprof/goroutine?debug=1", "/debug/pprof/heap", "/debug/pprof/cmdline"} {
			if status, _ := fetch(t, "http://"+at[1]+path); status != 200 {
				t.Errorf("%s: %d", path, status)
			}
		}
	})
	t.Run("an address that is taken is one line", func(t *testing.T) {
		_, taken, _ := serving(t, t.TempDir())
		taken = strings.TrimPrefix(taken, "http://")
		code, _, err := invoke(t, "serve", "--addr", "127.0.0.1:0", "--data", t.TempDir(), "--metrics-addr", taken)
		if code != 1 {
			t.Errorf("exit code %d", code)
		}
		oneLineOn(t, err, taken, "al in gebruik")
	})
}

func TestCapacity(t *testing.T) {
	t.Run("follows the cores that the program may use", func(t *testing.T) {
		if got := (&watchFlags{}).capacity(); got != perCore*runtime.GOMAXPROCS(0) {
			t.Error(got)
		}
	})
	t.Run("is what was said, by flag or environment", func(t *testing.T) {
		t.Setenv("VERBINDEND_CAPACITY", "900")
		if c, err := parse(t, "serve"); err != nil || c.Serve.capacity() != 900 {
			t.Errorf("%d, %v", c.Serve.capacity(), err)
		}
		if c, err := parse(t, "serve", "--capacity", "50"); err != nil || c.Serve.capacity() != 50 {
			t.Errorf("%d, %v", c.Serve.capacity(), err)
		}
	})
	t.Run("profiles inside a container are asked for in so many words", func(t *testing.T) {
		if _, err := parse(t, "serve", "--metrics-addr", ":9090", "--pprof-anywhere"); err != nil {
			t.Error(err)
		}
	})
}
