package main

import (
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/alecthomas/kong"
)

func parse(t *testing.T, args ...string) (*commands, error) {
	t.Helper()
	var c commands
	parser, err := kong.New(&c, kong.Writers(io.Discard, io.Discard), kong.Exit(func(int) {}))
	if err != nil {
		t.Fatal(err)
	}
	_, err = parser.Parse(args)
	return &c, err
}

func TestFlags(t *testing.T) {
	t.Run("serve without flags listens on 8080 and keeps its data in ./data", func(t *testing.T) {
		c, err := parse(t, "serve")
		if err != nil || c.Serve.Addr != ":8080" || c.Serve.Data != "./data" || c.Serve.Redis != "" || c.Serve.Key != "" || c.Serve.Log != "text" {
			t.Errorf("%+v, %v", c.Serve, err)
		}
	})
	t.Run("flags say it all", func(t *testing.T) {
		c, err := parse(t, "serve", "--addr", "127.0.0.1:9000", "--data=/srv/v", "--redis", "redis://r", "--public-url", "https://v.example",
			"--trusted-proxy", "10.0.0.1", "--trusted-proxy", "10.1.0.0/16", "--key", "0123456789abcdef")
		s := c.Serve
		if err != nil || s.Addr != "127.0.0.1:9000" || s.Data != "/srv/v" || s.Redis != "redis://r" || s.PublicURL != "https://v.example" ||
			!slices.Equal(s.TrustedProxy, []string{"10.0.0.1", "10.1.0.0/16"}) || s.Key != "0123456789abcdef" {
			t.Errorf("%+v, %v", s, err)
		}
	})
	t.Run("so does the environment, and a flag is stronger", func(t *testing.T) {
		t.Setenv("VERBINDEND_ADDR", ":9001")
		t.Setenv("VERBINDEND_DATA", "/srv/env")
		t.Setenv("VERBINDEND_PUBLIC_URL", "https://env.example")
		t.Setenv("VERBINDEND_TRUSTED_PROXY", "10.0.0.1,10.0.0.2")
		t.Setenv("VERBINDEND_KEY", "key-of-the-environment")
		c, err := parse(t, "serve", "--addr", ":9002")
		s := c.Serve
		if err != nil || s.Addr != ":9002" || s.Data != "/srv/env" || s.PublicURL != "https://env.example" ||
			!slices.Equal(s.TrustedProxy, []string{"10.0.0.1", "10.0.0.2"}) || s.Key != "key-of-the-environment" {
			t.Errorf("%+v, %v", s, err)
		}
	})
	t.Run("REDIS_URL is known, and VERBINDEND_REDIS goes before it", func(t *testing.T) {
		t.Setenv("REDIS_URL", "redis://one")
		if c, err := parse(t, "serve"); err != nil || c.Serve.Redis != "redis://one" {
			t.Errorf("%q, %v", c.Serve.Redis, err)
		}
		t.Setenv("VERBINDEND_REDIS", "redis://two")
		if c, err := parse(t, "report", "--session", "x"); err != nil || c.Report.Redis != "redis://two" {
			t.Errorf("%q, %v", c.Report.Redis, err)
		}
	})
	t.Run("a trusted proxy that is set to nothing is none", func(t *testing.T) {
		t.Setenv("VERBINDEND_TRUSTED_PROXY", "")
		if c, err := parse(t, "serve"); err != nil || len(c.Serve.TrustedProxy) != 0 {
			t.Errorf("%q, %v", c.Serve.TrustedProxy, err)
		}
	})
	t.Run("health asks the port that serve was given", func(t *testing.T) {
		if c, err := parse(t, "health"); err != nil || c.Health.URL != "http://127.0.0.1:8080" {
			t.Errorf("%q, %v", c.Health.URL, err)
		}
		t.Setenv("VERBINDEND_ADDR", "0.0.0.0:9003")
		if c, err := parse(t, "health"); err != nil || c.Health.URL != "http://127.0.0.1:9003" {
			t.Errorf("%q, %v", c.Health.URL, err)
		}
	})
	t.Run("simulate takes all its numbers", func(t *testing.T) {
		c, err := parse(t, "simulate", "--activities", "--url", "http://localhost:1", "--key", "k", "--participants", "7", "--sessions", "2", "--cards", "1",
			"--seed", "9", "--window", "0.5", "--votes", "4", "--cut", "0.5", "--timeout", "90s", "--json")
		o := c.Simulate.options()
		if err != nil || o.Participants != 7 || o.Sessions != 2 || o.Cards != 1 || o.Seed != 9 || o.Window != 500*time.Millisecond ||
			o.Votes != 4 || o.Cut != 0.5 || o.Timeout != 90*time.Second || !o.Activities || !c.Simulate.JSON {
			t.Errorf("%+v, %v", o, err)
		}
	})
	t.Run("a demo keeps nothing unless it is told where", func(t *testing.T) {
		t.Setenv("VERBINDEND_DATA", "/srv/real")
		if c, err := parse(t, "demo"); err != nil || c.Demo.Data != "" || c.Demo.Participants != 24 || c.Demo.Minutes != 90 || c.Demo.Speed != 1 {
			t.Errorf("%+v, %v", c.Demo, err)
		}
	})
}

