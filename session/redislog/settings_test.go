package redislog

import (
	"testing"
	"time"

	"verbindend/session/redislog/redistest"
)

func TestSettings(t *testing.T) {
	ask := func(t *testing.T, url string) []Settings {
		t.Helper()
		l, err := Open(t.Context(), url)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = l.Close() })
		return l.Settings(t.Context())
	}
	t.Run("a server tells what its answers are worth, and what time it is", func(t *testing.T) {
		addr, _ := redistest.Start(t, "--appendonly", "yes", "--appendfsync", "always", "--maxmemory-policy", "allkeys-lru")
		all := ask(t, "redis://"+addr)
		if len(all) != 1 {
			t.Fatalf("%d servers: %+v", len(all), all)
		}
		s := all[0]
		if s.AppendOnly != "yes" || s.AppendFsync != "always" || s.Eviction != "allkeys-lru" {
			t.Errorf("%+v", s)
		}
		if drift := s.Clock.Sub(s.Asked).Abs(); s.Clock.IsZero() || drift > time.Second {
			t.Errorf("its clock is %v from ours, on the same machine", drift)
		}
	})
	t.Run("a server that may not be asked for its configuration still tells what INFO says", func(t *testing.T) {
		addr, _ := redistest.Start(t, "--rename-command", "CONFIG", "")
		if s := ask(t, "redis://"+addr); len(s) != 1 || s[0].AppendOnly != "no" || s[0].AppendFsync != "" || s[0].Eviction != "noeviction" {
			t.Errorf("%+v", s)
		}
	})
	t.Run("a server that may be asked nothing tells nothing", func(t *testing.T) {
		addr, _ := redistest.Start(t, "--user", "limited", "on", ">word", "~*", "&*", "+@all", "-config", "-info", "-time")
		if s := ask(t, "redis://limited:word@"+addr); len(s) != 1 || s[0] != (Settings{}) {
			t.Errorf("%+v", s)
		}
	})
}