func TestMisuse(t *testing.T) {
	for name, c := range map[string]struct {
		args string
		says string
	}{
		"no command":                {"", "expected one of"},
		"an unknown command":        {"dance", "unexpected argument dance"},
		"an unknown flag":           {"serve --port 1", "unknown flag --port"},
		"a key that can be guessed": {"serve --key geheim", "--key: 6 characters"},
		"a public URL without http": {"serve --public-url sessie.example", "--public-url"},
		"a public URL with a path":  {"serve --public-url https://x.example/sessie", "--public-url"},
		"a proxy that is a name":    {"serve --trusted-proxy proxy", "--trusted-proxy"},
		"a log nobody can read":     {"serve --log xml", "--log"},
		"a capacity below nothing":  {"serve --capacity -1", "--capacity"},
		"figures nowhere":           {"serve --metrics-addr 9090", "--metrics-addr"},
		"profiles nowhere":          {"serve --pprof", "--pprof needs --metrics-addr"},
		"profiles for everybody":    {"serve --pprof --metrics-addr :9090", "others reach :9090 too"},
		"a simulation without key":  {"simulate", "--key"},
		"a simulation of others":    {"simulate --key k --url https://x.example", "not this machine"},
		"too many cards":            {"simulate --key k --cards 40", "--cards must be 1 to 4"},
		"a number that is none":     {"simulate --key k --participants veel", "--participants"},
		"a report of nothing":       {"report", "--session"},
		"a report in French":        {"report --session x --lang fr", "--lang"},
		"a demo of nobody":          {"demo --participants 0", "--participants"},
		"a demo that stands still":  {"demo --speed 0", "--speed"},
		"a demo without an agenda":  {"demo --minutes 75", "--minutes"},
		"health of no address":      {"health --url 8080", "--url"},
	} {
		t.Run(name+" is one line and exit code 2", func(t *testing.T) {
			code, out, err := invoke(t, strings.Fields(c.args)...)
			if code != 2 || out != "" {
				t.Errorf("exit code %d, stdout %q", code, out)
			}
			oneLineOn(t, err, "verbindend: ", c.says, "--help")
		})
	}
}

func TestHelp(t *testing.T) {
	for _, args := range []string{"--help", "serve --help", "demo --help", "simulate --help", "report --help", "health --help"} {
		t.Run(args+" explains and is exit code 0", func(t *testing.T) {
			code, out, err := invoke(t, strings.Fields(args)...)
			if code != 0 || err != "" || !strings.HasPrefix(out, "Usage: verbindend") {
				t.Errorf("exit code %d, stderr %q, stdout %q", code, err, out)
			}
		})
	}
	t.Run("every variable of the environment is in the help of serve", func(t *testing.T) {
		_, out, _ := invoke(t, "serve", "--help")
		for _, name := range []string{"ADDR", "DATA", "REDIS", "PUBLIC_URL", "TRUSTED_PROXY", "KEY", "LOG", "QUIET", "CAPACITY", "METRICS_ADDR", "PPROF", "PPROF_ANYWHERE"} {
			if !strings.Contains(out, "$VERBINDEND_"+name) {
				t.Errorf("VERBINDEND_%s is missing", name)
			}
		}
		if !strings.Contains(out, "$REDIS_URL") {
			t.Error("REDIS_URL is missing")
		}
	})
	t.Run("version says one", func(t *testing.T) {
		code, out, err := invoke(t, "version")
		if code != 0 || err != "" {
			t.Errorf("exit code %d, stderr %q", code, err)
		}
		oneLineOn(t, out, "verbindend ")
	})
}
